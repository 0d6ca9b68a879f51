import { Form } from '@remix-run/react';
import type { ReactNode } from 'react';

export type StepFields = Readonly<Record<string, string | number>>;

type Props = {
  /** The state of the outline that is seen: another one refuses the step. */
  base: number;
  fields: StepFields;
  className?: string;
  children: ReactNode;
};

/** One step in the outline, as a plain form: works without JavaScript, and keeps the place of the page with it. */
export function StepForm({ base, fields, className, children }: Props) {
  return (
    <Form method="post" preventScrollReset replace noValidate className={className}>
      <input type="hidden" name="base" value={base} />
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
    </Form>
  );
}

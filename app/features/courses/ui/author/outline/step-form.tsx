import { Form } from '@remix-run/react';
import { forwardRef, type ReactNode } from 'react';

export type StepFields = Readonly<Record<string, string | number>>;

type Props = {
  /** The state of the outline that is seen: another one refuses the step. */
  base: number;
  fields: StepFields;
  className?: string;
  children: ReactNode;
};

/** One step in the outline, as a plain form: works without JavaScript, and keeps the place of the page with it. */
export const StepForm = forwardRef<HTMLFormElement, Props>(function StepForm(
  { base, fields, className, children },
  ref,
) {
  return (
    <Form ref={ref} method="post" preventScrollReset replace noValidate className={className}>
      <input type="hidden" name="base" value={base} />
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
    </Form>
  );
});

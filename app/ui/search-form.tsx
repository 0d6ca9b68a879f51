import { Form } from '@remix-run/react';
import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import { Field } from './field.tsx';
import { SearchIcon } from './icons.tsx';
import { TextInput } from './text-input.tsx';

type Props = {
  /** What stands in the address, and is shown again. */
  typed: string;
  label: string;
  hint?: string;
  button: string;
  /** The name in the address. */
  name?: string;
  /** Where on the page the answer stands: #found. */
  action?: string;
  /** Hidden fields that go along. */
  children?: ReactNode;
};

/** One field and its button: the question goes into the address, so that the answer can be returned to and sent on. */
export function SearchForm({ typed, label, hint, button, name = 'q', action, children }: Props) {
  return (
    <Form
      method="get"
      role="search"
      action={action}
      className="screen-only flex flex-wrap items-end gap-x-4 gap-y-3"
      key={typed}
    >
      {children}
      <Field label={label} hint={hint} className="w-full sm:w-96">
        <TextInput name={name} type="search" defaultValue={typed} autoComplete="off" />
      </Field>
      <Button type="submit" icon={SearchIcon}>
        {button}
      </Button>
    </Form>
  );
}

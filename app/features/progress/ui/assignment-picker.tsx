import { Form } from '@remix-run/react';
import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button } from '#app/ui/button.tsx';
import { Field } from '#app/ui/field.tsx';
import { Select } from '#app/ui/select.tsx';
import { en } from '../messages/en.ts';
import { vi } from '../messages/vi.ts';
import type { ShownAssignment } from '../queries/assignment-choice.server.ts';

type Props = { choices: readonly ShownAssignment[]; chosenId: string };

/** Which assignment is looked at; a plain form in the address. With a single assignment there is nothing to choose. */
export function AssignmentPicker({ choices, chosenId }: Props) {
  const words = useMessages(vi, en).choose;
  if (choices.length < 2) return null;
  const options = choices.map(({ id, title, isClosed }) => ({
    value: id,
    label: isClosed ? words.closed(title) : title,
  }));
  return (
    <Form method="get" preventScrollReset className="screen-only flex flex-wrap items-end gap-3">
      <Field label={words.label} className="min-w-0 flex-1 basis-72">
        <Select key={chosenId} name="assignment" defaultValue={chosenId} options={options} />
      </Field>
      <Button type="submit">{words.button}</Button>
    </Form>
  );
}

import { Form, Link, useLocation } from '@remix-run/react';
import type { LocalDate } from '#app/kernel/vietnam-time.ts';
import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button } from '#app/ui/button.tsx';
import { Field } from '#app/ui/field.tsx';
import { Select } from '#app/ui/select.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import { en as progressEn } from '../../messages/en.ts';
import { en } from '../../messages/picture-en.ts';
import { vi } from '../../messages/picture-vi.ts';
import { vi as progressVi } from '../../messages/vi.ts';
import type { ShownAssignment } from '../../queries/assignment-choice.server.ts';

type Props = {
  choices: readonly ShownAssignment[];
  chosenId: string | null;
  /** The day whose end is looked at; null = now. */
  asOfDay: LocalDate | null;
  today: LocalDate;
};

/** Which assignment and which day are looked at: a plain form in the address, so that a picture can be kept as a bookmark. */
export function PictureControls({ choices, chosenId, asOfDay, today }: Props) {
  const words = useMessages(vi, en).controls;
  const { choose } = useMessages(progressVi, progressEn);
  const { pathname, search } = useLocation();
  const sort = new URLSearchParams(search).get('sort');
  const now = new URLSearchParams(search);
  now.delete('asOf');
  now.delete('page');
  return (
    <Form
      method="get"
      key={`${chosenId} ${asOfDay}`}
      preventScrollReset
      className="screen-only flex flex-wrap items-end gap-x-4 gap-y-3"
    >
      {sort && <input type="hidden" name="sort" value={sort} />}
      {choices.length > 1 ? (
        <Field label={choose.label} className="min-w-0 flex-1 basis-72">
          <Select
            name="assignment"
            defaultValue={chosenId ?? undefined}
            options={choices.map(({ id, title, isClosed }) => ({
              value: id,
              label: isClosed ? choose.closed(title) : title,
            }))}
          />
        </Field>
      ) : (
        chosenId && <input type="hidden" name="assignment" value={chosenId} />
      )}
      <Field label={words.day} hint={words.dayHint} className="min-w-0 basis-56">
        <TextInput name="asOf" type="date" max={today} defaultValue={asOfDay ?? ''} />
      </Field>
      <Button type="submit">{words.button}</Button>
      {asOfDay && (
        <Link to={`${pathname}?${now}`} className="py-2.5">
          {words.today}
        </Link>
      )}
    </Form>
  );
}

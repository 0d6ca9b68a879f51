import { Form, useNavigation } from '@remix-run/react';
import { en } from '#app/features/courses/messages/revision-en.ts';
import { vi } from '#app/features/courses/messages/revision-vi.ts';
import { formatNumber } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button } from '#app/ui/button.tsx';
import { Field } from '#app/ui/field.tsx';
import { Select } from '#app/ui/select.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import type { CourseRevisions } from '../../queries/course-revisions.server.ts';

type Props = {
  page: CourseRevisions;
  typed: { from: string; unitId: string; reason: string } | undefined;
  problem: string | undefined;
};

/** Moves people on to the newest revision, with the reason that they are shown. */
export function MoveForm({ page, typed, problem }: Props) {
  const words = useMessages(vi, en).revisions;
  const lang = useLang();
  const isBusy = useNavigation().formMethod === 'POST';
  const { revisions, newest, behind, units } = page;
  const older = revisions.filter(({ revision }) => revision < newest);
  if (behind === 0) return <p className="text-muted">{words.nobody}</p>;
  return (
    <Form method="post" noValidate className="space-y-5">
      <p className="max-w-reading text-muted">{words.moveText}</p>
      <Field id="from" label={words.from}>
        <Select
          name="from"
          defaultValue={typed?.from}
          options={[
            { value: '', label: words.fromAll(formatNumber(lang, behind)) },
            ...older.map(({ revision, begun }) => ({
              value: String(revision),
              label: words.fromOne(formatNumber(lang, revision), formatNumber(lang, begun)),
            })),
          ]}
        />
      </Field>
      <Field id="unitId" label={words.unit}>
        <Select
          name="unitId"
          defaultValue={typed?.unitId}
          options={[
            { value: '', label: words.unitAll },
            ...units.map(({ id, name, people }) => ({
              value: id,
              label: words.unitOne(name, formatNumber(lang, people)),
            })),
          ]}
        />
      </Field>
      <Field id="reason" label={words.reason} hint={words.reasonHint} error={problem}>
        <TextInput name="reason" defaultValue={typed?.reason} />
      </Field>
      <Button busy={isBusy}>{words.button}</Button>
    </Form>
  );
}

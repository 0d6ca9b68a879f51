import { Form, useNavigation } from '@remix-run/react';
import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button, ButtonRow, LinkButton } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Field } from '#app/ui/field.tsx';
import { Select } from '#app/ui/select.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import { Textarea } from '#app/ui/textarea.tsx';
import { en } from '../../messages/outline-en.ts';
import { vi } from '../../messages/outline-vi.ts';

type Props = {
  units: readonly { id: string; name: string }[];
  /** The id that the course gets, minted with the page. */
  id: string;
  refused:
    | {
        problems: { field: string; code: string }[];
        typed: { title: string; summary: string; code: string; unitId: string };
        id: string;
      }
    | undefined;
};

/** Begins a course. */
export function NewCourseForm({ units, id, refused }: Props) {
  const words = useMessages(vi, en).create;
  const isBusy = useNavigation().formMethod === 'POST';
  const known: Record<string, string> = words.problems;
  const errors = (refused?.problems ?? []).map(({ field, code }) => ({
    id: field,
    message: known[`${field} ${code}`] ?? words.problems.other,
  }));
  const errorOf = (field: string) => errors.find((error) => error.id === field)?.message;
  const typed = refused?.typed;
  return (
    <Form method="post" noValidate className="space-y-6">
      <ErrorSummary title={words.problemsTitle(errors.length)} errors={errors} />
      <input type="hidden" name="id" value={refused?.id || id} />
      <Field id="title" label={words.name} error={errorOf('title')}>
        <TextInput name="title" defaultValue={typed?.title} />
      </Field>
      <Field id="summary" label={words.summary} hint={words.summaryHint} error={errorOf('summary')}>
        <Textarea name="summary" rows={3} defaultValue={typed?.summary} />
      </Field>
      {units.length === 1 ? (
        <input type="hidden" name="unitId" value={units[0]!.id} />
      ) : (
        <Field id="unitId" label={words.unit} hint={words.unitHint} error={errorOf('unitId')}>
          <Select
            name="unitId"
            defaultValue={typed?.unitId}
            options={units.map((unit) => ({ value: unit.id, label: unit.name }))}
          />
        </Field>
      )}
      <Field id="code" label={words.code} hint={words.codeHint} error={errorOf('code')}>
        <TextInput name="code" width="half" defaultValue={typed?.code} />
      </Field>
      <ButtonRow>
        <Button look="primary" busy={isBusy}>
          {words.button}
        </Button>
        <LinkButton to="/author/courses" look="quiet">
          {words.cancel}
        </LinkButton>
      </ButtonRow>
    </Form>
  );
}

import { Form, useNavigation } from '@remix-run/react';
import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Field } from '#app/ui/field.tsx';
import { Select } from '#app/ui/select.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import { en } from '../messages/en.ts';
import { vi } from '../messages/vi.ts';
import { type FormProblem, useQuestionProblems } from './question-problem-words.ts';

type Props = {
  units: readonly { id: string; name: string }[];
  refused?: { problems: FormProblem[]; name: string; unitId: string };
};

/** A new category: its name, and its unit where the author works for several. */
export function CategoryForm({ units, refused }: Props) {
  const { categories: words } = useMessages(vi, en);
  const problems = useQuestionProblems(refused?.problems);
  const isBusy = useNavigation().formMethod === 'POST';
  return (
    <Form method="post" noValidate className="space-y-6">
      <ErrorSummary title={problems.title} errors={problems.summary} />
      <Field id="name" label={words.name} error={problems.of('name')}>
        <TextInput name="name" defaultValue={refused?.name} />
      </Field>
      {units.length > 1 && (
        <Field id="unitId" label={words.unit} error={problems.of('unitId')}>
          <Select
            name="unitId"
            options={units.map(({ id, name }) => ({ value: id, label: name }))}
            defaultValue={refused?.unitId}
          />
        </Field>
      )}
      <Button type="submit" look="primary" busy={isBusy}>
        {words.create}
      </Button>
    </Form>
  );
}

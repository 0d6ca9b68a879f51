import { Form, useNavigation } from '@remix-run/react';
import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button, ButtonRow, LinkButton } from '#app/ui/button.tsx';
import { ChoiceGroup } from '#app/ui/choice-group.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Field } from '#app/ui/field.tsx';
import { Select } from '#app/ui/select.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import { en } from '../../messages/author-en.ts';
import { vi } from '../../messages/author-vi.ts';
import { useQuizProblems } from './quiz-problem-words.ts';

type Props = {
  units: readonly { id: string; name: string }[];
  refused?: { problems: { field: string; code: string }[]; title: string; kind: string; unitId: string };
};

/** Begins a quiz: what it is called and which mode it is in; everything else follows in the editor. */
export function NewQuizForm({ units, refused }: Props) {
  const { create: words, editor, kinds, kindHints } = useMessages(vi, en);
  const problems = useQuizProblems(refused?.problems);
  const isBusy = useNavigation().formMethod === 'POST';
  return (
    <Form method="post" noValidate className="space-y-6">
      <ErrorSummary title={problems.title} errors={problems.summary} />
      <Field id="title" label={words.name} hint={words.nameHint} error={problems.of('title')}>
        <TextInput name="title" defaultValue={refused?.title} />
      </Field>
      <ChoiceGroup
        id="kind"
        type="radio"
        name="kind"
        label={words.kind}
        error={problems.of('kind')}
        defaultValue={refused?.kind ?? 'practice'}
        options={(['practice', 'exam'] as const).map((value) => ({
          value,
          label: kinds[value],
          hint: kindHints[value],
        }))}
      />
      {units.length > 1 && (
        <Field id="unitId" label={words.unit} error={problems.of('unitId')}>
          <Select
            name="unitId"
            options={units.map(({ id, name }) => ({ value: id, label: name }))}
            defaultValue={refused?.unitId}
          />
        </Field>
      )}
      <ButtonRow>
        <Button type="submit" look="primary" busy={isBusy}>
          {words.button}
        </Button>
        <LinkButton to="/author/quizzes" look="quiet">
          {editor.back}
        </LinkButton>
      </ButtonRow>
    </Form>
  );
}

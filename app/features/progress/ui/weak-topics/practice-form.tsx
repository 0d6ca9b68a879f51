import { Form, useNavigation } from '@remix-run/react';
import { formatNumber } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button } from '#app/ui/button.tsx';
import { ChoiceGroup } from '#app/ui/choice-group.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Field } from '#app/ui/field.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import { en as progressEn } from '../../messages/en.ts';
import { vi as progressVi } from '../../messages/vi.ts';
import { en } from '../../messages/weak-topics-en.ts';
import { vi } from '../../messages/weak-topics-vi.ts';
import type { PracticePage } from '../../queries/weak-topics/practice-page.server.ts';

export type PracticeProblem = keyof typeof vi.assign.problems;
/** What was typed and why it was not taken. */
export type PracticeAnswer = {
  typed: { by: string; dueOn: string; key: string };
  problems: { field: 'by' | 'dueOn'; code: PracticeProblem }[];
};

/** How they are to practise and until when; one press gives it to all of them. */
export function PracticeForm({ page, answer }: { page: PracticePage; answer?: PracticeAnswer }) {
  const words = useMessages(vi, en).assign;
  const { exemption } = useMessages(progressVi, progressEn);
  const lang = useLang();
  const isBusy = useNavigation().state === 'submitting';
  const { quizzes, people, today } = page;
  const options = [
    ...quizzes.map(({ id, title, asksTopic }) => ({
      value: id,
      label: words.quiz(title),
      hint: asksTopic ? words.asks : words.asksNot,
    })),
    { value: 'lessons', label: words.lessons },
  ];
  const problems = answer?.problems ?? [];
  const error = (field: 'by' | 'dueOn') => {
    const code = problems.find((each) => each.field === field)?.code;
    return code && words.problems[code];
  };
  return (
    <Form method="post" className="space-y-6">
      <ErrorSummary
        title={exemption.problemsTitle}
        errors={problems.map(({ field, code }) => ({ id: field, message: words.problems[code] }))}
      />
      <input type="hidden" name="key" value={answer?.typed.key ?? page.key} />
      <ChoiceGroup
        id="by"
        type="radio"
        name="by"
        label={words.what}
        options={options}
        defaultValue={answer?.typed.by ?? options[0]!.value}
        error={error('by')}
      />
      <Field id="dueOn" label={words.due} error={error('dueOn')}>
        <TextInput
          name="dueOn"
          type="date"
          min={today}
          defaultValue={answer?.typed.dueOn ?? page.dueOn}
          required
          className="max-w-[14rem]"
        />
      </Field>
      <Button type="submit" look="primary" busy={isBusy}>
        {words.button(formatNumber(lang, people.length))}
      </Button>
    </Form>
  );
}

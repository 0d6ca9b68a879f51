import { formatMark } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { ChoiceRow } from '#app/ui/choice-group.tsx';
import { Field } from '#app/ui/field.tsx';
import { Select } from '#app/ui/select.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import type { QuizDraft } from '../../core/quiz-draft.ts';
import { WHICH_ATTEMPTS } from '../../core/settings.ts';
import { en } from '../../messages/author-en.ts';
import { vi } from '../../messages/author-vi.ts';
import { NumberField } from './number-field.tsx';
import type { FieldsProps } from './quiz-general-fields.tsx';
import { QuizRulesFields } from './quiz-rules-fields.tsx';

type NumberName = 'timeLimitMinutes' | 'attemptsAllowed' | 'passGrade' | 'gradeScale' | 'questionsPerPage';

type Quiz = { gradeScale: number; dayCode: string | null; isTaken: boolean };

/** Time, attempts, grade, pages and order, which every quiz has; behind their names the rules that few quizzes need. */
export function QuizSettingsFields(props: FieldsProps & Quiz) {
  const { draft, problemOf, onChange, gradeScale, isTaken } = props;
  const { editor: words, which } = useMessages(vi, en);
  const lang = useLang();
  const number = (name: NumberName, label: string, unit: string, hint?: string) => (
    <NumberField
      {...{ name, label, unit, hint }}
      value={draft[name]}
      problem={problemOf(name)}
      onChange={(value) => onChange({ [name]: value })}
    />
  );
  const instant = (name: 'openAt' | 'closeAt', hint: string) => (
    <Field id={name} label={words[name]} hint={hint} error={problemOf(name)}>
      <TextInput
        type="datetime-local"
        name={name}
        max="9999-12-31T23:59"
        width="short"
        className="max-w-[16rem]"
        value={draft[name]}
        onChange={(event) => onChange({ [name]: event.target.value })}
      />
    </Field>
  );
  return (
    <div className="space-y-6">
      <div className="grid items-start gap-x-8 gap-y-6 sm:grid-cols-2">
        {number('timeLimitMinutes', words.timeLimit, words.minutes, words.timeLimitHint)}
        {number('attemptsAllowed', words.attempts, words.times, words.attemptsHint)}
        {number('passGrade', words.passGrade, words.scale(formatMark(lang, gradeScale)))}
        {number('gradeScale', words.gradeScale, words.points, isTaken ? words.gradeScaleFixed : words.gradeScaleHint)}
        <Field id="which" label={words.which}>
          <Select
            name="which"
            options={WHICH_ATTEMPTS.map((value) => ({ value, label: which[value] }))}
            value={draft.which}
            onChange={(event) => onChange({ which: event.target.value as QuizDraft['which'] })}
          />
        </Field>
        {instant('openAt', words.openHint)}
        {instant('closeAt', words.closeHint)}
        {number('questionsPerPage', words.perPage, words.questionsUnit, words.perPageHint)}
      </div>
      <fieldset className="min-w-0 max-w-form">
        <legend className="font-semibold">{words.shuffle}</legend>
        <div className="mt-1.5 flex flex-col gap-2">
          <ChoiceRow
            type="checkbox"
            name="shuffleQuestions"
            label={words.shuffleQuestions}
            checked={draft.shuffleQuestions}
            onChange={(event) => onChange({ shuffleQuestions: event.target.checked })}
          />
          <ChoiceRow
            type="checkbox"
            name="shuffleOptions"
            label={words.shuffleOptions}
            hint={words.shuffleOptionsHint}
            checked={draft.shuffleOptions}
            onChange={(event) => onChange({ shuffleOptions: event.target.checked })}
          />
        </div>
      </fieldset>
      <QuizRulesFields {...props} />
    </div>
  );
}

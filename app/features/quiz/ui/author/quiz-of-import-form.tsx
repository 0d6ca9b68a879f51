import { Form, useNavigation } from '@remix-run/react';
import { useState } from 'react';
import type { AudienceUnit } from '#app/features/courses/queries/audience-choices.server.ts';
import { UnitTree } from '#app/features/courses/ui/author/unit-tree.tsx';
import { en as importEn } from '#app/features/questions/messages/import-screen-en.ts';
import { vi as importVi } from '#app/features/questions/messages/import-screen-vi.ts';
import { GroupProblem } from '#app/features/questions/ui/problem.tsx';
import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button, ButtonRow, LinkButton } from '#app/ui/button.tsx';
import { ChoiceGroup } from '#app/ui/choice-group.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Field, FieldNotes } from '#app/ui/field.tsx';
import { Select } from '#app/ui/select.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import type { QuizKind } from '../../core/settings.ts';
import { type TypedRules, usualRules } from '../../core/typed-rules.ts';
import { en } from '../../messages/author-en.ts';
import { vi } from '../../messages/author-vi.ts';
import { NumberField } from './number-field.tsx';
import { useQuizProblems } from './quiz-problem-words.ts';

export interface QuizOfImportTyped {
  title: string;
  kind: string;
  place: string;
  dueOn: string;
  unitIds: string[];
  /** Absent at first: as the kind of quiz starts. */
  timeLimitMinutes?: string;
  attemptsAllowed?: string;
  passGrade?: string;
}

type Props = {
  importId: string;
  quizId: string;
  /** How many questions it begins with. */
  questions: number;
  typed: QuizOfImportTyped;
  courses: readonly { id: string; title: string }[];
  /** Empty for who may not assign. */
  units: readonly AudienceUnit[];
  problems: readonly { field: string; code: string }[];
};

/** One form from taken questions to an assigned quiz: what it is called, whose course it belongs to, who has to pass it. */
export function QuizOfImportForm({ importId, quizId, questions, typed, courses, units, problems }: Props) {
  const { quiz: words } = useMessages(importVi, importEn);
  const { kinds, kindHints, editor } = useMessages(vi, en);
  const quizProblems = useQuizProblems(problems);
  const isBusy = useNavigation().formMethod === 'POST';
  const [place, setPlace] = useState(typed.place);
  const [kind, setKind] = useState(typed.kind as QuizKind);
  const [typedRules, setRules] = useState<Partial<TypedRules>>(typed);
  // What was typed stays when another kind is chosen; what was not follows the kind.
  const rules = { ...usualRules(kind, questions), ...definedOf(typedRules) };
  const sentences: Partial<Record<string, string>> = words.problems;
  const said = problems.map(({ field, code }, at) => ({
    id: field === 'unitId' ? 'questions' : field,
    message: sentences[`${field} ${code}`] ?? quizProblems.summary[at]!.message,
  }));
  const of = (field: string) => said.find(({ id }) => id === field)?.message;
  const number = (name: keyof TypedRules, label: string, unit: string, hint?: string) => (
    <NumberField
      {...{ name, label, unit, hint }}
      value={rules[name]}
      problem={of(name)}
      onChange={(value) => setRules({ ...typedRules, [name]: value })}
    />
  );
  return (
    <Form method="post" noValidate className="space-y-6">
      <ErrorSummary title={words.problemsTitle} errors={said} />
      <GroupProblem id="questions" message={of('questions')} />
      <input type="hidden" name="quizId" value={quizId} />
      <Field id="title" label={words.name} error={of('title')}>
        <TextInput name="title" defaultValue={typed.title} />
      </Field>
      <ChoiceGroup
        id="kind"
        type="radio"
        name="kind"
        label={words.kind}
        defaultValue={typed.kind}
        onChange={(value) => setKind(value as QuizKind)}
        options={(['practice', 'exam'] as const).map((value) => ({
          value,
          label: kinds[value],
          hint: kindHints[value],
        }))}
      />
      <fieldset className="min-w-0 max-w-form">
        <legend className="font-semibold">{words.rules}</legend>
        <div className="mt-2 grid items-start gap-x-8 gap-y-4 sm:grid-cols-2">
          {number('timeLimitMinutes', editor.timeLimit, editor.minutes, editor.timeLimitHint)}
          {number('attemptsAllowed', editor.attempts, editor.times, editor.attemptsHint)}
          {number('passGrade', editor.passGrade, editor.scale('10'))}
        </div>
      </fieldset>
      <Field id="place" label={words.place} hint={words.placeHint} error={of('place')}>
        <Select
          name="place"
          emptyLabel={words.noPlace}
          value={place}
          onChange={({ target }) => setPlace(target.value)}
          options={courses.map(({ id, title }) => ({ value: id, label: title }))}
        />
      </Field>
      {units.length > 0 && (
        <>
          <fieldset className="min-w-0 max-w-form">
            <legend className="font-semibold">{words.assign}</legend>
            <FieldNotes id="unitIds" hint={words.assignHint} message={of('unitIds')} />
            <div className="mt-2 border-y border-line py-2">
              <UnitTree id="unitIds" units={units} chosen={typed.unitIds} />
            </div>
          </fieldset>
          <Field id="dueOn" label={words.due} hint={words.dueHint} error={of('dueOn')}>
            <TextInput type="date" name="dueOn" width="short" defaultValue={typed.dueOn} />
          </Field>
        </>
      )}
      <ButtonRow>
        <Button type="submit" name="intent" value="all" look="primary" busy={isBusy}>
          {units.length > 0 ? words.createAll : words.create}
        </Button>
        {units.length > 0 && (
          <Button type="submit" name="intent" value="draft">
            {words.create}
          </Button>
        )}
        <LinkButton to={`/author/imports/${importId}`} look="quiet">
          {words.back}
        </LinkButton>
      </ButtonRow>
    </Form>
  );
}

const ruleNames = ['timeLimitMinutes', 'attemptsAllowed', 'passGrade'] as const;
const definedOf = (rules: Partial<TypedRules>): Partial<TypedRules> =>
  Object.fromEntries(ruleNames.flatMap((name) => (rules[name] === undefined ? [] : [[name, rules[name]]])));

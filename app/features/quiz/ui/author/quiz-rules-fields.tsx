import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { ChoiceGroup, ChoiceRow } from '#app/ui/choice-group.tsx';
import { Disclosure } from '#app/ui/disclosure.tsx';
import { Field } from '#app/ui/field.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import { Textarea } from '#app/ui/textarea.tsx';
import type { QuizDraft } from '../../core/quiz-draft.ts';
import { BEHAVIOURS } from '../../core/settings.ts';
import { en } from '../../messages/author-en.ts';
import { vi } from '../../messages/author-vi.ts';
import { NumberField } from './number-field.tsx';
import { QuizBandFields } from './quiz-band-fields.tsx';
import type { FieldsProps } from './quiz-general-fields.tsx';

type Props = FieldsProps & { gradeScale: number; dayCode: string | null };
type NumberName =
  | 'graceSeconds'
  | 'delayMinutes'
  | 'triesAllowed'
  | 'tryPenaltyPercent'
  | 'disagreementPercent'
  | 'thresholdExcellent'
  | 'thresholdGood'
  | 'thresholdAverage';

/** The rules that few quizzes need, each group behind its name and what it says now. */
export function QuizRulesFields(props: Props) {
  const { draft, problemOf, onChange } = props;
  const { rules: words, ruleNotes: notes } = useMessages(vi, en);
  const hasProblem = (...fields: string[]) => fields.some((field) => problemOf(field) !== undefined);
  const number = (name: NumberName, label: string, unit: string, hint?: string) => (
    <NumberField
      {...{ name, label, unit, hint }}
      value={draft[name]}
      problem={problemOf(name)}
      onChange={(value) => onChange({ [name]: value })}
    />
  );
  const networks = draft.networks.split(/[\s,;]+/).filter(Boolean).length;
  const isExam = draft.kind === 'exam';
  return (
    <div className="border-t border-line">
      <Disclosure
        title={words.entry}
        note={`${notes.access[draft.accessKind]}; ${notes.networks(networks)}`}
        isOpen={draft.accessKind !== 'none' || networks > 0}
        mustOpen={hasProblem('accessPassword', 'networks')}
      >
        <ChoiceGroup
          id="accessKind"
          type="radio"
          name="accessKind"
          label={words.access}
          hint={words.accessHint}
          value={draft.accessKind}
          options={(['none', 'password', 'day-code'] as const).map((value) => ({
            value,
            label: words.accessKinds[value],
            hint:
              value === 'day-code' && props.dayCode ? words.dayCodeNow(props.dayCode) : words.accessKindHints[value],
          }))}
          onChange={(value) => onChange({ accessKind: value as QuizDraft['accessKind'] })}
        />
        <Field id="accessPassword" label={words.password} hint={words.passwordHint} error={problemOf('accessPassword')}>
          <TextInput
            name="accessPassword"
            autoComplete="off"
            maxLength={100}
            value={draft.accessPassword}
            onChange={(event) => onChange({ accessPassword: event.target.value })}
          />
        </Field>
        <Field id="networks" label={words.networks} hint={words.networksHint} error={problemOf('networks')}>
          <Textarea
            name="networks"
            rows={3}
            spellCheck={false}
            className="font-mono text-sm"
            value={draft.networks}
            onChange={(event) => onChange({ networks: event.target.value })}
          />
        </Field>
      </Disclosure>
      <Disclosure
        title={words.way}
        note={[
          words.behaviours[draft.behaviour],
          draft.forwardOnly && notes.forward,
          draft.certainty && notes.certainty,
        ]
          .filter(Boolean)
          .join('; ')}
        isOpen={draft.forwardOnly || draft.certainty}
        mustOpen={hasProblem('behaviour', 'certainty', 'forwardOnly', 'triesAllowed', 'tryPenaltyPercent')}
      >
        <ChoiceGroup
          id="behaviour"
          type="radio"
          name="behaviour"
          label={words.behaviour}
          hint={isExam ? words.behaviourOfExam : undefined}
          error={problemOf('behaviour')}
          value={draft.behaviour}
          options={BEHAVIOURS.map((value) => ({
            value,
            label: words.behaviours[value],
            hint:
              isExam && (value === 'immediate' || value === 'tries') ? words.notInExam : words.behaviourHints[value],
          }))}
          onChange={(value) => onChange({ behaviour: value as QuizDraft['behaviour'] })}
        />
        <div className="grid items-start gap-x-8 gap-y-6 sm:grid-cols-2">
          {number('triesAllowed', words.tries, words.timesUnit, words.triesHint)}
          {number('tryPenaltyPercent', words.penalty, '%', words.penaltyHint)}
        </div>
        <ChoiceRow
          id="certainty"
          type="checkbox"
          name="certainty"
          label={words.certainty}
          hint={problemOf('certainty') ?? words.certaintyHint}
          checked={draft.certainty}
          onChange={(event) => onChange({ certainty: event.target.checked })}
        />
        <ChoiceRow
          id="forwardOnly"
          type="checkbox"
          name="forwardOnly"
          label={words.forward}
          hint={problemOf('forwardOnly') ?? words.forwardHint}
          checked={draft.forwardOnly}
          onChange={(event) => onChange({ forwardOnly: event.target.checked })}
        />
      </Disclosure>
      <Disclosure
        title={words.time}
        mustOpen={hasProblem('graceSeconds', 'delayMinutes')}
        isOpen={draft.delayMinutes !== ''}
      >
        <div className="grid items-start gap-x-8 gap-y-6 sm:grid-cols-2">
          {number('graceSeconds', words.grace, words.secondsUnit, words.graceHint)}
          {number('delayMinutes', words.delay, words.minutesUnit, words.delayHint)}
        </div>
      </Disclosure>
      <Disclosure
        title={words.marking}
        note={notes.thresholds(draft.thresholdExcellent, draft.thresholdGood, draft.thresholdAverage)}
        isOpen={draft.bands.length > 0 || draft.markers === '2'}
        mustOpen={
          hasProblem('thresholdExcellent', 'thresholdGood', 'thresholdAverage', 'disagreementPercent', 'bands') ||
          draft.bands.some((_, at) => hasProblem(`bands[${at}].from`, `bands[${at}].text`))
        }
      >
        <div className="grid items-start gap-x-8 gap-y-6 sm:grid-cols-3">
          {number('thresholdExcellent', words.excellent, words.gradeUnit)}
          {number('thresholdGood', words.good, words.gradeUnit)}
          {number('thresholdAverage', words.average, words.gradeUnit)}
        </div>
        <p className="text-sm text-muted">{words.thresholdsHint}</p>
        <QuizBandFields {...props} />
        <ChoiceGroup
          id="markers"
          type="radio"
          name="markers"
          inline
          label={words.markers}
          hint={words.markersHint}
          value={draft.markers}
          options={(['1', '2'] as const).map((value) => ({ value, label: words.markerCounts[value] }))}
          onChange={(value) => onChange({ markers: value as QuizDraft['markers'] })}
        />
        {number('disagreementPercent', words.disagreement, '%', words.disagreementHint)}
      </Disclosure>
    </div>
  );
}

import { Form, useNavigation } from '@remix-run/react';
import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button } from '#app/ui/button.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Field } from '#app/ui/field.tsx';
import { Select } from '#app/ui/select.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import { en } from '../../messages/room-en.ts';
import { vi } from '../../messages/room-vi.ts';
import type { SessionChoices, SessionPlanPage } from '../../queries/room/session-plan.server.ts';
import { dateFieldOf, timeFieldOf } from './plan-fields.ts';

export type RefusedPlan = { problems: Record<string, string[]>; typed: Record<string, string> } | undefined;

type Planned = Pick<
  SessionPlanPage['session'],
  'quizId' | 'title' | 'room' | 'lobbyAt' | 'plannedAt' | 'lateMinutes' | 'revision'
>;

/** Plans a session: the exam, the room and the time. Who takes part is chosen next. */
export function NewSessionForm({
  choices,
  refused,
}: {
  choices: SessionChoices & { tomorrow: Date };
  refused: RefusedPlan;
}) {
  const words = useMessages(vi, en).form;
  const unitProblem = useProblem(refused, 'unitId');
  if (choices.quizzes.length === 0) return <EmptyState title={words.noQuiz}>{words.noQuizText}</EmptyState>;
  const typed = { date: dateFieldOf(choices.tomorrow), time: '08:00', lobbyMinutes: '30', lateMinutes: '15' };
  return (
    <PlanForm quizzes={choices.quizzes} start={{ ...typed, ...refused?.typed }} refused={refused} submit={words.create}>
      {choices.units.length > 1 ? (
        <Field id="unitId" label={words.unit} hint={words.unitHint} error={unitProblem}>
          <Select
            name="unitId"
            defaultValue={refused?.typed.unitId}
            options={choices.units.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Field>
      ) : (
        <input type="hidden" name="unitId" value={choices.units[0]?.id ?? ''} />
      )}
    </PlanForm>
  );
}

/** The same for a session that is not released. */
export function ChangeSessionForm({
  session,
  quizzes,
  refused,
}: {
  session: Planned;
  quizzes: SessionChoices['quizzes'];
  refused: RefusedPlan;
}) {
  const words = useMessages(vi, en).form;
  const { quizId, title, room, lobbyAt, plannedAt, lateMinutes, revision } = session;
  const start = {
    ...{ quizId, title, room, date: dateFieldOf(plannedAt), time: timeFieldOf(plannedAt) },
    lobbyMinutes: String(Math.round((new Date(plannedAt).getTime() - new Date(lobbyAt).getTime()) / 60_000)),
    lateMinutes: lateMinutes === null ? '' : String(lateMinutes),
    ...refused?.typed,
  };
  return (
    <PlanForm key={revision} quizzes={quizzes} start={start} refused={refused} submit={words.save}>
      <input type="hidden" name="revision" value={revision} />
    </PlanForm>
  );
}

function useProblem(refused: RefusedPlan, field: string): string | undefined {
  const words = useMessages(vi, en).form;
  const [code] = refused?.problems[field] ?? [];
  return code === undefined ? undefined : (words.codes[code] ?? words.codes.malformed);
}

function PlanForm({
  quizzes,
  start,
  refused,
  submit,
  children,
}: {
  quizzes: SessionChoices['quizzes'];
  start: Record<string, string | undefined>;
  refused: RefusedPlan;
  submit: string;
  children: React.ReactNode;
}) {
  const words = useMessages(vi, en).form;
  const isBusy = useNavigation().formMethod === 'POST';
  const errors = Object.entries(refused?.problems ?? {}).map(([field, [code = '']]) => ({
    id: field,
    message: words.codes[code] ?? words.codes.malformed ?? '',
  }));
  return (
    <Form method="post" noValidate className="space-y-6">
      <ErrorSummary title={words.problems} errors={errors} />
      <Field id="quizId" label={words.quiz} hint={words.quizHint} error={useProblem(refused, 'quizId')}>
        <Select
          name="quizId"
          emptyLabel={words.choose}
          defaultValue={start.quizId ?? ''}
          options={quizzes.map(({ id, title, course }) => ({
            value: id,
            label: course ? `${title} (${course})` : title,
          }))}
        />
      </Field>
      <Field id="title" label={words.title} hint={words.titleHint} error={useProblem(refused, 'title')}>
        <TextInput name="title" defaultValue={start.title} />
      </Field>
      {children}
      <Field id="room" label={words.room} error={useProblem(refused, 'room')}>
        <TextInput name="room" defaultValue={start.room} />
      </Field>
      <Field id="date" label={words.date} error={useProblem(refused, 'date')}>
        <TextInput name="date" type="date" defaultValue={start.date} width="short" />
      </Field>
      <Field id="time" label={words.time} hint={words.timeHint} error={useProblem(refused, 'time')}>
        <TextInput name="time" type="time" defaultValue={start.time} width="short" />
      </Field>
      <Field id="lobbyMinutes" label={words.lobby} error={useProblem(refused, 'lobbyMinutes')}>
        <TextInput name="lobbyMinutes" inputMode="numeric" defaultValue={start.lobbyMinutes} width="short" />
      </Field>
      <Field id="lateMinutes" label={words.late} hint={words.lateHint} error={useProblem(refused, 'lateMinutes')}>
        <TextInput name="lateMinutes" inputMode="numeric" defaultValue={start.lateMinutes} width="short" />
      </Field>
      <Button type="submit" look="primary" busy={isBusy}>
        {submit}
      </Button>
    </Form>
  );
}

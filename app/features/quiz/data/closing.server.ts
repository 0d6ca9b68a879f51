import type { QuestionBody } from '#app/features/questions/core/question.ts';
import type { Sql } from '#app/platform/db/sql.server.ts';
import { type GradedAttempt, grade, type SubmittedAttempt, stateAt, submit } from '../core/attempt.ts';
import { markPaper } from '../core/mark-paper.ts';
import { holdAnswers, type SlotAnswer, updateMarks } from './answers.server.ts';
import { type AttemptPaper, pinnedOf } from './attempt-papers.server.ts';
import { attemptOf, updateAsGraded } from './attempts.server.ts';

/** The bodies of a paper's questions, by version id. */
export type Bodies = ReadonlyMap<string, { readonly body: QuestionBody }>;

export type Closed =
  | { kind: 'done'; attempt: GradedAttempt }
  | { kind: 'unchanged'; attempt: SubmittedAttempt | GradedAttempt }
  /** Not over yet, out of the count, or the learner's clock is stopped. */
  | { kind: 'refused'; reason: 'not-over' | 'abandoned' | 'paused' };

/**
 * Ends an attempt with what is saved and marks it, all in the caller's transaction: by the learner or an examiner at any
 * time (by the learner not while the clock is stopped), by the clock only once deadline and grace have passed.
 */
export async function closeAttempt(
  sql: Sql,
  own: AttemptPaper,
  bodies: Bodies,
  at: Date,
  by: 'learner' | 'clock' | 'examiner',
): Promise<Closed> {
  const held = await holdAnswers(sql, own.attemptId);
  if (!held) return { kind: 'refused', reason: 'not-over' };
  const before = attemptOf(held.standing, pinnedOf(own));
  if (by === 'clock' && before.state === 'in-progress' && stateAt(before, at).state !== 'submitted') {
    return { kind: 'refused', reason: 'not-over' };
  }
  const ended = submit(before, at, by === 'examiner' ? 'examiner' : 'learner');
  if (ended.kind === 'unchanged') return ended;
  if (ended.kind === 'refused') {
    const { reason } = ended;
    return { kind: 'refused', reason: reason === 'paused' || reason === 'abandoned' ? reason : 'not-over' };
  }
  const graded = grade(ended.attempt, at);
  if (graded.kind !== 'done') return { kind: 'refused', reason: 'not-over' };
  const marked = markAnswers(own, bodies, held.answers);
  await updateMarks(sql, own, marked.slots);
  const { submittedAt, cause: submittedBy, gradedAt } = graded.attempt;
  await updateAsGraded(sql, own.attemptId, { submittedAt, submittedBy, gradedAt }, marked);
  return graded;
}

/** What the stored answers of an attempt earn: the same numbers before and after they are stored. */
export function markAnswers({ paper, settings }: AttemptPaper, bodies: Bodies, answers: readonly SlotAnswer[]) {
  const work = new Map(answers.map((answer) => [answer.slot, answer]));
  return markPaper(
    paper.map(({ slot, maxMark, questionVersionId }) => {
      const version = bodies.get(questionVersionId);
      if (!version) throw new Error(`Question version ${questionVersionId} of a paper was not loaded`);
      const { response = null, certainty = null, tries = [] } = work.get(slot) ?? {};
      return { slot, maxMark, body: version.body, response, certainty, tries };
    }),
    settings,
  );
}

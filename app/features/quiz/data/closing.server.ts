import type { QuestionBody } from '#app/features/questions/core/question.ts';
import type { Sql } from '#app/platform/db/sql.server.ts';
import { type GradedAttempt, grade, type SubmittedAttempt, stateAt, submit } from '../core/attempt.ts';
import { type MarkedPaper, markPaper } from '../core/mark-paper.ts';
import { sumUp } from '../core/sum-up.ts';
import { holdAnswers, type SlotAnswer, updateMarks } from './answers.server.ts';
import { listSlotsWithFiles } from './attempt-files.server.ts';
import { type AttemptPaper, pinnedOf } from './attempt-papers.server.ts';
import { type AttemptStanding, attemptOf, updateAsClosed } from './attempts.server.ts';
import { insertTasks } from './marking/tasks.server.ts';
import { type ApprovedKeys, approvedKeys } from './regrade/approved-keys.server.ts';

/** The bodies of a paper's questions, by version id. */
export type Bodies = ReadonlyMap<string, { readonly body: QuestionBody }>;

export type Closed =
  /** Submitted only: an answer waits for a marker. */
  | { kind: 'done'; attempt: SubmittedAttempt | GradedAttempt }
  | { kind: 'unchanged'; attempt: SubmittedAttempt | GradedAttempt }
  /** Not over yet, out of the count, or the learner's clock is stopped. */
  | { kind: 'refused'; reason: 'not-over' | 'abandoned' | 'paused' };

/**
 * Ends an attempt with what is saved and marks it, all in the caller's transaction: by the learner or an examiner at any
 * time (by the learner not while the clock is stopped), by the clock only once deadline and grace have passed. Answers that
 * a person must mark are put into the markers' queue, and the attempt is graded once the last of them is; a preview asks
 * no marker.
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
  const keys = await approvedKeys(sql);
  const marked = markAnswers(own, bodies, held.answers, keys, await slotsWithFiles(sql, own, bodies));
  await updateMarks(sql, own, marked.slots, (versionId) => keys.of(versionId)?.versionId ?? null);
  const waiting = new Set(marked.slots.filter(({ mark }) => mark === null).map(({ slot }) => slot));
  const graded = waiting.size > 0 ? null : grade(ended.attempt, at);
  const attempt = graded?.kind === 'done' ? graded.attempt : ended.attempt;
  const { submittedAt, cause: submittedBy } = attempt;
  const gradedAt = attempt.state === 'graded' ? attempt.gradedAt : null;
  await updateAsClosed(sql, own.attemptId, { submittedAt, submittedBy, gradedAt }, marked);
  const places = own.preview ? [] : own.paper.filter(({ slot }) => waiting.has(slot));
  await insertTasks(sql, own, places, at);
  return { kind: 'done', attempt };
}

/** What the answers of an attempt earn by the keys that hold now, while nothing is stored of it yet. */
function markAnswers(
  { paper, settings }: AttemptPaper,
  bodies: Bodies,
  answers: readonly SlotAnswer[],
  keys: ApprovedKeys,
  withFiles: ReadonlySet<number>,
): MarkedPaper {
  const work = new Map(answers.map((answer) => [answer.slot, answer]));
  return markPaper(
    paper.map(({ slot, maxMark, questionVersionId }) => {
      const { response = null, certainty = null, tries = [] } = work.get(slot) ?? {};
      const body = keys.of(questionVersionId)?.body ?? bodyOf(bodies, questionVersionId);
      return { slot, maxMark, body, response, certainty, tries, hasFiles: withFiles.has(slot) };
    }),
    settings,
  );
}

/**
 * What an ended attempt earned: what is stored of it, hand-given and regraded marks included; where its time is up and the
 * sweeper has not come by, what that will store.
 */
export async function marksOf(
  sql: Sql,
  own: AttemptPaper,
  bodies: Bodies,
  { standing, answers }: { standing: AttemptStanding; answers: readonly SlotAnswer[] },
): Promise<MarkedPaper> {
  if (standing.submittedAt === null) {
    return markAnswers(own, bodies, answers, await approvedKeys(sql), await slotsWithFiles(sql, own, bodies));
  }
  const stored = new Map(answers.map((answer) => [answer.slot, answer]));
  const slots = own.paper.map(({ slot, maxMark }) => {
    const { fraction = null, mark = null } = stored.get(slot) ?? {};
    return { slot, maxMark, fraction, mark };
  });
  return { slots, ...sumUp(slots, own.settings) };
}

/** Asked for only where a question takes files. */
async function slotsWithFiles(sql: Sql, { attemptId, paper }: AttemptPaper, bodies: Bodies) {
  const takesFiles = paper.some(({ questionVersionId }) => {
    const body = bodyOf(bodies, questionVersionId);
    return body.type === 'essay' && body.maxFiles > 0;
  });
  return takesFiles ? listSlotsWithFiles(sql, attemptId) : new Set<number>();
}

function bodyOf(bodies: Bodies, versionId: string): QuestionBody {
  const version = bodies.get(versionId);
  if (!version) throw new Error(`Question version ${versionId} of a paper was not loaded`);
  return version.body;
}

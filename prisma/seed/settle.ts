import { transact } from '#app/features/audit/commands/transact.server.ts';
import { theSystem } from '#app/features/audit/core/actor.ts';
import type { CompletionRule } from '#app/features/courses/core/assignment.ts';
import { findAssignment } from '#app/features/progress/data/assignments.server.ts';
import { replaceJudged } from '#app/features/progress/data/enrolment-writes.server.ts';
import { listEnrolmentsAfter } from '#app/features/progress/data/enrolments.server.ts';
import { derive } from '#app/features/progress/data/restate.server.ts';
import { settleLedger } from '#app/features/progress/data/settle-ledger.server.ts';
import { loadActivity } from '#app/features/progress/data/standings.server.ts';
import { verifyCounters } from '#app/features/progress/queries/verify-counters.server.ts';
import type { History } from './study.ts';

/** What dates the changes of a person's enrolments. */
export interface Deeds {
  readonly lastReadAt: Date | null;
  readonly lastDeedAt: Date | null;
  /** When each quiz was passed first, by the quiz's id. */
  readonly passedAt: ReadonlyMap<string, Date>;
}

/** The little that is kept of a history once it is stored. */
export function deedsOf({ reads, attempts }: History): Deeds {
  const passedAt = new Map<string, Date>();
  const times = reads.map(({ openedAt, readAt }) => (readAt ?? openedAt).getTime());
  for (const { quiz, attempt, marked } of attempts) {
    times.push((attempt.state === 'graded' ? attempt.gradedAt : attempt.startedAt).getTime());
    if (marked?.passed && attempt.state === 'graded' && !passedAt.has(quiz.id)) passedAt.set(quiz.id, attempt.gradedAt);
  }
  const lastReadAt = reads[reads.length - 1]?.readAt ?? null;
  return { lastReadAt, lastDeedAt: times.length === 0 ? null : new Date(Math.max(...times)), passedAt };
}

/**
 * Brings the enrolments of an assignment in line with what was stored, by the judgement of progress itself. Unlike
 * `counters rebuild` it dates a completion to the reading or attempt that completed it, not to now.
 */
export async function settleAssignment(assignmentId: string, deeds: ReadonlyMap<string, Deeds>): Promise<void> {
  await transact(theSystem, 'demo.filled', async ({ sql, at, record }) => {
    const assignment = (await findAssignment(sql, assignmentId))!;
    const { rule } = assignment;
    for (let after = ''; ; ) {
      const rows = await listEnrolmentsAfter(sql, assignmentId, { after, limit: 5000 });
      if (rows.length === 0) break;
      const ids = rows.map(({ personId }) => personId);
      const activityOf = await loadActivity(sql, assignment, ids);
      const judged = rows.map((row) => {
        const own = deeds.get(row.personId);
        const completedAt = own ? completionOf(own, rule, row.enrolledAt) : at;
        return { personId: row.personId, ...derive({ ...row, rule }, activityOf(row.personId), completedAt) };
      });
      await replaceJudged(sql, assignmentId, judged, at);
      after = ids.at(-1)!;
    }
    await settleLedger(sql, assignmentId, at);
    record(assignmentId);
  });
}

/** When the last thing was done that the rule asks for; only asked of those who have done all of it. */
function completionOf({ lastReadAt, passedAt }: Deeds, rule: CompletionRule, enrolledAt: Date): Date {
  const passes = rule.quizIds.map((quizId) => passedAt.get(quizId));
  const times = [...passes, rule.lessons === 'all' ? lastReadAt : null, enrolledAt];
  return new Date(Math.max(...times.flatMap((each) => each?.getTime() ?? [])));
}

/** Throws unless everything that is stored agrees with its recomputation. */
export async function verifyDemo(): Promise<void> {
  const { differences } = await verifyCounters();
  if (differences.length === 0) return;
  const shown = JSON.stringify(differences.slice(0, 5));
  throw new Error(`${differences.length} numbers of the demonstration disagree with their recomputation: ${shown}`);
}

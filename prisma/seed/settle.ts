import { transact } from '#app/features/audit/commands/transact.server.ts';
import { theSystem } from '#app/features/audit/core/actor.ts';
import type { CompletionRule } from '#app/features/courses/core/assignment.ts';
import { findAssignment } from '#app/features/progress/data/assignments.server.ts';
import { rebuildCounters } from '#app/features/progress/data/counters.server.ts';
import { listEnrolmentsOf, updateEnrolment } from '#app/features/progress/data/enrolments.server.ts';
import { changesBetween, derive } from '#app/features/progress/data/restate.server.ts';
import { loadActivity } from '#app/features/progress/data/standings.server.ts';
import { verifyCounters } from '#app/features/progress/queries/verify-counters.server.ts';
import type { History } from './study.ts';

/**
 * Brings the enrolments of an assignment in line with what was stored, by the judgement of progress itself. Unlike
 * `counters rebuild` it dates a completion to the reading or attempt that completed it, not to now.
 */
export async function settleAssignment(assignmentId: string, histories: ReadonlyMap<string, History>): Promise<void> {
  await transact(theSystem, 'demo.filled', async ({ sql, at, record }) => {
    const assignment = (await findAssignment(sql, assignmentId))!;
    const { rule } = assignment;
    const activityOf = await loadActivity(sql, assignment, null);
    for (const row of await listEnrolmentsOf(sql, assignmentId)) {
      const history = histories.get(row.personId);
      const completedAt = (history && completionOf(history, rule, row.enrolledAt)) ?? at;
      const changes = changesBetween(row, derive({ ...row, rule }, activityOf(row.personId), completedAt));
      if (Object.keys(changes).length === 0) continue;
      await updateEnrolment(sql, row, changes, (history && lastDeed(history)) ?? at);
    }
    await rebuildCounters(sql, assignmentId);
    record(assignmentId);
  });
}

/** When the last thing was done that the rule asks for; only asked of those who have done all of it. */
function completionOf({ reads, attempts }: History, rule: CompletionRule, enrolledAt: Date): Date | null {
  const passes = rule.quizIds.map((quizId) => {
    const passed = attempts.find(({ quiz, marked }) => quiz.id === quizId && marked?.passed);
    return passed?.attempt.state === 'graded' ? passed.attempt.gradedAt : null;
  });
  const read = rule.lessons === 'all' ? (reads[reads.length - 1]?.readAt ?? null) : null;
  const times = [...passes, read, enrolledAt].flatMap((each) => each?.getTime() ?? []);
  return new Date(Math.max(...times));
}

function lastDeed({ reads, attempts }: History): Date | null {
  const times = [
    ...reads.map(({ openedAt, readAt }) => readAt ?? openedAt),
    ...attempts.map(({ attempt }) => (attempt.state === 'graded' ? attempt.gradedAt : attempt.startedAt)),
  ].map(Number);
  return times.length === 0 ? null : new Date(Math.max(...times));
}

/** Throws unless everything that is stored agrees with its recomputation. */
export async function verifyDemo(): Promise<void> {
  const { differences } = await verifyCounters();
  if (differences.length === 0) return;
  const shown = JSON.stringify(differences.slice(0, 5));
  throw new Error(`${differences.length} numbers of the demonstration disagree with their recomputation: ${shown}`);
}

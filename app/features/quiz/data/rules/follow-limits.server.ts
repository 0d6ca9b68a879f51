import type { Sql } from '#app/platform/db/sql.server.ts';
import type { OverriddenSettings } from '../../core/override.ts';
import { movedDeadline } from '../../core/rules/moved-deadline.ts';
import type { QuizSettings } from '../../core/settings.ts';
import { holdRunningAttempts, updateDeadline } from './running-attempts.server.ts';
import { settingsFor } from './settings-for.server.ts';

/** How running attempts follow limits that change: how many run on with another deadline, how many end at once. */
export interface Followed {
  moved: number;
  ended: number;
}

type Quiz = { readonly id: string; readonly settings: QuizSettings };

/**
 * Runs `change` (which changes whom overrides reach, or what they say) and brings the deadlines of the running attempts
 * at the quiz in line, all in the caller's transaction, which holds the quiz.
 */
export async function followLimits(sql: Sql, quiz: Quiz, at: Date, change: () => Promise<void>): Promise<Followed> {
  const running = await holdRunningAttempts(sql, quiz.id);
  const personIds = running.map(({ personId }) => personId);
  const before = await settingsFor(sql, quiz, personIds);
  await change();
  const after = await settingsFor(sql, quiz, personIds);
  const followed = { moved: 0, ended: 0 };
  for (const attempt of running) {
    const { personId } = attempt;
    const limitsOf = (settings: Map<string, OverriddenSettings>) => settings.get(personId)?.settings ?? quiz.settings;
    const next = movedDeadline(attempt, limitsOf(before), limitsOf(after), at);
    if (next.kind === 'same') continue;
    followed[next.kind] += 1;
    await updateDeadline(sql, attempt.id, next.deadlineAt);
  }
  return followed;
}

/** The same after a change that is made already: whatever it was, these people's deadlines are those of today's limits. */
export async function restateDeadlines(sql: Sql, quiz: Quiz, personIds: readonly string[], at: Date): Promise<void> {
  const running = await holdRunningAttempts(sql, quiz.id, personIds);
  const after = await settingsFor(sql, quiz, personIds);
  for (const attempt of running) {
    const limits = after.get(attempt.personId)?.settings ?? quiz.settings;
    // Limits that nothing equals: what is compared is the deadline that follows with the one that is stored.
    const next = movedDeadline(attempt, { timeLimitSeconds: -1, closeAt: null }, limits, at);
    if (next.kind !== 'same') await updateDeadline(sql, attempt.id, next.deadlineAt);
  }
}

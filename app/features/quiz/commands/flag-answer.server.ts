import type { Actor } from '#app/features/access/core/role.ts';
import { transactQuietly } from '#app/features/audit/commands/transact.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { database } from '#app/platform/db/database.server.ts';
import { pageRefusal } from '../core/rules/forward.ts';
import { refusalOf, type SaveRefusal } from '../core/save-answer.ts';
import { holdAnswers, updateFlag } from '../data/answers.server.ts';
import { findOwnPaper, pinnedOf } from '../data/attempt-papers.server.ts';
import { attemptOf } from '../data/attempts.server.ts';
import { requireNetwork } from '../data/rules/entry.server.ts';

/** Marks a question of the learner's own attempt to come back to, or takes the mark off. */
export async function flagAnswer(
  actor: Actor,
  attemptId: string,
  { slot, flagged }: { slot: number; flagged: boolean },
  address?: string,
): Promise<{ outcome: 'kept' | 'unchanged' } | { outcome: 'refused'; reason: SaveRefusal }> {
  const own = await findOwnPaper(database().sql, actor.personId, attemptId);
  if (!own) throw new AppError('not-found');
  requireNetwork(own, address);
  if (!own.paper[slot - 1]) return { outcome: 'refused', reason: 'unknown-slot' };
  return transactQuietly('quiz.answer-flagged', async (sql, at) => {
    const held = await holdAnswers(sql, attemptId, slot);
    if (!held?.answers[0]) throw new AppError('not-found');
    const { standing } = held;
    const reason =
      refusalOf(attemptOf(standing, pinnedOf(own)), at) ??
      pageRefusal(own.paper, own.settings, standing.openPage, slot);
    if (reason) return { outcome: 'refused', reason };
    if (held.answers[0].flagged === flagged) return { outcome: 'unchanged' };
    await updateFlag(sql, attemptId, slot, flagged);
    return { outcome: 'kept' };
  });
}

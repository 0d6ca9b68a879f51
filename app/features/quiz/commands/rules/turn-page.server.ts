import type { Actor } from '#app/features/access/core/role.ts';
import { transactQuietly } from '#app/features/audit/commands/transact.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { database } from '#app/platform/db/database.server.ts';
import { turnPage as decide } from '../../core/rules/forward.ts';
import { refusalOf, type SaveRefusal } from '../../core/save-answer.ts';
import { findOwnPaper, pinnedOf } from '../../data/attempt-papers.server.ts';
import { attemptOf } from '../../data/attempts.server.ts';
import { requireNetwork } from '../../data/rules/entry.server.ts';
import { holdStanding, updateOpenPage } from '../../data/rules/open-page.server.ts';

export type TurnOutcome =
  | { outcome: 'turned' | 'unchanged'; openPage: number }
  | { outcome: 'refused'; reason: SaveRefusal };

/**
 * Forward only: leaves the page `from` of the learner's own attempt for good and opens the next. Pressed twice it turns
 * one page. In a quiz whose pages may be turned freely nothing is kept of it: 'unchanged'.
 */
export async function turnPage(actor: Actor, attemptId: string, from: number, address?: string): Promise<TurnOutcome> {
  const own = await findOwnPaper(database().sql, actor.personId, attemptId);
  if (!own) throw new AppError('not-found');
  requireNetwork(own, address);
  return transactQuietly('quiz.page-turned', async (sql, at) => {
    const standing = await holdStanding(sql, attemptId);
    if (!standing) throw new AppError('not-found');
    const reason = refusalOf(attemptOf(standing, pinnedOf(own)), at);
    if (reason) return { outcome: 'refused', reason };
    const { kind, openPage } = decide(own.paper, own.settings, standing.openPage, from);
    if (kind === 'turned') await updateOpenPage(sql, attemptId, openPage);
    return { outcome: kind, openPage };
  });
}

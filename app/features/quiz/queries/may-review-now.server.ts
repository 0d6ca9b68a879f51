import type { Sql } from '#app/platform/db/sql.server.ts';
import type { Attempt } from '../core/attempt.ts';
import { mayReview, type ReviewSettings, type ReviewWhat } from '../core/review.ts';
import { openUntilOf } from '../data/open-until.server.ts';

/**
 * Which of `whats` who wrote an attempt may see of it at `at`; `settings` are those of the quiz as it stands, for nobody
 * in particular: a close of one's own moves nothing. Until when others may be working is asked only where it matters.
 */
export async function mayReviewNow(
  sql: Sql,
  { quizId, attempt }: { quizId: string; attempt: Attempt },
  settings: ReviewSettings,
  at: Date,
  whats: readonly ReviewWhat[],
): Promise<ReadonlySet<ReviewWhat>> {
  const allowedIf = (openUntil: Date | null) => {
    const allowed = mayReview(attempt, settings, at, { openUntil });
    return whats.filter((what) => allowed.has(what));
  };
  const { closeAt } = settings;
  const [atSoonest, atLatest] = [allowedIf(closeAt), allowedIf(null)];
  const isDecided = closeAt === null || whats.every((what) => atSoonest.includes(what) === atLatest.includes(what));
  return new Set(isDecided ? atSoonest : allowedIf(await openUntilOf(sql, quizId, closeAt)));
}

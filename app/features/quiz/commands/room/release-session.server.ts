import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { transact } from '#app/features/audit/commands/transact.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { database } from '#app/platform/db/database.server.ts';
import { mayRelease, type ReleaseRefusal } from '../../core/room/session.ts';
import { shareQuiz } from '../../data/quiz-for-attempt.server.ts';
import { isPublished } from '../../data/room/choices.server.ts';
import { countPapers, papersDatedFrom } from '../../data/room/prepared-papers.server.ts';
import { findSession, holdSession, updateAsReleased } from '../../data/room/sessions.server.ts';

export type ReleaseOutcome =
  | { kind: 'released' | 'unchanged'; releasedAt: Date }
  | { kind: 'refused'; reason: ReleaseRefusal };

/**
 * Releases the papers to the whole room at the server's instant, once: the second press answers the first instant. Throws
 * not-found outside the examiner's reach.
 */
export async function releaseSession(actor: Actor, sessionId: string): Promise<ReleaseOutcome> {
  const scope = requireScope(actor, 'exam.run');
  const seen = await findSession(database().sql, scope, sessionId);
  if (!seen) throw new AppError('not-found');
  return transact(actor, 'quiz.session-released', async ({ sql, at, record, unchanged }) => {
    // An edit of the quiz waits until the papers are out, or they are asked for after it.
    await shareQuiz(sql, seen.quizId);
    const session = await holdSession(sql, scope, sessionId);
    if (!session) throw new AppError('not-found');
    const papers = await countPapers(sql, sessionId, (await papersDatedFrom(sql, session.quizId)) ?? at);
    const room = { ...papers, isPublished: await isPublished(sql, session.quizId) };
    const decision = mayRelease(session, room, at);
    if (decision.kind !== 'release') {
      unchanged();
      return decision;
    }
    await updateAsReleased(sql, sessionId, at);
    record(sessionId, { quizId: session.quizId, seats: room.seats, arrived: room.arrived }, session.unitPath);
    return { kind: 'released', releasedAt: at };
  });
}

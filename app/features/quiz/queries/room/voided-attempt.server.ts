import type { Actor } from '#app/features/access/core/role.ts';
import { eventsAbout } from '#app/features/audit/queries/events-about.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import { findOwnPaper } from '../../data/attempt-papers.server.ts';
import { findVoided } from '../../data/room/standing.server.ts';

/** What the learner is told of an own attempt that does not count any more. */
export interface VoidedAttempt {
  title: string;
  quizId: string;
  sessionId: string | null;
  voidedAt: Date | null;
  reason: string;
  /** An examiner lets the person begin anew. */
  isRestart: boolean;
}

/** The learner's own voided attempt, or null for any other. */
export async function voidedAttempt(actor: Actor, attemptId: string): Promise<VoidedAttempt | null> {
  const { sql } = database();
  const own = await findOwnPaper(sql, actor.personId, attemptId);
  const found = own && (await findVoided(sql, attemptId));
  if (!own || !found) return null;
  const { sessionId, standing } = found;
  const events = sessionId
    ? await eventsAbout(sql, sessionId, ['quiz.attempt-voided', 'quiz.restart-allowed'], { limit: 500 })
    : [];
  const about = events.filter(({ details }) => details.attemptId === attemptId);
  // The oldest says why it was voided; a restart that came later says its own.
  const reason = about.at(-1)?.details.reason;
  return {
    ...{ title: own.title, quizId: own.quizId, sessionId, voidedAt: standing.abandonedAt },
    reason: typeof reason === 'string' ? reason : '',
    isRestart: about.some(({ op }) => op === 'quiz.restart-allowed'),
  };
}

import type { Actor } from '#app/features/access/core/role.ts';
import { now } from '#app/platform/clock.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import { type SessionState, sessionStateAt } from '../../core/room/session.ts';
import { listOwnSessions } from '../../data/room/sittings.server.ts';

/** An exam session in which the person has a seat. */
export interface OwnSessionLine {
  sessionId: string;
  title: string;
  quizTitle: string;
  room: string;
  seat: number;
  lobbyAt: Date;
  plannedAt: Date;
  state: SessionState;
  /** What there is to do for the person. */
  step: 'wait' | 'enter' | 'begin' | 'continue' | 'done';
  attemptId: string | null;
}

/** The person's own sessions that are not closed, the next first. */
export async function ownSessions(actor: Actor): Promise<OwnSessionLine[]> {
  const at = now();
  return (await listOwnSessions(database().sql, actor.personId)).map(({ session, number, quizTitle, attempt }) => {
    const state = sessionStateAt(session, at);
    const { id: sessionId, title, room, lobbyAt, plannedAt } = session;
    const isOpen = attempt?.state === 'in-progress';
    const isDone = attempt !== null && !isOpen && attempt.state !== 'prepared';
    const before = state === 'planned' ? 'wait' : state === 'lobby' ? 'enter' : 'begin';
    return {
      ...{ sessionId, title, quizTitle, room, seat: number, lobbyAt, plannedAt, state },
      step: isDone ? 'done' : isOpen ? 'continue' : before,
      attemptId: isOpen ? attempt.id : null,
    };
  });
}

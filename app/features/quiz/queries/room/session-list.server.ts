import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { now } from '#app/platform/clock.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import { type SessionState, sessionStateAt } from '../../core/room/session.ts';
import { listSessions } from '../../data/room/sessions.server.ts';

export interface SessionLine {
  id: string;
  title: string;
  quizTitle: string;
  room: string;
  examinerName: string;
  plannedAt: Date;
  closedAt: Date | null;
  seats: number;
  state: SessionState;
}

/** The exam sessions within the examiner's reach: open ones by their time, then the closed ones, the last first. */
export async function sessionList(actor: Actor): Promise<{ sessions: SessionLine[] }> {
  const scope = requireScope(actor, 'exam.run');
  const at = now();
  const rows = await listSessions(database().sql, scope);
  return {
    sessions: rows.map((row) => {
      const { id, title, quizTitle, room, examinerName, plannedAt, closedAt, seats } = row;
      const state = sessionStateAt(row, at);
      return { id, title, quizTitle, room, examinerName, plannedAt, closedAt, seats, state };
    }),
  };
}

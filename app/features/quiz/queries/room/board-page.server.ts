import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { eventsAbout } from '#app/features/audit/queries/events-about.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { database } from '#app/platform/db/database.server.ts';
import { newId } from '#app/platform/ids.server.ts';
import { ROOM_OPS, type RoomOp } from '../../core/room/measure.ts';
import { findQuiz } from '../../data/quiz-for-attempt.server.ts';
import { listNames } from '../../data/room/names.server.ts';
import { listSeats } from '../../data/room/seats.server.ts';
import { findSession, type StoredSession } from '../../data/room/sessions.server.ts';
import { boardNow } from './board-feed.server.ts';
import { type Board, BoardReader } from './board-reading.server.ts';

/** One action in the room as its log tells it. */
export interface RoomEvent {
  id: string;
  at: Date;
  op: RoomOp;
  /** Null: the system. */
  by: string | null;
  person: { personId: string; name: string; number: number | null } | null;
  target: 'person' | 'room' | 'quiz' | 'outage' | null;
  seconds: number | null;
  reached: number | null;
  old: 'void' | 'keep' | null;
  reason: string;
}

export interface BoardPage {
  session: { id: string; title: string; room: string; quizTitle: string; unitId: string };
  board: Board;
  /** The newest first. */
  log: RoomEvent[];
  /** Of this page's forms: sent twice, an action is done once. */
  key: string;
}

/** Whether the actor may watch this session now: throws forbidden or not-found otherwise. One statement. */
export async function requireBoard(actor: Actor, sessionId: string): Promise<StoredSession> {
  const session = await findSession(database().sql, requireScope(actor, 'exam.run'), sessionId);
  if (!session) throw new AppError('not-found');
  return session;
}

/** The examiner's board of one session: who is there, how far, and what was done. No answer and no mark is in it. */
export async function boardPage(actor: Actor, sessionId: string): Promise<BoardPage> {
  const { id, title, room, quizId, unitId } = await requireBoard(actor, sessionId);
  // Read now, not as watchers were told last: whoever has just acted sees what came of it.
  const board = await new BoardReader(id).read();
  if (!board) throw new AppError('not-found');
  const quizTitle = (await findQuiz(database().sql, quizId))?.title ?? '';
  return { session: { id, title, room, quizTitle, unitId }, board, log: await roomLog(id), key: newId() };
}

/** The board alone, for who cannot be told of changes. */
export async function boardData(actor: Actor, sessionId: string): Promise<Board> {
  const { id } = await requireBoard(actor, sessionId);
  const board = await boardNow(id);
  if (!board) throw new AppError('not-found');
  return board;
}

/** What was done in a room, the newest first; of one person where `personId` is given. */
export async function roomLog(sessionId: string, personId?: string): Promise<RoomEvent[]> {
  const { sql } = database();
  const events = await eventsAbout(sql, sessionId, ROOM_OPS, { limit: 200 });
  const seats = new Map((await listSeats(sql, sessionId)).map((seat) => [seat.personId, seat]));
  const names = await listNames(sql, [...new Set(events.flatMap(({ actorId }) => (actorId ? [actorId] : [])))]);
  const isWanted = (details: Record<string, unknown>) =>
    personId === undefined ||
    details.personId === undefined ||
    details.personId === personId ||
    (typeof details.given === 'object' && personId in (details.given as object));
  return events
    .filter(({ details }) => isWanted(details))
    .map(({ id, at, op, actorId, details }) => {
      const who = typeof details.personId === 'string' ? details.personId : null;
      const seat = who === null ? undefined : seats.get(who);
      const number = (value: unknown) => (typeof value === 'number' ? value : null);
      return {
        ...{ id, at, op: op as RoomOp, by: actorId === null ? null : (names.get(actorId) ?? '') },
        person: who === null ? null : { personId: who, name: seat?.fullName ?? '', number: seat?.number ?? null },
        target: (details.target ?? null) as RoomEvent['target'],
        seconds: number(details.seconds),
        reached: number(details.reached),
        old: (details.old ?? null) as RoomEvent['old'],
        reason: typeof details.reason === 'string' ? details.reason : '',
      };
    });
}

import type { Actor } from '#app/features/access/core/role.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { newId } from '#app/platform/ids.server.ts';
import type { BoardSeat } from '../../core/room/board.ts';
import { type RoomEvent, requireBoard, roomLog } from './board-page.server.ts';
import { type Board, BoardReader } from './board-reading.server.ts';

export interface SeatPage {
  session: Board['session'] & { id: string; title: string; room: string };
  seat: BoardSeat;
  at: number;
  log: RoomEvent[];
  key: string;
}

/** One seat of a room, with what was done with its person. Throws not-found for who has no seat in it. */
export async function seatPage(actor: Actor, sessionId: string, personId: string): Promise<SeatPage> {
  const { id, title, room } = await requireBoard(actor, sessionId);
  // Read now, not as watchers were told last: whoever has just acted sees what came of it.
  const board = await new BoardReader(id).read();
  const seat = board?.seats.find((one) => one.personId === personId);
  if (!board || !seat) throw new AppError('not-found');
  const log = await roomLog(id, personId);
  return { session: { ...board.session, id, title, room }, seat, at: board.at, log, key: newId() };
}

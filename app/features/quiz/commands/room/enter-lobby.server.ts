import type { Actor } from '#app/features/access/core/role.ts';
import { transactQuietly } from '#app/features/audit/commands/transact.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { now } from '#app/platform/clock.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import { type EnterDecision, mayEnter } from '../../core/room/sitting.ts';
import { noteSign } from '../../data/room/presence.server.ts';
import { updateAsArrived } from '../../data/room/seats.server.ts';
import { findOwnSeat } from '../../data/room/sittings.server.ts';

/**
 * A sign of life of the person of a seat: the first one in the lobby says that the person has come, and is written at
 * once; later ones are gathered in memory. Throws not-found for who has no seat.
 */
export async function enterLobby(actor: Actor, sessionId: string): Promise<EnterDecision> {
  const seat = await findOwnSeat(database().sql, sessionId, actor.personId);
  if (!seat) throw new AppError('not-found');
  const at = now();
  const decision = mayEnter(seat.session, at);
  if (decision.kind === 'refused') return decision;
  if (seat.arrivedAt === null) {
    await transactQuietly('quiz.seat-seen', (sql) => updateAsArrived(sql, sessionId, [actor.personId], at));
  } else {
    noteSign(sessionId, actor.personId, at);
  }
  return decision;
}

import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { transact } from '#app/features/audit/commands/transact.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { freeNumbers } from '../../core/room/seat.ts';
import { mayChange } from '../../core/room/session.ts';
import { listPeopleToSeat, type PeopleToSeat } from '../../data/room/people-to-seat.server.ts';
import { insertSeats, listSeatNumbers } from '../../data/room/seats.server.ts';
import { askForPapers, holdSession } from '../../data/room/sessions.server.ts';

export type SeatOutcome =
  | {
      kind: 'seated';
      seated: number;
      /** Meant by the choice, but seated here before. */
      there: number;
      /** Of those seated now: who cannot sign in. */
      withoutAccount: number;
      /** Seated in another session of the same quiz that is not closed: left out. */
      elsewhere: number;
    }
  | { kind: 'refused'; reason: 'closed' };

/**
 * Seats people of units with their subtrees, of groups, and single ones, each once, in the order of unit and name; seats
 * get the free numbers from 1 up. Only people within the session's unit are found. Throws not-found outside the
 * examiner's reach.
 */
export async function seatPeople(actor: Actor, sessionId: string, wanted: PeopleToSeat): Promise<SeatOutcome> {
  const scope = requireScope(actor, 'exam.run');
  return transact(actor, 'quiz.session-seated', async ({ sql, at, record, unchanged }) => {
    const session = await holdSession(sql, scope, sessionId);
    if (!session) throw new AppError('not-found');
    if (!mayChange(session, at).seats) {
      unchanged();
      return { kind: 'refused', reason: 'closed' };
    }
    const people = await listPeopleToSeat(sql, session, wanted);
    const fresh = people.filter(({ seatedIn }) => seatedIn === null);
    const there = people.filter(({ seatedIn }) => seatedIn === sessionId).length;
    const numbers = freeNumbers(await listSeatNumbers(sql, sessionId), fresh.length);
    await insertSeats(
      sql,
      sessionId,
      fresh.map(({ personId }, index) => ({ personId, number: numbers[index]! })),
    );
    if (fresh.length === 0) unchanged();
    else await askForPapers(sql, sessionId);
    record(sessionId, { seated: fresh.length }, session.unitPath);
    return {
      kind: 'seated',
      seated: fresh.length,
      there,
      withoutAccount: fresh.filter(({ hasAccount }) => !hasAccount).length,
      elsewhere: people.length - fresh.length - there,
    };
  });
}

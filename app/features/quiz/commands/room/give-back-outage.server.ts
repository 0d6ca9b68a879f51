import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { transact } from '#app/features/audit/commands/transact.server.ts';
import { giveSeconds } from '../../core/room/attempt-clock.ts';
import { type Measure, type RoomRefusal, roomRefusal } from '../../core/room/measure.ts';
import { outagesIn } from '../../core/room/outage.ts';
import { holdRoom } from '../../data/room/held-room.server.ts';
import { holdRunningAttempts, updateClock } from '../../data/room/room-attempts.server.ts';
import { findRoomRecord, markGivenBack } from '../../data/room/room-record.server.ts';

export type GiveBackOutcome =
  /** `seconds`: the most that one person got back; `ended`: who lost time too but had ended since. */
  | { outcome: 'given'; reached: number; ended: number; seconds: number }
  | { outcome: 'unchanged' }
  | { outcome: 'refused'; reason: RoomRefusal };

/**
 * Gives each person who was silent in an outage exactly the seconds that the person lost in it, and notes that it did:
 * the outage, named by its beginning, is not proposed again, and a second press is 'unchanged'.
 */
export async function giveBackOutage(
  actor: Actor,
  { sessionId, outageFromAt, reason, key }: Measure & { outageFromAt: Date },
): Promise<GiveBackOutcome> {
  const scope = requireScope(actor, 'exam.run');
  return transact(actor, 'quiz.minutes-given', async ({ sql, at, record, unchanged }) => {
    const session = await holdRoom(sql, scope, sessionId);
    const refusal = roomRefusal(session);
    const running = new Map((await holdRunningAttempts(sql, sessionId)).map((one) => [one.personId, one]));
    const outages = refusal ? [] : outagesIn(await findRoomRecord(sql, sessionId, at), at);
    const outage = outages.find(({ fromAt }) => fromAt.getTime() === outageFromAt.getTime());
    if (refusal || !outage?.untilAt) {
      unchanged();
      return refusal ? { outcome: 'refused', reason: refusal } : { outcome: 'unchanged' };
    }
    const given: Record<string, number> = {};
    let ended = 0;
    for (const loss of outage.losses) {
      await markGivenBack(sql, sessionId, loss);
      const held = running.get(loss.personId);
      const change = held && giveSeconds(held.attempt, held.clock, loss.seconds, at);
      if (change?.kind === 'done') {
        await updateClock(sql, held!.attempt.id, change.clock);
        given[loss.personId] = change.seconds;
      } else ended += 1;
    }
    const { fromAt, untilAt, seconds } = outage;
    const reached = Object.keys(given).length;
    // Who got how much stands in the log: it is what anybody will ask later.
    record(sessionId, { target: 'outage', fromAt, untilAt, seconds, reached, given, reason, key }, session.unitPath);
    return { outcome: 'given', reached, ended, seconds };
  });
}

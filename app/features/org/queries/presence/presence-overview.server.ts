import type { Actor } from '#app/features/access/core/role.ts';
import { dateOf, type LocalDate } from '#app/kernel/vietnam-time.ts';
import { now } from '#app/platform/clock.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import { type OverviewRow, presenceOverview as overviewOf } from '../../core/presence/overview.ts';
import { rollOf } from '../../core/presence/roll.ts';
import { countAway } from '../../data/presence/away.server.ts';
import { listConfirmedDays } from '../../data/presence/presence-days.server.ts';
import { listUnitsOn, pathOn } from '../../data/presence/units-on.server.ts';
import { type UnitPlace, unitPlace } from '../unit-place.server.ts';

export type { OverviewRow };

export interface PresenceOverview extends UnitPlace {
  day: LocalDate;
  today: LocalDate;
  rows: OverviewRow[];
  total: OverviewRow;
  /** Whether the unit has a roll of its own people beside its sub-units. */
  hasOwnRoll: boolean;
}

/**
 * Strength of a unit on a day by its sub-units: present, absent by reason, and who has confirmed. Null for a unit whose
 * people all stand on its own roll. A day to come is shown as today. Throws not-found outside of the actor's reach.
 */
export async function presenceOverview(
  actor: Actor,
  unitId: string,
  asked: LocalDate | null,
): Promise<PresenceOverview | null> {
  const place = await unitPlace(actor, unitId, 'presence.enter');
  const { sql } = database();
  const at = now();
  const today = dateOf(at);
  const day = asked === null || asked > today ? today : asked;
  const path = await pathOn(sql, unitId, day, at);
  const units = path === null ? [] : await listUnitsOn(sql, path, day, at);
  const top = units.find(({ id }) => id === unitId);
  if (!top || rollOf(top.path, units).length === units.length) return null;
  const people = units.reduce((sum, { strength }) => sum + strength, 0);
  const [away, confirmed] = await Promise.all([
    countAway(sql, top.path, day, { now: at, people }),
    listConfirmedDays(sql, top.path, day, at),
  ]);
  const { rows, total } = overviewOf(top, units, away, new Map(confirmed.map((each) => [each.unitId, each])));
  return { ...place, day, today, rows, total, hasOwnRoll: top.strength > 0 || rows.some(({ isOwnRoll }) => isOwnRoll) };
}

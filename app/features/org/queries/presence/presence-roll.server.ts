import { may } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { eventsAbout } from '#app/features/audit/queries/events-about.server.ts';
import { dateOf, type LocalDate } from '#app/kernel/vietnam-time.ts';
import { now } from '#app/platform/clock.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import { isOn, type StoredAway } from '../../core/presence/absence.ts';
import { countReasons, type DayFigures, dayFigures, sameFigures, sumOfDays } from '../../core/presence/day-figures.ts';
import { presenceSubject } from '../../core/presence/presence-subject.ts';
import { rollOf } from '../../core/presence/roll.ts';
import { listPersonNames } from '../../data/people-search.server.ts';
import { listConfirmedDays } from '../../data/presence/presence-days.server.ts';
import { listAbsencesFrom, listAttachedOn, listRoll, type RollPerson } from '../../data/presence/roll.server.ts';
import { listUnitsOn, pathOn } from '../../data/presence/units-on.server.ts';
import { type UnitPlace, unitPlace } from '../unit-place.server.ts';

/** One line of the roll: present unless told otherwise. */
export interface RollLine extends RollPerson {
  unitName: string;
  /** How the person is away on this day, as stored; carried over from the day before by itself. */
  away: Omit<StoredAway, 'id'> | null;
  /** Serves with another unit for a while: entered where that is decided, not here. */
  attachedTo: { unitName: string; untilAt: Date | null } | null;
}

export interface PresenceRoll extends UnitPlace {
  day: LocalDate;
  today: LocalDate;
  lines: RollLine[];
  /** As the absences say now. */
  figures: DayFigures;
  /** Null until every unit of the roll has confirmed the day. */
  confirmed: { at: Date; byName: string | null } | null;
  /** Somebody came, left or was entered elsewhere since it was confirmed. */
  isStale: boolean;
  /** Who confirmed or changed the day, the newest first. */
  history: { id: string; at: Date; byName: string | null; figures: DayFigures; changed: number }[];
  /** Whether there are sub-units that keep rolls of their own. */
  hasParts: boolean;
  mayEnter: boolean;
}

/**
 * The roll of a unit for a day: its own people and those of its platoons and squads. A day to come is shown as today.
 * Throws not-found outside of the actor's reach.
 */
export async function presenceRoll(actor: Actor, unitId: string, asked: LocalDate | null): Promise<PresenceRoll> {
  const place = await unitPlace(actor, unitId, 'presence.enter');
  const { sql } = database();
  const at = now();
  const today = dateOf(at);
  const day = asked === null || asked > today ? today : asked;
  const path = await pathOn(sql, unitId, day, at);
  const units = path === null ? [] : await listUnitsOn(sql, path, day, at);
  const top = units.find(({ id }) => id === unitId);
  const roll = top ? rollOf(top.path, units) : [];
  const unitIds = roll.map(({ id }) => id);
  const names = new Map(roll.map(({ id, name }) => [id, name]));
  const people = await listRoll(sql, unitIds, day, at);
  const ids = people.map(({ personId }) => personId);
  const [absences, attached, confirmedDays, events] = await Promise.all([
    listAbsencesFrom(sql, ids, day),
    listAttachedOn(sql, ids, day),
    listConfirmedDays(sql, path ?? place.unit.path, day, at),
    eventsAbout(sql, presenceSubject(unitId, day), ['org.presence-confirmed', 'org.presence-imported'], { limit: 20 }),
  ]);
  const order = new Map(unitIds.map((id, index) => [id, index]));
  const lines = people
    .map((person): RollLine => {
      const away = absences.get(person.personId)?.find((each) => isOn(each, day)) ?? null;
      const attachedTo = attached.get(person.personId) ?? null;
      return { ...person, unitName: names.get(person.unitId) ?? '', away, attachedTo: away ? null : attachedTo };
    })
    .sort((a, b) => (order.get(a.unitId) ?? 0) - (order.get(b.unitId) ?? 0));
  const reasons = lines.flatMap(({ away, attachedTo }) => away?.reason ?? (attachedTo ? ('attached' as const) : []));
  const figures = dayFigures(lines.length, countReasons(reasons));
  const own = confirmedDays.filter((each) => names.has(each.unitId));
  const isWhole = roll.length > 0 && own.some((each) => each.unitId === unitId);
  const last = own.sort((a, b) => b.enteredAt.getTime() - a.enteredAt.getTime())[0];
  const byName = await listPersonNames(
    sql,
    events.flatMap(({ actorId }) => actorId ?? []),
  );
  return {
    ...place,
    ...{ day, today, lines, figures },
    confirmed: isWhole && last ? { at: last.enteredAt, byName: last.enteredByName } : null,
    isStale: isWhole && !sameFigures(sumOfDays(own), figures),
    history: events.map(({ id, at: eventAt, actorId, details }) => ({
      ...{ id, at: eventAt },
      byName: actorId ? (byName.get(actorId) ?? null) : null,
      figures: details as unknown as DayFigures,
      changed: Array.isArray(details.changed) ? details.changed.length : 0,
    })),
    hasParts: units.length > roll.length,
    mayEnter: may(actor, 'presence.enter', place.unit.path),
  };
}

import { LruMap } from '#app/kernel/lru-map.ts';
import { idsOf, type UnitPath } from '#app/kernel/unit-path.ts';
import type { LocalDate } from '#app/kernel/vietnam-time.ts';
import { now } from '#app/platform/clock.server.ts';
import type { Sql } from '#app/platform/db/sql.server.ts';
import { absenceReasons } from '../../core/presence/absence.ts';
import { type AbsentByReason, type DayFigures, dayFigures, nobodyAbsent } from '../../core/presence/day-figures.ts';
import { type AwayRow, countAway, listAway } from '../../data/presence/away.server.ts';
import { listConfirmedDays } from '../../data/presence/presence-days.server.ts';
import { subtreeStrengthOn } from '../../data/presence/strength-on.server.ts';
import { pathOn } from '../../data/presence/units-on.server.ts';

export type { AwayRow };

/** Strength of a subtree on a day, and how many of its units stand for it. */
export interface PresentOn extends DayFigures {
  /** Units of the subtree whose own people were confirmed for the day. */
  confirmedUnits: number;
}

/** Above this many people, whoever is absent is counted again once a minute: a tenth of a second for a million people. */
const MANY_PEOPLE = 4_000;
const KEPT_MS = 60_000;
const kept = new LruMap<string, { at: number; absent: AbsentByReason; confirmedUnits: number }>(200);

/**
 * Strength, present and absent by reason of a whole subtree on a day there (now: today). A unit that confirmed the day
 * counts as it confirmed; of the others, whoever is away by an absence or an attachment is absent. Present and absent
 * always add up to the strength, which is the ledger's; of more than 4,000 people the absent are as of a minute ago at
 * most. The caller has found the unit in the actor's scope.
 */
export async function presentOn(sql: Sql, path: UnitPath, day: LocalDate): Promise<PresentOn> {
  const people = await subtreeStrengthOn(sql, path, day);
  const at = now().getTime();
  const key = `${path} ${day}`;
  const before = people > MANY_PEOPLE ? kept.get(key) : undefined;
  const isFresh = before !== undefined && at >= before.at && at - before.at < KEPT_MS;
  const counted = isFresh ? before : await countAbsent(sql, path, day, people);
  if (people > MANY_PEOPLE && !isFresh) kept.set(key, { ...counted, at });
  return { ...dayFigures(people, counted.absent), confirmedUnits: counted.confirmedUnits };
}

async function countAbsent(sql: Sql, path: UnitPath, day: LocalDate, people: number) {
  const at = now();
  const then = await pathOn(sql, idsOf(path).at(-1) ?? '', day, at);
  if (then === null) return { absent: nobodyAbsent(), confirmedUnits: 0 };
  const [away, confirmed] = await Promise.all([
    countAway(sql, then, day, { now: at, people }),
    listConfirmedDays(sql, then, day, at),
  ]);
  const stands = new Set(confirmed.map(({ unitId }) => unitId));
  const absent: AbsentByReason = nobodyAbsent();
  for (const each of away) if (!stands.has(each.unitId)) absent[each.reason] += each.people;
  for (const each of confirmed) for (const reason of absenceReasons) absent[reason] += each.absent[reason];
  return { absent, confirmedUnits: confirmed.length };
}

/**
 * Who of a subtree is away on a day there, each once, in no order: by person, since coverage against those present asks
 * who of the absent has completed. The caller has found the unit in the actor's scope.
 */
export async function absenteesOn(sql: Sql, path: UnitPath, day: LocalDate): Promise<AwayRow[]> {
  const at = now();
  const then = await pathOn(sql, idsOf(path).at(-1) ?? '', day, at);
  return then === null ? [] : listAway(sql, then, day, { now: at, people: await subtreeStrengthOn(sql, path, day) });
}

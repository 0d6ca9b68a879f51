import { scopeOf } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { type UnitPlace, unitPlace } from '#app/features/org/queries/unit-place.server.ts';
import { ancestorsOf, idsOf, isWithin, type UnitPath } from '#app/kernel/unit-path.ts';
import { dateOf, daysBetween, type LocalDate } from '#app/kernel/vietnam-time.ts';
import { now } from '#app/platform/clock.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import { levelsOf, unitAtLevel } from '../../core/reminders/answering-unit.ts';
import { raisesOn } from '../../core/reminders/notice.ts';
import { isQuiet } from '../../core/reminders/reminder-rule.ts';
import { listDueAssignments } from '../../data/reminders/late-units.server.ts';
import { type LedUnit, listLeaders, listLedUnits, type UnitLeader } from '../../data/reminders/led-units.server.ts';
import { listNotices, type NoticeRow } from '../../data/reminders/notices.server.ts';
import { loadRules } from '../../data/reminders/reminder-rules.server.ts';
import { lateByAnswering } from './late-by-answering.server.ts';

/** One unit that is late in one assignment, and who is to do something about it. */
export interface Reminder {
  assignmentId: string;
  assignmentTitle: string;
  unitId: string;
  unitName: string;
  /** Short names from the unit up to the one that is looked at, without that. */
  unitNames: string[];
  /** People who are late, of the unit and the platoons without a leader below it. */
  late: number;
  /** Whole days since the date that has been missed longest, at least 1. */
  daysLate: number;
  since: Date;
  /** Who leads this very unit; empty: nobody does. */
  leaders: Pick<UnitLeader, 'personId' | 'fullName' | 'rank'>[];
  /** Before whom it lies now: the unit itself, or one above it to which it was raised. */
  before: { unitId: string; name: string; level: number };
  /** It lies before this actor. */
  isMine: boolean;
  acknowledged: { at: Date; by: string | null; note: string } | null;
  /** The day on which it goes a level up unless somebody acknowledges it. */
  raisesOn: LocalDate | null;
}

export interface Reminders {
  /** Null: everything that the actor answers for. */
  unit: { id: string; name: string } | null;
  above: UnitPlace['above'];
  asOf: Date;
  /** Nobody is to be disturbed now: nothing is raised before the quiet hours are over. */
  isQuiet: boolean;
  /** The longest late first; what lies before the actor and waits for an answer comes before all else. */
  reminders: Reminder[];
  /** People late in all of them; one who is late in two assignments counts twice. */
  late: number;
  /** Lie before the actor and wait for an answer. */
  mine: number;
}

/**
 * What needs to be followed up today in a unit and below (null: in all that the actor leads): which unit is late in what, by
 * how many people and days, who answers for it, whether anybody has acknowledged it. Live figures: true before any job has
 * run. Throws not-found for a unit outside of the scope; for who leads nothing it is empty.
 */
export async function remindersFor(actor: Actor, unitId: string | null = null): Promise<Reminders> {
  const place = unitId === null ? null : await unitPlace(actor, unitId);
  const scope = place ? [place.unit.path] : scopeOf(actor, 'unit.view');
  const asOf = now();
  const answers = scopeOf(actor, 'late.answer');
  const found = scope.length === 0 ? [] : await listReminders(scope, answers, asOf);
  const isWaiting = ({ isMine, acknowledged }: Reminder) => isMine && !acknowledged;
  const reminders = found.sort(
    (a, b) =>
      Number(isWaiting(b)) - Number(isWaiting(a)) ||
      Number(a.acknowledged !== null) - Number(b.acknowledged !== null) ||
      b.daysLate - a.daysLate ||
      b.late - a.late,
  );
  const ruleOf = await loadRules(database().sql);
  return {
    unit: place && { id: place.unit.id, name: place.unit.name },
    above: place?.above ?? [],
    asOf,
    isQuiet: scope.length > 0 && scope.every((path) => isQuiet(ruleOf(path).rule, asOf)),
    reminders,
    late: reminders.reduce((sum, each) => sum + each.late, 0),
    mine: reminders.filter(isWaiting).length,
  };
}

async function listReminders(scope: readonly UnitPath[], answers: readonly UnitPath[], at: Date): Promise<Reminder[]> {
  const { sql } = database();
  const units = await listLedUnits(sql, scope, at);
  const notices = new Map((await listNotices(sql, scope)).map((row) => [`${row.assignmentId} ${row.unitId}`, row]));
  const ruleOf = await loadRules(sql);
  const unitOf = (id: string) => units.get(id);
  const reminders: Reminder[] = [];
  for (const assignment of await listDueAssignments(sql, at)) {
    for (const { unit, late, since } of await lateByAnswering(sql, assignment, scope, units, at)) {
      const levels = levelsOf(unit.path, unitOf);
      const notice = notices.get(`${assignment.id} ${unit.id}`) ?? null;
      const level = notice?.level ?? Math.max(0, levels.indexOf(true));
      const beforeId = unitAtLevel(unit.path, level);
      reminders.push({
        ...{ assignmentId: assignment.id, assignmentTitle: assignment.title },
        ...{ unitId: unit.id, unitName: unit.name, unitNames: namesUpTo(unit, scope, units) },
        ...{ late, since, daysLate: Math.max(1, daysBetween(dateOf(since), dateOf(at))) },
        leaders: [],
        before: { unitId: beforeId, name: units.get(beforeId)?.name ?? '', level },
        isMine: answers.some((path) => idsOf(path).at(-1) === beforeId),
        acknowledged: acknowledgementOf(notice),
        raisesOn: notice && raisesOn(notice, levels, ruleOf(unit.path).rule),
      });
    }
  }
  const ids = [...new Set(reminders.map(({ unitId }) => unitId))];
  const leaders = await listLeaders(sql, ids, at);
  return reminders.map((reminder) => ({
    ...reminder,
    leaders: leaders
      .filter(({ unitId }) => unitId === reminder.unitId)
      .map(({ personId, fullName, rank }) => ({ personId, fullName, rank })),
  }));
}

const acknowledgementOf = (notice: NoticeRow | null): Reminder['acknowledged'] =>
  notice?.acknowledgedAt ? { at: notice.acknowledgedAt, by: notice.acknowledgedByName, note: notice.note } : null;

/** The way up from a unit, as far as the scope sees it, without the unit that is looked at. */
function namesUpTo(unit: LedUnit, scope: readonly UnitPath[], units: ReadonlyMap<string, LedUnit>): string[] {
  const above = ancestorsOf(unit.path).filter((path) => scope.some((top) => path !== top && isWithin(path, top)));
  return [unit.path, ...above.reverse()].map((path) => units.get(idsOf(path).at(-1)!)?.shortName ?? '');
}

import { now } from '#app/platform/clock.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import { type AssignmentRow, listAssignments } from '../data/assignments.server.ts';
import { countMisplaced } from '../data/audience.server.ts';
import { type CounterOfUnit, listCounters, listRecounted } from '../data/counters.server.ts';
import { listEnrolmentsOf } from '../data/enrolments.server.ts';
import { changesBetween, derive } from '../data/restate.server.ts';
import { loadActivity } from '../data/standings.server.ts';
import { listStrengthGaps } from '../data/strengths.server.ts';

/** One thing that does not agree, as codes, ids and numbers. */
export interface Difference {
  kind:
    | 'counter' // a counter is not the number of enrolments
    | 'status' // an enrolment is not what reading and attempts say
    | 'not-enrolled' // people of the audience without an enrolment
    | 'outside-audience' // people counted who are outside of the audience
    | 'over-strength' // more people counted in a unit than belong to it
    | 'strength'; // a unit's strength is not the number of its people
  assignmentId: string | null;
  unitId: string | null;
  subject: string;
  stored: string | number;
  recomputed: string | number;
}

/**
 * Recomputes everything from the rows and compares it with what is stored. Empty = all agree. Reads without locks:
 * while the product is in use, run it twice before believing a difference.
 */
export async function verifyCounters(): Promise<{ assignments: number; counters: number; differences: Difference[] }> {
  const { sql } = database();
  const differences: Difference[] = [];
  const strengths = await listStrengthGaps(sql);
  for (const unit of strengths.filter((each) => each.strength !== each.people)) {
    differences.push({
      ...nothing,
      kind: 'strength',
      unitId: unit.unitId,
      stored: unit.strength,
      recomputed: unit.people,
    });
  }
  const assignments = await listAssignments(sql);
  let counters = 0;
  for (const assignment of assignments) {
    const stored = await listCounters(sql, assignment.id);
    counters += stored.length;
    differences.push(...counterDifferences(stored, await listRecounted(sql, assignment.id)));
    differences.push(...overStrength(assignment.id, stored, strengths));
    differences.push(...(await misplaced(assignment)), ...(await statusDifferences(assignment)));
  }
  return { assignments: assignments.length, counters, differences };
}

const nothing = { assignmentId: null, unitId: null, subject: '' };

function counterDifferences(stored: CounterOfUnit[], recounted: CounterOfUnit[]): Difference[] {
  const nameOf = (row: CounterOfUnit) => `${row.unitId} ${row.dimension} ${row.key}`;
  const counts = new Map<string, { row: CounterOfUnit; stored: number; recomputed: number }>();
  for (const row of stored) counts.set(nameOf(row), { row, stored: Number(row.count), recomputed: 0 });
  for (const row of recounted) {
    const found = counts.get(nameOf(row)) ?? { row, stored: 0, recomputed: 0 };
    counts.set(nameOf(row), { ...found, recomputed: Number(row.count) });
  }
  return [...counts.values()]
    .filter((each) => each.stored !== each.recomputed)
    .map(({ row: { assignmentId, unitId, dimension, key }, ...values }) => ({
      kind: 'counter',
      assignmentId,
      unitId,
      subject: `${dimension} ${key}`,
      ...values,
    }));
}

function overStrength(
  assignmentId: string,
  stored: CounterOfUnit[],
  units: { unitId: string; people: number }[],
): Difference[] {
  return units.flatMap(({ unitId, people }) => {
    const own = stored.filter((row) => row.unitId === unitId && row.dimension === 'status');
    const counted = own.reduce((sum, row) => sum + Number(row.count), 0);
    if (counted <= people) return [];
    return [{ kind: 'over-strength' as const, assignmentId, unitId, subject: '', stored: counted, recomputed: people }];
  });
}

async function misplaced(assignment: AssignmentRow): Promise<Difference[]> {
  const { missing, extra } = await countMisplaced(database().sql, assignment);
  // Who comes after an assignment has closed is rightly not in it.
  const isClosed = assignment.closeAt !== null && assignment.closeAt <= now();
  const of = { ...nothing, assignmentId: assignment.id, recomputed: 0 };
  return [
    ...(missing > 0 && !isClosed ? [{ ...of, kind: 'not-enrolled' as const, stored: missing }] : []),
    ...(extra > 0 ? [{ ...of, kind: 'outside-audience' as const, stored: extra }] : []),
  ];
}

async function statusDifferences(assignment: AssignmentRow): Promise<Difference[]> {
  const { sql } = database();
  const activityOf = await loadActivity(sql, assignment, null);
  return (await listEnrolmentsOf(sql, assignment.id)).flatMap((row) => {
    const next = derive({ ...row, rule: assignment.rule }, activityOf(row.personId), row.completedAt ?? now());
    const changes = Object.keys(changesBetween(row, next));
    if (changes.length === 0) return [];
    const { assignmentId, unitId, personId } = row;
    const subject = `${personId} ${changes.join(' ')}`;
    return [{ kind: 'status' as const, assignmentId, unitId, subject, stored: row.status, recomputed: next.status }];
  });
}

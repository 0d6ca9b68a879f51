import { now } from '#app/platform/clock.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import type { CounterChange } from '../core/counter-delta.ts';
import { countMisplaced } from '../data/admission.server.ts';
import { type AssignmentRow, listAssignments } from '../data/assignments.server.ts';
import { audienceCondition } from '../data/audience.server.ts';
import { listCounters, listRecounted } from '../data/counters.server.ts';
import { listEnrolmentsAfter } from '../data/enrolments.server.ts';
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

function counterDifferences(stored: CounterChange[], recounted: CounterChange[]): Difference[] {
  const nameOf = (row: CounterChange) => `${row.unitId} ${row.dimension} ${row.key}`;
  const pairs = new Map<string, { row: CounterChange; stored: string; recomputed: string }>();
  const shown = ({ count, total }: CounterChange) => `${Number(count)}/${Number(total)}`;
  for (const row of stored) pairs.set(nameOf(row), { row, stored: shown(row), recomputed: '0/0' });
  for (const row of recounted) {
    const found = pairs.get(nameOf(row)) ?? { row, stored: '0/0', recomputed: '' };
    pairs.set(nameOf(row), { ...found, recomputed: shown(row) });
  }
  return [...pairs.values()]
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
  stored: CounterChange[],
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
  const { sql } = database();
  const audience = await audienceCondition(sql, assignment);
  const { missing, returned, outside, elsewhere } = await countMisplaced(sql, assignment.id, audience);
  const [absent, extra] = [missing + returned, outside + elsewhere];
  // Who comes after an assignment has closed is rightly not in it.
  const isClosed = assignment.closeAt !== null && assignment.closeAt <= now();
  const of = { ...nothing, assignmentId: assignment.id, recomputed: 0 };
  return [
    ...(absent > 0 && !isClosed ? [{ ...of, kind: 'not-enrolled' as const, stored: absent }] : []),
    ...(extra > 0 ? [{ ...of, kind: 'outside-audience' as const, stored: extra }] : []),
  ];
}

/** How many enrolments are judged at a time. */
const batch = 5000;

async function statusDifferences(assignment: AssignmentRow): Promise<Difference[]> {
  const { sql } = database();
  const differences: Difference[] = [];
  for (let after = ''; ; ) {
    const rows = await listEnrolmentsAfter(sql, assignment.id, { after, limit: batch });
    if (rows.length === 0) return differences;
    const ids = rows.map(({ personId }) => personId);
    const activityOf = await loadActivity(sql, assignment, ids);
    for (const row of rows) {
      const next = derive({ ...row, rule: assignment.rule }, activityOf(row.personId), row.completedAt ?? now());
      const changes = Object.keys(changesBetween(row, next));
      if (changes.length === 0) continue;
      const { assignmentId, unitId, personId } = row;
      const subject = `${personId} ${changes.join(' ')}`;
      differences.push({ kind: 'status', assignmentId, unitId, subject, stored: row.status, recomputed: next.status });
    }
    after = ids.at(-1)!;
  }
}

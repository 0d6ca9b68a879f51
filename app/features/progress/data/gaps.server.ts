import { now } from '#app/platform/clock.server.ts';
import type { Sql } from '#app/platform/db/sql.server.ts';
import type { CounterChange } from '../core/counter-delta.ts';
import { countMisplaced } from './admission.server.ts';
import type { AssignmentRow } from './assignments.server.ts';
import { audienceCondition } from './audience.server.ts';
import { listCounters, listRecounted } from './counters.server.ts';
import { ownChanges, recomputedTotals } from './days.server.ts';
import { listEnrolmentsAfter } from './enrolments.server.ts';
import { changesBetween, derive } from './restate.server.ts';
import { listUnsettled } from './settle-ledger.server.ts';
import { loadActivity } from './standings.server.ts';

/** Something stored of an assignment that does not agree with what it follows from. */
export interface Gap {
  kind:
    | 'counter' // a counter is not the number of enrolments, or its total not the sum along the paths below
    | 'history' // an enrolment is not what the last entry of its history says
    | 'day-sum' // the days of a counter do not add up to it
    | 'day' // a day is not what the histories (own) or the places of the units (total) say
    | 'over-strength' // more people counted in a unit or its subtree than belong to it
    | 'not-enrolled' // people of the audience without an enrolment
    | 'outside-audience' // people counted who are outside of the audience, or elsewhere than they are
    | 'status'; // an enrolment is not what reading and attempts say
  assignmentId: string;
  unitId: string | null;
  subject: string;
  stored: string | number;
  recomputed: string | number;
}

/** How many differences of one kind and assignment are told. */
const most = 200;

/** Every check of one assignment, one after the other; `counters` is how many were compared. */
export async function listGaps(sql: Sql, assignment: AssignmentRow): Promise<{ counters: number; gaps: Gap[] }> {
  const { id: assignmentId } = assignment;
  const stored = await listCounters(sql, assignmentId);
  const gaps = [
    ...counterGaps(assignmentId, stored, await listRecounted(sql, assignmentId)),
    ...(await historyGaps(sql, assignmentId)),
    ...(await daySumGaps(sql, assignmentId)),
    ...(await ownDayGaps(sql, assignmentId)),
    ...(await totalDayGaps(sql, assignmentId)),
    ...(await strengthGaps(sql, assignmentId)),
    ...(await misplaced(sql, assignment)),
    ...(await statusGaps(sql, assignment)),
  ];
  return { counters: stored.length, gaps };
}

function counterGaps(assignmentId: string, stored: CounterChange[], recounted: CounterChange[]): Gap[] {
  const nameOf = (row: CounterChange) => `${row.unitId} ${row.dimension} ${row.key}`;
  const shown = ({ count, total }: CounterChange) => `${Number(count)}/${Number(total)}`;
  const pairs = new Map(stored.map((row) => [nameOf(row), { row, stored: shown(row), recomputed: '0/0' }]));
  for (const row of recounted) {
    const found = pairs.get(nameOf(row)) ?? { row, stored: '0/0' };
    pairs.set(nameOf(row), { ...found, recomputed: shown(row) });
  }
  return [...pairs.values()]
    .filter((each) => each.stored !== each.recomputed)
    .slice(0, most)
    .map(({ row: { unitId, dimension, key }, ...values }) => ({
      ...{ kind: 'counter', assignmentId, unitId, subject: `${dimension} ${key}`, ...values },
    }));
}

async function historyGaps(sql: Sql, assignmentId: string): Promise<Gap[]> {
  const rows = await listUnsettled(sql, assignmentId, most);
  return rows.map(({ personId, unitId, stored, entered }) => ({
    ...{ kind: 'history', assignmentId, unitId, subject: personId, stored, recomputed: entered },
  }));
}

async function daySumGaps(sql: Sql, assignmentId: string): Promise<Gap[]> {
  const named = '"unitId", "dimension", "key"';
  const rows = await sql.all<CounterChange & { dayCount: number; dayTotal: number }>(
    `SELECT ${named}, SUM("count") AS "count", SUM("total") AS "total", SUM("dc") AS "dayCount", SUM("dt") AS "dayTotal"
       FROM (SELECT ${named}, "count", "total", 0 AS "dc", 0 AS "dt" FROM "ProgressCounter" WHERE "assignmentId" = ?
             UNION ALL
             SELECT ${named}, 0, 0, "count", "total" FROM "ProgressDay" WHERE "assignmentId" = ?) AS c
      GROUP BY ${named} HAVING SUM("count") <> SUM("dc") OR SUM("total") <> SUM("dt") LIMIT ${most}`,
    assignmentId,
    assignmentId,
  );
  return rows.map(({ unitId, dimension, key, count, total, dayCount, dayTotal }) => ({
    ...{ kind: 'day-sum', assignmentId, unitId, subject: `${dimension} ${key}` },
    ...{ stored: `${count}/${total}`, recomputed: `${dayCount}/${dayTotal}` },
  }));
}

async function ownDayGaps(sql: Sql, assignmentId: string): Promise<Gap[]> {
  const named = '"day", "unitId", "dimension", "key"';
  type Row = { day: string; unitId: string; dimension: string; key: string; stored: number; told: number };
  const rows = await sql.all<Row>(
    `SELECT ${named}, SUM("stored") AS "stored", SUM("told") AS "told" FROM (
       SELECT ${named}, "count" AS "stored", 0 AS "told" FROM "ProgressDay" WHERE "assignmentId" = ? AND "count" <> 0
       UNION ALL
       SELECT ${named}, 0, "count" FROM (${ownChanges(sql)}) AS h) AS d
      GROUP BY ${named} HAVING SUM("stored") <> SUM("told") LIMIT ${most}`,
    assignmentId,
    assignmentId,
  );
  return rows.map(({ day, unitId, dimension, key, stored, told }) => ({
    ...{ kind: 'day', assignmentId, unitId, subject: `${day} ${dimension} ${key}` },
    ...{ stored: Number(stored), recomputed: Number(told) },
  }));
}

async function totalDayGaps(sql: Sql, assignmentId: string): Promise<Gap[]> {
  const gaps: Gap[] = [];
  for await (const { day, stored, totals } of recomputedTotals(sql, assignmentId)) {
    const sums = new Map<string, { unitId: string; name: string; stored: number; recomputed: number }>();
    const of = ({ unitId, name }: { unitId: string; name: string }) => {
      const key = `${unitId} ${name}`;
      const found = sums.get(key) ?? { unitId, name, stored: 0, recomputed: 0 };
      sums.set(key, found);
      return found;
    };
    for (const row of stored) of(row).stored += row.by;
    for (const row of totals) of(row).recomputed += row.by;
    for (const { unitId, name, ...values } of sums.values()) {
      if (values.stored === values.recomputed) continue;
      gaps.push({ kind: 'day', assignmentId, unitId, subject: `${day} ${name} (total)`, ...values });
      if (gaps.length >= most) return gaps;
    }
  }
  return gaps;
}

async function strengthGaps(sql: Sql, assignmentId: string): Promise<Gap[]> {
  type Row = { unitId: string; count: number; total: number; strength: number; subtreeStrength: number };
  const rows = await sql.all<Row>(
    `SELECT c."unitId", SUM(c."count") AS "count", SUM(c."total") AS "total", u."strength", u."subtreeStrength"
       FROM "ProgressCounter" c JOIN "Unit" u ON u."id" = c."unitId"
      WHERE c."assignmentId" = ? AND c."dimension" = 'status' GROUP BY c."unitId", u."strength", u."subtreeStrength"
     HAVING SUM(c."count") > u."strength" OR SUM(c."total") > u."subtreeStrength" LIMIT ${most}`,
    assignmentId,
  );
  return rows.map(({ unitId, count, total, strength, subtreeStrength }) => ({
    ...{ kind: 'over-strength', assignmentId, unitId, subject: '' },
    ...{ stored: `${count}/${total}`, recomputed: `${strength}/${subtreeStrength}` },
  }));
}

async function misplaced(sql: Sql, assignment: AssignmentRow): Promise<Gap[]> {
  const audience = await audienceCondition(sql, assignment);
  const { missing, returned, outside, elsewhere } = await countMisplaced(sql, assignment.id, audience);
  // Who comes after an assignment has closed is rightly not in it.
  const isClosed = assignment.closeAt !== null && assignment.closeAt <= now();
  const of = { assignmentId: assignment.id, unitId: null, subject: '', recomputed: 0 };
  const [absent, extra] = [isClosed ? 0 : missing + returned, outside + elsewhere];
  return [
    ...(absent > 0 ? [{ ...of, kind: 'not-enrolled' as const, stored: absent }] : []),
    ...(extra > 0 ? [{ ...of, kind: 'outside-audience' as const, stored: extra }] : []),
  ];
}

/** How many enrolments are judged at a time. */
const batch = 5000;

async function statusGaps(sql: Sql, assignment: AssignmentRow): Promise<Gap[]> {
  const gaps: Gap[] = [];
  for (let after = ''; gaps.length < most; ) {
    const rows = await listEnrolmentsAfter(sql, assignment.id, { after, limit: batch });
    if (rows.length === 0) return gaps;
    const ids = rows.map(({ personId }) => personId);
    const activityOf = await loadActivity(sql, assignment, ids);
    for (const row of rows) {
      const next = derive({ ...row, rule: assignment.rule }, activityOf(row.personId), row.completedAt ?? now());
      const changes = Object.keys(changesBetween(row, next));
      if (changes.length === 0) continue;
      const { assignmentId, unitId, personId } = row;
      const subject = `${personId} ${changes.join(' ')}`;
      gaps.push({ kind: 'status', assignmentId, unitId, subject, stored: row.status, recomputed: next.status });
    }
    after = ids.at(-1)!;
  }
  return gaps.slice(0, most);
}

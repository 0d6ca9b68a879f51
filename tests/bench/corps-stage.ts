import { grantRole } from '#app/features/access/commands/grant-role.server.ts';
import { theSystem } from '#app/features/audit/core/actor.ts';
import { changeStrength } from '#app/features/org/data/strength.server.ts';
import { beginHistory } from '#app/features/org/data/strength-history.server.ts';
import { rebuildCounters } from '#app/features/progress/data/counters.server.ts';
import { rebuildDays } from '#app/features/progress/data/days.server.ts';
import { childPath } from '#app/kernel/unit-path.ts';
import { database } from '#app/platform/db/database.server.ts';
import type { Sql, SqlValue } from '#app/platform/db/sql.server.ts';
import { insertRows } from '#prisma/seed/insert-rows.ts';
import { rounded } from './measure.ts';

/** A corps in the middle of an assignment that opened 60 days ago, written by set-based SQL. */
export interface BenchCorps {
  unitId: string;
  units: number;
  people: number;
  leaderId: string;
  courseId: string;
  lessonIds: [string, string];
  assignmentId: string;
  /** People who have read nothing, each of another unit as far as there are so many. */
  beginners: string[];
  /** Seconds that each step took. */
  took: Record<string, number>;
}

type Unit = { id: string; parentId: string | null; path: string; kind: string; name: string };

/** Ten divisions of ten brigades of ten battalions, as many of them as the number asks, and companies for the rest. */
function planUnits(count: number): { units: Unit[]; leaves: number } {
  const units: Unit[] = [];
  const add = (parent: Unit | null, kind: string): Unit => {
    const id = `u${1_000_000 + units.length}`;
    const unit = {
      id,
      parentId: parent?.id ?? null,
      path: childPath(parent?.path ?? null, id),
      kind,
      name: `${kind} ${id}`,
    };
    units.push(unit);
    return unit;
  };
  let level = [add(null, 'corps')];
  for (const kind of ['division', 'brigade', 'battalion']) {
    const above = level;
    level = [];
    for (const parent of above) for (let n = 0; n < 10 && units.length < count; n += 1) level.push(add(parent, kind));
    if (units.length >= count) return { units, leaves: level.length };
  }
  const first = units.length;
  for (let n = 0; units.length < count; n += 1) add(level[n % level.length]!, 'company');
  return { units, leaves: units.length - first };
}

const series = (sql: Sql, from: number, until: number) =>
  sql.provider === 'postgresql'
    ? `SELECT i FROM generate_series(${from}, ${until - 1}) AS s(i)`
    : `WITH RECURSIVE s(i) AS (SELECT ${from} UNION ALL SELECT i + 1 FROM s WHERE i < ${until - 1}) SELECT i FROM s`;

/** Days after an instant, as an expression; takes the instant. */
const daysAfter = (sql: Sql, days: string) =>
  sql.provider === 'postgresql'
    ? `(CAST(? AS TIMESTAMP(3)) + (${days}) * INTERVAL '1 day')`
    : `(? + (${days}) * 86400000)`;

const day = 86_400_000;

/** Fills the open database. Of 100 people 50 have completed, 25 have read one of two lessons, 24 nothing, 1 is exempt. */
export async function fillCorps(people: number, unitCount: number): Promise<BenchCorps> {
  const took: Record<string, number> = {};
  const step = async (name: string, work: (sql: Sql) => Promise<unknown>) => {
    const started = performance.now();
    await database().writeQuietly(work);
    took[name] = rounded((performance.now() - started) / 1000, 1);
  };
  const { units, leaves } = planUnits(unitCount);
  const firstLeaf = units.length - leaves;
  const openAt = new Date(Date.now() - 60 * day);
  const born = new Date(openAt.getTime() - day);
  await step('units', async (sql) => {
    await insertRows(
      sql,
      'Unit',
      units.map(({ name, ...unit }, position) => ({ ...unit, name, shortName: name, position, createdAt: born })),
    );
    await beginHistory(sql);
  });
  const person = `'p' || (10000000 + i)`;
  const unitOf = `'u' || (1000000 + ${firstLeaf} + i % ${leaves})`;
  const parts = async (work: (from: number, until: number) => Promise<unknown>) => {
    for (let from = 0; from < people; from += 100_000) await work(from, Math.min(people, from + 100_000));
  };
  await step('people', (sql) =>
    parts((from, until) =>
      sql.run(
        `INSERT INTO "Person" ("id", "number", "fullName", "sortKey", "searchKey", "personnelClass", "membership", "unitId", "createdAt")
         SELECT ${person}, 'DO' || i, 'Nguyễn Văn ' || i, 'nguyen van ' || i, 'nguyen van ' || i, 'enlisted', 'youth', ${unitOf}, ?
           FROM (${series(sql, from, until)}) AS n`,
        born,
      ),
    ),
  );
  await step('intervals', (sql) =>
    parts((from, until) =>
      sql.run(
        `INSERT INTO "UnitMembership" ("id", "personId", "unitId", "personnelClass", "membership", "fromAt")
         SELECT 'm' || (10000000 + i), ${person}, ${unitOf}, 'enlisted', 'youth', ? FROM (${series(sql, from, until)}) AS n`,
        born,
      ),
    ),
  );
  await step('strength', (sql) =>
    changeStrength(
      sql,
      units.slice(firstLeaf).map(({ id: unitId }, n) => ({
        ...{ unitId, by: Math.floor(people / leaves) + (n < people % leaves ? 1 : 0) },
      })),
      born,
    ),
  );
  const [courseId, assignmentId, lessonIds] = ['k0', 'a0', ['l0', 'l1'] as [string, string]];
  await step('course', async (sql) => {
    const times = { createdAt: born, updatedAt: born };
    const row = (table: string, values: Record<string, SqlValue>) => insertRows(sql, table, [values]);
    const unitId = units[0]!.id;
    await row('Course', {
      id: courseId,
      code: courseId,
      unitId,
      title: 'Đo',
      summary: '',
      state: 'published',
      ...times,
    });
    await row('Module', { id: 'o0', courseId, code: 'o0', title: 'Đo', summary: '', position: 0 });
    for (const [position, id] of lessonIds.entries()) {
      const text = { title: id, body: '', minutes: 5, asOf: '', contentHash: '' };
      await row('Lesson', { id, moduleId: 'o0', code: id, position, ...text, updatedAt: born });
    }
    const rule = '{"lessons":"all","quizIds":[]}';
    const dueAt = new Date(Date.now() + 20 * day);
    await row('Assignment', { id: assignmentId, courseId, title: 'Đo', openAt, dueAt, rule, createdAt: openAt });
    await row('AssignmentUnit', { assignmentId, unitId });
  });
  // Spread over the days by numbers without a common divisor.
  const [first, second] = ['1 + (i * 31) % 30', '1 + (i * 31) % 30 + 1 + (i * 17) % 25'];
  const state = 'i % 100';
  await step('readings', async (sql) => {
    for (const [lesson, days, share] of [
      [lessonIds[0], first, 75],
      [lessonIds[1], second, 50],
    ] as const) {
      await parts((from, until) =>
        sql.run(
          `INSERT INTO "LessonRead" ("personId", "lessonId", "courseId", "openedAt", "readAt", "scroll", "updatedAt")
           SELECT ${person}, '${lesson}', '${courseId}', ${daysAfter(sql, days)}, ${daysAfter(sql, days)}, 1, ${daysAfter(sql, days)}
             FROM (${series(sql, from, until)}) AS n WHERE ${state} < ${share}`,
          ...[openAt, openAt, openAt],
        ),
      );
    }
  });
  await step('enrolments', (sql) =>
    parts((from, until) =>
      sql.run(
        `INSERT INTO "Enrolment" ("assignmentId", "personId", "unitId", "status", "lessonsRead", "exemptReason", "exemptAt",
                "enrolledAt", "startedAt", "completedAt", "updatedAt")
         SELECT '${assignmentId}', ${person}, ${unitOf},
                CASE WHEN ${state} < 50 THEN 'completed' WHEN ${state} < 75 THEN 'in-progress' WHEN ${state} < 99 THEN 'not-started' ELSE 'exempt' END,
                CASE WHEN ${state} < 50 THEN 2 WHEN ${state} < 75 THEN 1 ELSE 0 END,
                CASE WHEN ${state} = 99 THEN 'Đi viện' END, CASE WHEN ${state} = 99 THEN ${daysAfter(sql, '20')} END,
                ${daysAfter(sql, '0')}, CASE WHEN ${state} < 75 THEN ${daysAfter(sql, first)} END,
                CASE WHEN ${state} < 50 THEN ${daysAfter(sql, second)} END, ${daysAfter(sql, '0')}
           FROM (${series(sql, from, until)}) AS n`,
        ...Array.from({ length: 5 }, () => openAt),
      ),
    ),
  );
  await step('histories', async (sql) => {
    for (const [status, days, condition] of [
      ['not-started', '0', '1 = 1'],
      ['in-progress', first, `${state} < 75`],
      ['completed', second, `${state} < 50`],
      ['exempt', '20', `${state} = 99`],
    ] as const) {
      await parts((from, until) =>
        sql.run(
          `INSERT INTO "EnrolmentChange" ("assignmentId", "personId", "at", "unitId", "status")
           SELECT '${assignmentId}', ${person}, ${daysAfter(sql, days)}, ${unitOf}, '${status}'
             FROM (${series(sql, from, until)}) AS n WHERE ${condition}`,
          openAt,
        ),
      );
    }
  });
  await step('counters', (sql) => rebuildCounters(sql, assignmentId));
  await step('days', (sql) => rebuildDays(sql, assignmentId));
  if (database().provider === 'postgresql') await step('analyze', (sql) => sql.run('ANALYZE'));
  const leaderId = 'p10000000';
  for (const role of ['leader', 'administrator'] as const)
    await grantRole(theSystem, { personId: leaderId, role, unitId: units[0]!.id });
  // Steps of a number without a common divisor with the hundred and the units, so that they spread over the corps.
  const beginners: string[] = [];
  for (let i = 75; i < people && beginners.length < 4000; i += 1) {
    const at = (i * 7919) % people;
    if (at % 100 >= 75 && at % 100 < 99) beginners.push(`p${10_000_000 + at}`);
  }
  const ids = [...new Set(beginners)];
  return {
    unitId: units[0]!.id,
    units: units.length,
    people,
    leaderId,
    courseId,
    lessonIds,
    assignmentId,
    beginners: ids,
    took,
  };
}

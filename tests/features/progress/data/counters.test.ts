import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#app/features/access/core/role.ts';
import { transact } from '#app/features/audit/commands/transact.server.ts';
import { theSystem } from '#app/features/audit/core/actor.ts';
import { createPerson } from '#app/features/org/commands/create-person.server.ts';
import { endExemption } from '#app/features/progress/commands/end-exemption.server.ts';
import { exemptPerson } from '#app/features/progress/commands/exempt-person.server.ts';
import { rebuildCounters } from '#app/features/progress/commands/rebuild-counters.server.ts';
import { verifyCounters } from '#app/features/progress/queries/verify-counters.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import { useTestDatabase } from '#tests/database.ts';
import { buildCorps, type Corps } from '#tests/fixtures/corps.ts';
import {
  assignCourse,
  complete,
  insertCourse,
  movePerson,
  readLesson,
  setPresent,
  type TestCourse,
  takeQuiz,
} from '#tests/fixtures/course.ts';

useTestDatabase();

let corps: Corps;
let course: TestCourse;
let people: Actor[];
let units: string[];
let assignmentIds: string[];

beforeAll(async () => {
  corps = await buildCorps();
  course = await insertCourse(corps.corps);
  people = [corps.an, corps.binh, corps.cuong, corps.dung, corps.em, corps.thuy];
  units = [corps.c1, corps.c2, corps.c3, corps.s1, corps.corps].map((unit) => unit.id);
  assignmentIds = [
    await assignCourse(course, [corps.corps]),
    await assignCourse(course, [corps.c1, corps.s2]),
    await assignCourse(course, [corps.corps], { audience: { classes: ['enlisted'] } }),
  ];
});

const countersOf = (assignmentId: string) =>
  database().read.progressCounter.findMany({ where: { assignmentId, count: { not: 0 } } });

async function expectSound(): Promise<void> {
  const { differences } = await verifyCounters();
  expect(differences).toEqual([]);
  expect(await database().read.progressCounter.count({ where: { count: { lt: 0 } } })).toBe(0);
}

const person = fc.nat({ max: 5 });
const assignment = fc.nat({ max: 2 });
const event = fc.oneof(
  fc.record({ what: fc.constant('read' as const), person, lesson: fc.nat({ max: 1 }) }),
  fc.record({ what: fc.constant('take' as const), person, grade: fc.constantFrom(null, 0, 4.9, 5, 7, 8, 10) }),
  fc.record({ what: fc.constant('move' as const), person, unit: fc.nat({ max: 4 }) }),
  fc.record({ what: fc.constant('exempt' as const), person, assignment }),
  fc.record({ what: fc.constant('end' as const), person, assignment }),
  fc.record({ what: fc.constant('present' as const), person, isPresent: fc.boolean() }),
  fc.record({ what: fc.constant('withdraw' as const), assignment, isWithdrawn: fc.boolean() }),
  fc.record({
    what: fc.constant('audience' as const),
    assignment,
    units: fc.uniqueArray(fc.nat({ max: 4 }), { minLength: 1 }),
  }),
);
type HistoryEvent = typeof event extends fc.Arbitrary<infer Value> ? Value : never;

/** The administrator's reach, without the administrator's people being part of the history. */
const decider = () => corps.khoi;

async function happen(each: HistoryEvent): Promise<void> {
  if (each.what === 'withdraw' || each.what === 'audience') return changeAssignment(each);
  const { personId } = people[each.person]!;
  if (each.what === 'read') return readLesson(personId, course, each.lesson);
  if (each.what === 'take') return takeQuiz(personId, course, each.grade);
  if (each.what === 'move') return movePerson(personId, units[each.unit]!);
  if (each.what === 'present') return setPresent(personId, each.isPresent);
  const assignmentId = assignmentIds[each.assignment]!;
  const isGone = (await database().read.person.findUniqueOrThrow({ where: { id: personId } })).leftAt !== null;
  if (isGone) return;
  if (each.what === 'exempt') await exemptPerson(decider(), { personId, assignmentId, reason: 'Đi viện' });
  else await endExemption(decider(), { personId, assignmentId });
}

async function changeAssignment(each: Extract<HistoryEvent, { what: 'withdraw' | 'audience' }>): Promise<void> {
  const assignmentId = assignmentIds[each.assignment]!;
  await transact(theSystem, 'courses.assignment-changed', async ({ tx, at, emit }) => {
    if (each.what === 'withdraw') {
      await tx.assignment.update({ where: { id: assignmentId }, data: { withdrawnAt: each.isWithdrawn ? at : null } });
      emit({ type: each.isWithdrawn ? 'assignment-withdrawn' : 'assignment-changed', assignmentId });
    } else {
      await tx.assignmentUnit.deleteMany({ where: { assignmentId } });
      await tx.assignmentUnit.createMany({ data: each.units.map((at) => ({ assignmentId, unitId: units[at]! })) });
      emit({ type: 'assignment-changed', assignmentId });
    }
  });
}

describe('counters', () => {
  it('count everybody of the audience from the day of the assignment', async () => {
    const rows = await countersOf(assignmentIds[0]!);
    expect(rows.reduce((sum, row) => sum + row.count, 0)).toBe(9);
    expect(rows.every((row) => row.key === 'not-started')).toBe(true);
    expect(await database().read.enrolment.count({ where: { assignmentId: assignmentIds[2]! } })).toBe(5);
    await expectSound();
  });

  it('change with their cause, and once only when it is told twice', async () => {
    await readLesson(corps.an.personId, course, 0);
    await readLesson(corps.an.personId, course, 0);
    await complete(corps.binh.personId, course, 7.5);
    const inC1 = (await countersOf(assignmentIds[0]!)).filter((row) => row.unitId === corps.c1.id);
    expect(Object.fromEntries(inC1.map((row) => [row.key, row.count]))).toEqual({
      'in-progress': 1,
      'not-started': 1,
      completed: 1,
      good: 1,
    });
    await expectSound();
  });

  it('give who joins later the assignments of the unit, and judge what was done before', async () => {
    const late = await createPerson(theSystem, {
      number: 'QN90001',
      fullName: 'Ngô Văn Muộn',
      rank: 'Binh nhì',
      position: null,
      personnelClass: 'enlisted',
      membership: 'none',
      unitId: corps.c2.id,
    });
    expect(await database().read.enrolment.count({ where: { personId: late.id } })).toBe(2);
    const again = await assignCourse(course, [corps.c1]);
    const binh = await database().read.enrolment.findFirstOrThrow({
      where: { assignmentId: again, personId: corps.binh.personId },
    });
    expect(binh).toMatchObject({ status: 'completed', classification: 'good', bestGrade: 7.5, lessonsRead: 2 });
    await expectSound();
  });

  it('stay right when two devices of one person, and two people of one unit, finish at the same moment', async () => {
    await readLesson(corps.cuong.personId, course, 0);
    await Promise.all([
      readLesson(corps.cuong.personId, course, 1),
      takeQuiz(corps.cuong.personId, course, 9),
      readLesson(corps.an.personId, course, 1),
      readLesson(corps.dung.personId, course, 0),
      movePerson(corps.dung.personId, corps.c1.id),
      assignCourse(course, [corps.s1]),
    ]);
    const cuong = await database().read.enrolment.findFirstOrThrow({
      where: { assignmentId: assignmentIds[0]!, personId: corps.cuong.personId },
    });
    expect(cuong.status).toBe('completed');
    await expectSound();
  });

  it('equal a recomputation and stay within the strength after any history', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(event, { minLength: 5, maxLength: 25 }), async (history) => {
        for (const each of history) await happen(each);
        await expectSound();
      }),
      { numRuns: 12 },
    );
  }, 240_000);

  it('are counted anew to the same numbers', async () => {
    const before = await Promise.all(assignmentIds.map(countersOf));
    await rebuildCounters(theSystem);
    const after = await Promise.all(assignmentIds.map(countersOf));
    const sorted = (rows: { unitId: string; key: string }[]) =>
      [...rows].sort((a, b) => (a.unitId + a.key < b.unitId + b.key ? -1 : 1));
    expect(after.map(sorted)).toEqual(before.map(sorted));
    await expectSound();
  });

  it('show every kind of damage when they are verified', async () => {
    const assignmentId = await assignCourse(course, [corps.corps]);
    await transact(theSystem, 'demo.filled', async ({ sql }) => {
      await sql.run(
        'UPDATE "ProgressCounter" SET "count" = "count" + 100 WHERE "assignmentId" = ? AND "unitId" = ?',
        assignmentId,
        corps.c3.id,
      );
      await sql.run('UPDATE "Unit" SET "strength" = 99 WHERE "id" = ?', corps.c2.id);
    });
    const kinds = new Set((await verifyCounters()).differences.map((each) => each.kind));
    expect([...kinds].sort()).toEqual(['counter', 'day-sum', 'over-strength', 'strength']);
  });
});

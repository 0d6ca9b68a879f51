import { beforeAll, describe, expect, it } from 'vitest';
import { transact } from '#app/features/audit/commands/transact.server.ts';
import { theSystem } from '#app/features/audit/core/actor.ts';
import { personRow } from '#app/features/org/commands/create-person.server.ts';
import { changeStrength } from '#app/features/org/data/strength.server.ts';
import { everybody } from '#app/features/progress/core/people-filter.ts';
import { unitDashboard } from '#app/features/progress/queries/unit-dashboard.server.ts';
import { unitPeople } from '#app/features/progress/queries/unit-people.server.ts';
import { database, useDatabase } from '#app/platform/db/database.server.ts';
import type { Sql } from '#app/platform/db/sql.server.ts';
import { useTestDatabase } from '#tests/database.ts';
import { buildCorps, type Corps } from '#tests/fixtures/corps.ts';
import { assignCourse, insertCourse } from '#tests/fixtures/course.ts';

useTestDatabase();

let corps: Corps;

beforeAll(async () => {
  corps = await buildCorps();
});

/** Runs `work` and counts its statements and the rows that they give. */
async function counted(work: () => Promise<unknown>): Promise<{ statements: number; rows: number }> {
  const opened = database();
  const count = { statements: 0, rows: 0 };
  const all: Sql['all'] = async (text, ...values) => {
    const rows = await opened.sql.all(text, ...values);
    count.statements += 1;
    count.rows += rows.length;
    return rows as never;
  };
  const get: Sql['get'] = async (text, ...values) => (await all(text, ...values))[0] as never;
  // A query that leaves plain SQL on this path shows as an error.
  useDatabase({ ...opened, sql: { ...opened.sql, all, get }, read: undefined as never });
  try {
    await work();
  } finally {
    useDatabase(opened);
  }
  return count;
}

async function addPeople(many: number): Promise<void> {
  await transact(theSystem, 'demo.filled', async ({ tx, sql, at }) => {
    const people = Array.from({ length: many }, (_, index) => ({
      ...personRow({
        number: `${many}-${index}`,
        fullName: `Nguyễn Văn ${index}`,
        rank: null,
        position: null,
        personnelClass: 'enlisted',
        membership: 'none',
        unitId: corps.c1.id,
      }),
      createdAt: at,
    }));
    await tx.person.createMany({ data: people });
    await changeStrength(sql, [{ unitId: corps.c1.id, by: many }], at);
  });
}

describe('the dashboard', () => {
  it('shows a unit without an assignment, and one without people', async () => {
    const page = await unitDashboard(corps.thuy, corps.s1.id);
    expect(page).toMatchObject({
      assignment: null,
      assignments: [],
      total: { strength: 5, assigned: 0, notAssigned: 5 },
    });
    const list = await unitPeople(corps.thuy, corps.s1.id, { assignmentId: null, filter: everybody, page: 1 });
    expect(list.people.every((row) => row.standing === 'not-assigned')).toBe(true);
  });

  it('asks the same five statements for few people and for many, and gets the same number of rows', async () => {
    await assignCourse(await insertCourse(corps.corps), [corps.corps]);
    const look = () => counted(() => unitDashboard(corps.thuy, corps.s1.id));
    const few = await look();
    await addPeople(2000);
    await assignCourse(await insertCourse(corps.corps), [corps.corps], { title: 'Sau' });
    const many = await look();
    expect(few.statements).toBe(5);
    expect(many.statements).toBe(5);
    expect(many.rows - few.rows).toBe(1);
    expect((await unitDashboard(corps.thuy, corps.s1.id)).total.strength).toBe(2005);
  });

  it('pages the list of people without a gap or an overlap', async () => {
    const page = (number: number) =>
      unitPeople(corps.thuy, corps.s1.id, { assignmentId: null, filter: everybody, page: number });
    const first = await page(1);
    expect(first).toMatchObject({ total: 2005, pages: 41, page: 1 });
    const all = await unitPeople(corps.thuy, corps.s1.id, { assignmentId: null, filter: everybody, page: 'all' });
    const pages = await Promise.all([1, 2, 41].map(page));
    expect(pages[1]?.people[0]).toEqual(all.people[50]);
    expect(pages[2]?.people.at(-1)).toEqual(all.people.at(-1));
    expect((await page(99)).page).toBe(41);
    expect(new Set(all.people.map((row) => row.personId)).size).toBe(2005);
  });
});

import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#app/features/access/core/role.ts';
import { theSystem } from '#app/features/audit/core/actor.ts';
import { createPerson } from '#app/features/org/commands/create-person.server.ts';
import { endExemption } from '#app/features/progress/commands/end-exemption.server.ts';
import { exemptPerson } from '#app/features/progress/commands/exempt-person.server.ts';
import { verifyCounters } from '#app/features/progress/queries/verify-counters.server.ts';
import { useTestDatabase } from '#tests/database.ts';
import { buildCorps, type Corps } from '#tests/fixtures/corps.ts';
import {
  assignCourse,
  complete,
  insertCourse,
  movePerson,
  readLesson,
  type TestCourse,
  takeQuiz,
} from '#tests/fixtures/course.ts';

useTestDatabase();

let corps: Corps;
let course: TestCourse;

beforeAll(async () => {
  corps = await buildCorps();
  course = await insertCourse(corps.corps);
});

const recruit = async (index: number) =>
  createPerson(theSystem, {
    number: `TB${index}`,
    fullName: `Nguyễn Văn ${index}`,
    rank: null,
    position: null,
    personnelClass: 'enlisted',
    membership: 'none',
    unitId: [corps.c1, corps.c2, corps.c3][index % 3]!.id,
  });

describe('many at the same moment', () => {
  it('study, are moved, exempted and assigned, and every count stays right', async () => {
    const first = await assignCourse(course, [corps.s1]);
    const people = await Promise.all(Array.from({ length: 24 }, (_, index) => recruit(index)));
    const exempted: Actor = corps.khoi;
    await Promise.all([
      ...people.map(({ id }, index) => complete(id, course, index % 10)),
      ...people.slice(0, 8).flatMap(({ id }) => [readLesson(id, course, 0), readLesson(id, course, 1)]),
      ...people.slice(8, 14).map(({ id }) => movePerson(id, corps.c3.id)),
      ...people
        .slice(3, 9)
        .map(({ id: personId }) =>
          exemptPerson(exempted, { personId, assignmentId: first, reason: 'Ốm' }).then(() =>
            endExemption(exempted, { personId, assignmentId: first }),
          ),
        ),
      assignCourse(course, [corps.corps]),
      assignCourse(course, [corps.c1, corps.c3]),
      takeQuiz(corps.an.personId, course, 6),
      recruit(100),
      recruit(101),
    ]);
    expect((await verifyCounters()).differences).toEqual([]);
  }, 60_000);
});

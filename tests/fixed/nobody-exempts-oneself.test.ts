import { beforeAll, expect, it } from 'vitest';
import { exemptPerson } from '#app/features/progress/commands/exempt-person.server.ts';
import { useTestDatabase } from '#tests/database.ts';
import { buildCorps, type Corps } from '#tests/fixtures/corps.ts';
import { assignCourse, insertCourse } from '#tests/fixtures/course.ts';

useTestDatabase();
let corps: Corps;
let assignmentId = '';
beforeAll(async () => {
  corps = await buildCorps();
  assignmentId = await assignCourse(await insertCourse(corps.corps), [corps.s1]);
});

it('lets somebody else decide about the leader', async () => {
  const of = { personId: corps.thuy.personId, assignmentId, reason: 'Bận việc' };
  expect(await exemptPerson(corps.thuy, of)).toEqual({ kind: 'refused', reason: 'self' });
  expect(await exemptPerson(corps.khoi, of)).toEqual({ kind: 'exempted' });
});

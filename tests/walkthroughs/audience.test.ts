import { beforeAll, describe, expect, it } from 'vitest';
import { transact } from '#app/features/audit/commands/transact.server.ts';
import { theSystem } from '#app/features/audit/core/actor.ts';
import { changeAudience } from '#app/features/courses/commands/change-audience.server.ts';
import { audiencePeople, audiencePreview } from '#app/features/courses/queries/audience-preview.server.ts';
import { assignedCourseIds } from '#app/features/courses/queries/course-access.server.ts';
import { managedAssignment } from '#app/features/courses/queries/managed-assignment.server.ts';
import { addGroupMembers } from '#app/features/org/commands/add-group-members.server.ts';
import { createGroup } from '#app/features/org/commands/create-group.server.ts';
import { removeGroupMember } from '#app/features/org/commands/remove-group-member.server.ts';
import { audienceChange } from '#app/features/progress/queries/audience-change.server.ts';
import { verifyCounters } from '#app/features/progress/queries/verify-counters.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import { useTestDatabase } from '#tests/database.ts';
import { buildCorps, type Corps } from '#tests/fixtures/corps.ts';
import { assignCourse, insertCourse, readLesson, type TestCourse } from '#tests/fixtures/course.ts';

useTestDatabase();

let corps: Corps;
let course: TestCourse;
let assignmentId: string;
let groupId: string;

/** Who is counted in the assignment, by name. */
const counted = async () => {
  const rows = await database().read.enrolment.findMany({
    where: { assignmentId, releasedAt: null },
    select: { person: { select: { fullName: true } } },
  });
  return rows.map(({ person }) => person.fullName.split(' ').at(-1)).sort();
};
const change = async (named: { unitIds?: string[]; groupIds?: string[]; filter?: object }) => {
  const { revision } = await managedAssignment(corps.giang, assignmentId);
  const given = { unitIds: [], groupIds: [], filter: {}, ...named };
  return changeAudience(corps.giang, { assignmentId, revision, ...given });
};
const allTrue = async () => expect((await verifyCounters()).differences).toEqual([]);

beforeAll(async () => {
  corps = await buildCorps();
  course = await insertCourse(corps.corps);
  await transact(theSystem, 'courses.content-imported', async ({ tx }) => {
    await tx.course.update({ where: { id: course.courseId }, data: { state: 'published' } });
    await tx.person.update({ where: { id: corps.an.personId }, data: { position: 'Tiểu đội trưởng' } });
    await tx.unitMembership.updateMany({
      where: { personId: corps.an.personId, untilAt: null },
      data: { position: 'Tiểu đội trưởng' },
    });
  });
  assignmentId = await assignCourse(course, [corps.c1]);
  const created = await createGroup(corps.giang, { name: 'Hạt nhân', unitId: corps.corps.id });
  groupId = 'groupId' in created ? (created.groupId as string) : '';
});

describe('an audience of units and groups', () => {
  it('is previewed with reasons before anything is saved', async () => {
    await addGroupMembers(corps.giang, groupId, { personIds: [corps.em.personId, corps.an.personId] });
    const named = { unitIds: [corps.c1.id], groupIds: [groupId], filter: {} };
    expect(await audiencePreview(corps.giang, named)).toMatchObject({
      ...{ people: 4, leftOut: 0 },
      reasons: [
        { kind: 'unit', people: 3 },
        { kind: 'group', name: 'Hạt nhân', people: 2 },
      ],
    });
    const { list } = await audiencePeople(corps.giang, { ...named, isLeftOut: false, page: 1 });
    const an = list.find(({ personId }) => personId === corps.an.personId);
    expect(an?.reasons.map(({ kind }) => kind)).toEqual(['unit', 'group']);
    expect(await audienceChange(corps.giang, assignmentId, named)).toEqual({ joins: 1, leaves: 0 });
    expect(await counted()).toEqual(['An', 'Bình', 'Cường']);
  });

  it('reaches people of a group wherever they serve, and who joins it later', async () => {
    expect(await assignedCourseIds(corps.em)).toEqual([]);
    expect(await change({ unitIds: [corps.c1.id], groupIds: [groupId] })).toMatchObject({ kind: 'changed' });
    expect(await counted()).toEqual(['An', 'Bình', 'Cường', 'Em']);
    expect(await assignedCourseIds(corps.em)).toEqual([course.courseId]);
    await addGroupMembers(corps.giang, groupId, { personIds: [corps.dung.personId] });
    expect(await counted()).toEqual(['An', 'Bình', 'Cường', 'Dũng', 'Em']);
    await allTrue();
  });

  it('lets go who leaves the group, and keeps the record', async () => {
    await readLesson(corps.dung.personId, course, 0);
    await removeGroupMember(corps.giang, groupId, corps.dung.personId);
    expect(await counted()).toEqual(['An', 'Bình', 'Cường', 'Em']);
    expect(
      await database().read.enrolment.findFirst({ where: { assignmentId, personId: corps.dung.personId } }),
    ).toMatchObject({ status: 'in-progress', lessonsRead: 1 });
    await allTrue();
  });

  it('is filtered by position without tone marks, and says who is left out by what', async () => {
    const filter = { positions: ['tieu doi truong'] };
    const named = { unitIds: [corps.c1.id], groupIds: [groupId], filter };
    expect(await audiencePreview(corps.giang, named)).toMatchObject({ people: 1, leftOut: 3, misses: { position: 3 } });
    const left = await audiencePeople(corps.giang, { ...named, isLeftOut: true, page: 1 });
    expect(left.list.every(({ misses }) => misses.join() === 'position')).toBe(true);
    expect(await change(named)).toMatchObject({ kind: 'changed' });
    expect(await counted()).toEqual(['An']);
    expect(await change(named)).toMatchObject({ kind: 'unchanged' });
    await allTrue();
  });

  it('is changed only by who manages all of it, and by one at a time', async () => {
    const given = { assignmentId, revision: 1, unitIds: [corps.c1.id], groupIds: [], filter: {} };
    expect(await changeAudience(corps.giang, given)).toMatchObject({ kind: 'conflict' });
    const s1 = { ...corps.em, grants: [{ role: 'author' as const, unitPath: corps.s1.path }] };
    // The group belongs to the corps: an author of the division has no hand on this assignment.
    await expect(changeAudience(s1, given)).rejects.toMatchObject({ code: 'not-found' });
    await expect(changeAudience(corps.thuy, given)).rejects.toMatchObject({ code: 'forbidden' });
  });
});

import { beforeAll, describe, expect, it } from 'vitest';
import { theSystem } from '#app/features/audit/core/actor.ts';
import { importCourse } from '#app/features/courses/commands/import-course.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import { useTestDatabase } from '#tests/database.ts';
import { buildCorps, type Corps } from '#tests/fixtures/corps.ts';
import { smallCourse } from '#tests/fixtures/course-content.ts';

useTestDatabase();

describe('importing a course', () => {
  let corps: Corps;
  const importAgain = (content = smallCourse()) => importCourse(theSystem, content, corps.corps.id);
  const events = () => database().read.auditEvent.count({ where: { op: 'courses.content-imported' } });

  beforeAll(async () => {
    corps = await buildCorps();
  });

  it('creates, publishes and then finds nothing to change', async () => {
    const first = await importAgain();
    expect(first).toMatchObject({ created: 6, changed: 0, unchanged: 0, retired: 0 });
    expect(await database().read.course.findFirst()).toMatchObject({ code: 'kh', state: 'published', revision: 1 });
    expect(await importAgain()).toEqual({ courseId: first.courseId, created: 0, changed: 0, unchanged: 6, retired: 0 });
    expect(await database().read.course.findFirst()).toMatchObject({ revision: 1 });
    expect(await events()).toBe(1);
  });

  it('changes one lesson when one file changed, and keeps its identity', async () => {
    const before = await database().read.lesson.findUnique({ where: { code: 'kh-01-02' } });
    const content = smallCourse();
    content.modules[0]!.lessons[1]!.title = 'Tiếp theo, sửa';
    expect(await importAgain(content)).toMatchObject({ created: 0, changed: 1, unchanged: 5, retired: 0 });
    const after = await database().read.lesson.findUnique({ where: { code: 'kh-01-02' } });
    expect(after).toMatchObject({ id: before!.id, title: 'Tiếp theo, sửa' });
    expect(await database().read.course.findFirst()).toMatchObject({ revision: 2 });
  });

  it('retires a lesson that vanished and takes it back with the same id', async () => {
    const content = smallCourse();
    content.modules[1]!.lessons = [];
    expect(await importAgain(content)).toMatchObject({ retired: 1 });
    const gone = await database().read.lesson.findUnique({ where: { code: 'kh-02-01' } });
    expect(gone?.retiredAt).toBeInstanceOf(Date);
    expect(await importAgain(content)).toMatchObject({ created: 0, changed: 0, retired: 0 });
    expect(await importAgain()).toMatchObject({ changed: 1, retired: 0 });
    const back = await database().read.lesson.findUnique({ where: { code: 'kh-02-01' } });
    expect(back).toMatchObject({ id: gone!.id, retiredAt: null });
  });

  it('refuses codes that belong to another course and writes nothing', async () => {
    const content = { ...smallCourse(), code: 'khac', title: 'Khóa khác' };
    await expect(importAgain(content)).rejects.toMatchObject({ code: 'conflict', details: { reason: 'code-taken' } });
    expect(await database().read.course.count()).toBe(1);
  });
});

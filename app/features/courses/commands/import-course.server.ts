import { type Change, transact } from '#app/features/audit/commands/transact.server.ts';
import type { Doer } from '#app/features/audit/core/actor.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { newId, sha256 } from '#app/platform/ids.server.ts';
import type { CourseContent } from '../core/course-content.ts';
import { courseHash, type LessonPlan, planLessons } from '../core/import-plan.ts';
import { listLiveAssignmentIds } from '../data/assignments.server.ts';
import {
  type CourseRow,
  countTakenCodes,
  findCourseByCode,
  insertCourse,
  insertLesson,
  insertModule,
  listModules,
  listStoredLessons,
  replaceCourse,
  replaceLesson,
  replaceModule,
  retireLessons,
} from '../data/course-content.server.ts';

/** How many things of the course (its heading, modules, lessons) the import touched. */
export interface ImportedCourse {
  courseId: string;
  created: number;
  changed: number;
  unchanged: number;
  retired: number;
}

/**
 * Brings a course to what its files state, and publishes it. The same files again change nothing; a lesson that vanished
 * is retired, never deleted. From the command line: who may is decided by access to the machine. `unitId` owns the course
 * when it is new. Throws conflict (`code-taken`) when a module or lesson code belongs to another course.
 */
export async function importCourse(doer: Doer, content: CourseContent, unitId: string): Promise<ImportedCourse> {
  return transact(doer, 'courses.content-imported', async (change) => {
    const { tx, record, unchanged } = change;
    const before = await findCourseByCode(tx, content.code);
    const course = await importHeading(change, content, before, unitId);
    const moduleIds = await importModules(change, content, course.id);
    const plan = planLessons(content, before ? await listStoredLessons(tx, course.id) : [], sha256);
    await importLessons(change, plan, moduleIds.ids);
    if (plan.create.length + plan.retire.length > 0 && before) {
      for (const assignmentId of await listLiveAssignmentIds(tx, course.id)) {
        change.emit({ type: 'assignment-changed', assignmentId });
      }
    }
    const counts = {
      created: course.created + moduleIds.created + plan.create.length,
      changed: course.changed + moduleIds.changed + plan.change.length,
      unchanged: course.unchanged + moduleIds.unchanged + plan.unchanged,
      retired: plan.retire.length,
    };
    if (counts.created + counts.changed + counts.retired === 0) unchanged();
    record(course.id, { code: content.code, ...counts });
    return { courseId: course.id, ...counts };
  });
}

const none = { created: 0, changed: 0, unchanged: 0 };

async function importHeading({ tx, at }: Change, content: CourseContent, before: CourseRow | null, unitId: string) {
  const id = before?.id ?? newId();
  const codes = {
    modules: content.modules.map(({ code }) => code),
    lessons: content.modules.flatMap(({ lessons }) => lessons.map(({ code }) => code)),
  };
  if ((await countTakenCodes(tx, id, codes)) > 0) throw new AppError('conflict', { reason: 'code-taken' });
  const { code, title, summary } = content;
  const row = {
    id,
    code,
    unitId,
    title,
    summary,
    state: 'published',
    contentHash: courseHash(content, sha256),
  } as const;
  if (!before) {
    await insertCourse(tx, { ...row, revision: 1 }, at);
    return { ...none, id, created: 1 };
  }
  const isSame = before.title === title && before.summary === summary && before.state === 'published';
  if (!isSame || before.contentHash !== row.contentHash) await replaceCourse(tx, row, at);
  return { ...none, id, [isSame ? 'unchanged' : 'changed']: 1 };
}

async function importModules({ tx }: Change, content: CourseContent, courseId: string) {
  const known = new Map((await listModules(tx, courseId)).map((module) => [module.code, module]));
  const counts = { ...none, ids: new Map<string, string>() };
  for (const [position, { code, title, summary }] of content.modules.entries()) {
    const before = known.get(code);
    const row = { id: before?.id ?? newId(), courseId, code, title, summary, position };
    counts.ids.set(code, row.id);
    if (!before) {
      await insertModule(tx, row);
      counts.created += 1;
    } else if (before.title !== title || before.summary !== summary || before.position !== position) {
      await replaceModule(tx, row);
      counts.changed += 1;
    } else counts.unchanged += 1;
  }
  return counts;
}

async function importLessons({ tx, at }: Change, plan: LessonPlan, moduleIds: Map<string, string>) {
  for (const lesson of plan.create) {
    await insertLesson(tx, { ...lesson, id: newId() }, moduleIds.get(lesson.moduleCode)!, at);
  }
  for (const lesson of plan.change) await replaceLesson(tx, lesson, moduleIds.get(lesson.moduleCode)!, at);
  if (plan.retire.length > 0)
    await retireLessons(
      tx,
      plan.retire.map(({ id }) => id),
      at,
    );
}

import { type Change, transact } from '#app/features/audit/commands/transact.server.ts';
import type { Doer } from '#app/features/audit/core/actor.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { newId } from '#app/platform/ids.server.ts';
import type { CourseContent } from '../core/course-content.ts';
import { listLiveAssignmentIds } from '../data/assignments.server.ts';
import {
  type CourseRow,
  countTakenCodes,
  findCourseByCode,
  holdCourse,
  insertCourse,
} from '../data/course-content.server.ts';
import { publishRevision } from '../data/publish-revision.server.ts';

/** How many things of the course (its heading, modules, lessons) the import touched. */
export interface ImportedCourse {
  courseId: string;
  created: number;
  changed: number;
  unchanged: number;
  retired: number;
}

/**
 * Publishes what the files of a course state as its next revision, as an author does in the product:
 * who has begun stays on the former one. The same files again change nothing; a lesson that vanished is retired, never
 * deleted. From the command line: who may is decided by access to the machine. `unitId` owns the course
 * when it is new. Throws conflict (`code-taken`) when a module or lesson code belongs to another course.
 */
export async function importCourse(doer: Doer, content: CourseContent, unitId: string): Promise<ImportedCourse> {
  return transact(doer, 'courses.content-imported', async (change) => {
    const { tx, sql, record, emit, unchanged } = change;
    const known = await findCourseByCode(tx, content.code);
    if (known) await holdCourse(sql, known.id);
    const before = known && (await findCourseByCode(tx, content.code));
    const course = before ?? (await begin(change, content, unitId));
    await refuseTakenCodes(tx, course.id, content);
    const done = await publishRevision(change, course, content, { note: '', readAgain: [], byId: doer.personId });
    const { create, change: changed, retire, unchanged: same } = done.lessons;
    if (create.length + retire.length > 0 && before) {
      for (const assignmentId of await listLiveAssignmentIds(tx, course.id)) {
        emit({ type: 'assignment-changed', assignmentId });
      }
    }
    const heading = headingCounts(content, before);
    const counts = {
      created: heading.created + done.modules.created + create.length,
      changed: heading.changed + done.modules.changed + changed.length,
      unchanged: heading.unchanged + done.modules.unchanged + same,
      retired: retire.length,
    };
    if (!done.isNew) unchanged();
    record(course.id, { code: content.code, revision: done.revision, ...counts });
    return { courseId: course.id, ...counts };
  });
}

async function begin({ tx, at }: Change, { code, title, summary }: CourseContent, unitId: string): Promise<CourseRow> {
  const course = { id: newId(), code, unitId, title, summary, state: 'draft', contentHash: '', revision: 0 } as const;
  await insertCourse(tx, course, at);
  return course;
}

function headingCounts({ title, summary }: CourseContent, before: CourseRow | null) {
  if (!before) return { created: 1, changed: 0, unchanged: 0 };
  const isSame = before.title === title && before.summary === summary && before.state === 'published';
  return { created: 0, changed: isSame ? 0 : 1, unchanged: isSame ? 1 : 0 };
}

async function refuseTakenCodes(tx: Change['tx'], courseId: string, content: CourseContent): Promise<void> {
  const codes = {
    modules: content.modules.map(({ code }) => code),
    lessons: content.modules.flatMap(({ lessons }) => lessons.map(({ code }) => code)),
  };
  if ((await countTakenCodes(tx, courseId, codes)) > 0) throw new AppError('conflict', { reason: 'code-taken' });
}

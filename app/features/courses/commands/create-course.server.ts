import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { transact } from '#app/features/audit/commands/transact.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { codeOf } from '../core/code-of.ts';
import { listUnitsInScope } from '../data/assignments.server.ts';
import { findCourseByCode, insertCourse } from '../data/course-content.server.ts';
import { findAuthoredCourse, writeOutline } from '../data/course-drafts.server.ts';

export interface NewCourse {
  /** Minted with the form: the same form sent twice makes one course. */
  id: string;
  title: string;
  summary: string;
  /** '' = made from the title. */
  code: string;
  unitId: string;
}

export type CreateCourseResult = { kind: 'created'; courseId: string } | { kind: 'code-taken' };

/** Begins a course of a unit that the actor authors for: a draft that no learner sees until it is published. */
export async function createCourse(actor: Actor, input: NewCourse): Promise<CreateCourseResult> {
  const scope = requireScope(actor, 'course.author');
  const { id, title, summary, unitId } = input;
  const code = input.code || codeOf(title, id, 'khoa-hoc');
  return transact(actor, 'courses.created', async ({ tx, sql, at, record, unchanged }): Promise<CreateCourseResult> => {
    if (await findAuthoredCourse(tx, scope, id)) {
      unchanged();
      return { kind: 'created', courseId: id };
    }
    const [unit] = await listUnitsInScope(tx, scope, [unitId]);
    if (!unit) throw new AppError('not-found');
    if (await findCourseByCode(tx, code)) {
      unchanged();
      return { kind: 'code-taken' };
    }
    await insertCourse(tx, { id, code, unitId, title, summary, state: 'draft', contentHash: '', revision: 0 }, at);
    await writeOutline(sql, id, { title, summary, modules: [] }, { base: 0, byId: actor.personId, at });
    record(id, { code, title }, unit.path);
    return { kind: 'created', courseId: id };
  });
}

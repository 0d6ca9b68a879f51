import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { transact } from '#app/features/audit/commands/transact.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import type { LocalDate } from '#app/kernel/vietnam-time.ts';
import { newId } from '#app/platform/ids.server.ts';
import { assignmentDates, type CompletionRule, type DateProblem, dateProblems } from '../core/assignment.ts';
import type { AudienceFilter } from '../core/audience.ts';
import {
  findAssignableCourse,
  insertAssignment,
  isAssignedBy,
  listGroupsInScope,
  listUnitsInScope,
} from '../data/assignments.server.ts';

export interface NewAssignment {
  courseId: string;
  title: string;
  unitIds: readonly string[];
  groupIds?: readonly string[];
  /** Days in Việt Nam: it opens with its day, is due and closes at 23:59:59.999 of theirs. */
  openOn: LocalDate;
  dueOn: LocalDate | null;
  closeOn: LocalDate | null;
  filter?: AudienceFilter;
  rule: CompletionRule;
  /** Given with the form: sent twice, it assigns once. */
  id?: string;
}

export type AssignCourseResult =
  | { kind: 'assigned'; assignmentId: string }
  | { kind: 'refused'; problems: DateProblem[] };

/**
 * Assigns a published course to units and groups within the actor's reach; their people are enrolled by event. A course,
 * unit or group outside the reach is not found.
 */
export async function assignCourse(actor: Actor, input: NewAssignment): Promise<AssignCourseResult> {
  const scope = requireScope(actor, 'assignment.manage');
  const dates = assignmentDates(input);
  const problems = dateProblems(dates);
  if (problems.length > 0) return { kind: 'refused', problems };
  return transact(actor, 'courses.assigned', async ({ tx, at, record, emit, unchanged }) => {
    if (input.id && (await isAssignedBy(tx, actor.personId, input.id))) {
      unchanged();
      return { kind: 'assigned', assignmentId: input.id };
    }
    const unitIds = [...new Set(input.unitIds)];
    const groupIds = [...new Set(input.groupIds ?? [])];
    const units = await listUnitsInScope(tx, scope, unitIds);
    const groups = await listGroupsInScope(tx, scope, groupIds);
    const course = await findAssignableCourse(tx, scope, input.courseId);
    if (!course || units.length !== unitIds.length || groups.length !== groupIds.length)
      throw new AppError('not-found');
    if (units.length + groups.length === 0) throw new AppError('not-found');
    const id = input.id ?? newId();
    const { title, filter = {}, rule } = input;
    await insertAssignment(tx, {
      ...{ id, courseId: course.id, title: title.normalize('NFC'), ...dates, filter, rule },
      ...{ unitIds, groupIds, createdAt: at, createdById: actor.personId },
    });
    record(id, { course: course.code, unitIds, groupIds, dueAt: dates.dueAt }, [...units, ...groups][0]?.path);
    emit({ type: 'course-assigned', assignmentId: id });
    return { kind: 'assigned', assignmentId: id };
  });
}

import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { transact } from '#app/features/audit/commands/transact.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import type { UnitPath } from '#app/kernel/unit-path.ts';
import { nfc } from '#app/kernel/vietnamese-text.ts';
import { listUnitsInScope } from '../data/assignments.server.ts';
import { findAuthoredCourse } from '../data/course-drafts.server.ts';
import { listStaying, moveStarts, unread } from '../data/course-starts.server.ts';
import { listNews } from '../data/revisions.server.ts';

export interface PeopleToMove {
  /** Those who study this revision; null = all who study an earlier one than the newest. */
  from: number | null;
  /** Those of this unit and below; null = of all units in the actor's reach. */
  unitId: string | null;
  reason: string;
}

/** So many people are moved in one transaction: learners wait behind it. */
const batch = 500;

/**
 * Moves people on to the newest revision, with a reason that they are shown, in parts of 500: what was done stays when it
 * is stopped half way or `mayGoOn` says no, and the next time goes on with the rest. Completed stays completed. Answers how many
 * were moved and whether people are left. Throws not-found outside the scope, bad-input without a reason.
 */
export async function movePeople(
  actor: Actor,
  courseId: string,
  { from, unitId, reason }: PeopleToMove,
  mayGoOn: () => boolean = () => true,
): Promise<{ moved: number; isDone: boolean }> {
  const scope = requireScope(actor, 'course.author');
  const words = nfc(reason).trim();
  if (words === '') throw new AppError('bad-input', { fields: { reason: ['reason-missing'] } });
  let moved = 0;
  for (;;) {
    const part = await moveSome(actor, scope, courseId, { from, unitId, reason: words });
    moved += part;
    if (part < batch) return { moved, isDone: true };
    if (!mayGoOn()) return { moved, isDone: false };
  }
}

async function moveSome(
  actor: Actor,
  scope: readonly UnitPath[],
  courseId: string,
  { from, unitId, reason }: PeopleToMove,
): Promise<number> {
  return transact(actor, 'courses.people-moved', async ({ tx, sql, at, record, emit, unchanged }) => {
    const course = await findAuthoredCourse(tx, scope, courseId);
    const [unit] = unitId ? await listUnitsInScope(tx, scope, [unitId]) : [];
    if (!course || (unitId && !unit)) throw new AppError('not-found');
    const within = unit ? [unit.path] : scope;
    const to = course.revision;
    const people = await listStaying(sql, { courseId, from, to }, within, batch);
    if (people.length === 0) {
      unchanged();
      return 0;
    }
    const personIds = people.map(({ personId }) => personId);
    await moveStarts(sql, { courseId, personIds, to }, { byId: actor.personId, reason }, at);
    for (const revision of new Set(people.map((each) => each.revision))) {
      const { readAgain } = await listNews(tx, courseId, revision, to);
      const ids = people.filter((each) => each.revision === revision).map(({ personId }) => personId);
      await unread(sql, { courseId, personIds: ids, lessonIds: readAgain }, at);
    }
    record(
      courseId,
      { code: course.code, from, to, unitId, people: people.length, reason },
      unit?.path ?? course.unitPath,
    );
    emit({ type: 'course-starts-moved', courseId, personIds });
    return people.length;
  });
}

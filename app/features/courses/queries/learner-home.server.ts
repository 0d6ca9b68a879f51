import type { Actor } from '#app/features/access/core/role.ts';
import { now } from '#app/platform/clock.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import { byUrgency, type CompletionRule, type DueState, dueFor, dueState } from '../core/assignment.ts';
import { noTerms, type OwnTerms, readingsThatCount } from '../core/own-terms.ts';
import { readerOf } from '../core/reader.ts';
import { type Standing, standingOf } from '../core/standing.ts';
import { countRead, lessonToContinue } from '../core/study.ts';
import { listReadings } from '../data/lesson-reads.server.ts';
import { listOpenAssignments, listStudiedCourses, listStudiedOutlines } from '../data/visible-courses.server.ts';

export interface DueAssignment {
  id: string;
  title: string;
  courseId: string;
  courseTitle: string;
  dueAt: Date | null;
  due: DueState;
  /** Its close date is over: nothing more counts towards it. */
  isClosed: boolean;
  /** Nothing is expected of the reader here. */
  isExempt: boolean;
  /** The due date is the reader's own, later than that of all. */
  isExtended: boolean;
  rule: CompletionRule;
  standing: Standing;
}

export interface Continuation {
  courseId: string;
  courseTitle: string;
  lessonId: string;
  lessonTitle: string;
  minutes: number;
  /** The reader was in the middle of it; false = it is the next one. */
  isBegun: boolean;
}

export interface LearnerHome {
  /** The nearest due date first. */
  assignments: DueAssignment[];
  continueWith: Continuation | null;
}

/**
 * What the actor has to study, and where to go on. Six small queries. The quizzes that the actor has passed and the
 * actor's own terms are told by the caller: they belong to higher features.
 */
export async function learnerHome(
  actor: Actor,
  passedQuizIds: ReadonlySet<string> = new Set(),
  terms: OwnTerms = noTerms,
): Promise<LearnerHome> {
  const db = database().read;
  const at = now();
  const assignments = (await listOpenAssignments(db, readerOf(actor), at))
    .map((each) => ({ ...each, commonDueAt: each.dueAt, dueAt: dueFor(each.dueAt, terms.dueOf.get(each.id) ?? null) }))
    .sort(byUrgency);
  const courseIds = [...new Set(assignments.map(({ courseId }) => courseId))];
  if (courseIds.length === 0) return { assignments: [], continueWith: null };
  const outlines = await listStudiedOutlines(db, await listStudiedCourses(db, actor.personId, courseIds));
  const readings = readingsThatCount(await listReadings(db, actor.personId, courseIds), terms);
  const outlineOf = new Map(outlines.map((outline) => [outline.courseId, outline]));
  const titleOf = new Map(outlines.map(({ courseId, title }) => [courseId, title]));
  const lessonsOf = (courseId: string) => outlineOf.get(courseId)?.modules.flatMap(({ lessons }) => lessons) ?? [];
  const allInOrder = courseIds.flatMap((courseId) => lessonsOf(courseId).map((lesson) => ({ ...lesson, courseId })));
  const next = lessonToContinue(allInOrder, readings);
  return {
    assignments: assignments.map(({ id, title, courseId, dueAt, commonDueAt, closeAt, rule }) => {
      const lessons = lessonsOf(courseId);
      return {
        ...{ id, title, courseId, courseTitle: titleOf.get(courseId) ?? '', dueAt, due: dueState(dueAt, at), rule },
        isClosed: closeAt !== null && closeAt < at,
        isExempt: terms.exempt.has(id),
        isExtended: dueAt?.getTime() !== commonDueAt?.getTime(),
        standing: standingOf(rule, { read: countRead(lessons, readings), total: lessons.length }, passedQuizIds),
      };
    }),
    continueWith: next && {
      courseId: next.lesson.courseId,
      courseTitle: titleOf.get(next.lesson.courseId) ?? '',
      lessonId: next.lesson.id,
      lessonTitle: next.lesson.title,
      minutes: next.lesson.minutes,
      isBegun: next.isBegun,
    },
  };
}

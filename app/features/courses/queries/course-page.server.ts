import type { Actor } from '#app/features/access/core/role.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { dateOf, daysBetween } from '#app/kernel/vietnam-time.ts';
import { now } from '#app/platform/clock.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import { byUrgency, type CompletionRule, type DueState, dueFor, dueState } from '../core/assignment.ts';
import { noTerms, type OwnTerms, readingsThatCount } from '../core/own-terms.ts';
import { readerOf } from '../core/reader.ts';
import { standingOf } from '../core/standing.ts';
import { lessonToContinue } from '../core/study.ts';
import { listReadings } from '../data/lesson-reads.server.ts';
import { findVisibleCourse, listStudiedOutlines } from '../data/visible-courses.server.ts';

export interface CoursePageLesson {
  id: string;
  title: string;
  minutes: number;
  state: 'unread' | 'begun' | 'read';
}

export interface CoursePageModule {
  id: string;
  code: string;
  title: string;
  summary: string;
  lessons: CoursePageLesson[];
}

export interface CoursePage {
  /** In the words of the revision that the actor studies. */
  course: { id: string; code: string; title: string; summary: string; revision: number; newest: number };
  modules: CoursePageModule[];
  /** Why an author has moved the actor on to this revision, as long as that is new. */
  movedBecause: string | null;
  lessons: { read: number; total: number; minutesLeft: number };
  /** The assignment that presses most; null = the actor previews as an author. */
  assignment: {
    id: string;
    title: string;
    dueAt: Date | null;
    due: DueState;
    rule: CompletionRule;
    isDone: boolean;
  } | null;
  continueWith: { lessonId: string; isBegun: boolean } | null;
}

/** For so many days an author's reason is shown to whom it moved. */
const newsDays = 14;

/**
 * A course as the actor studies it. Not found unless it is assigned, or the actor may author it. The quizzes that the
 * actor has passed are told by the caller: they belong to a higher feature.
 */
export async function coursePage(
  actor: Actor,
  courseId: string,
  passedQuizIds: ReadonlySet<string> = new Set(),
  terms: OwnTerms = noTerms,
): Promise<CoursePage> {
  const db = database().read;
  const at = now();
  const found = await findVisibleCourse(db, readerOf(actor), courseId, at);
  if (!found) throw new AppError('not-found');
  const { assignments: reaching, isBegun: _begun, moved, ...course } = found;
  const [outline] = await listStudiedOutlines(db, [found]);
  const assignments = reaching.map((each) => ({
    ...each,
    dueAt: dueFor(each.dueAt, terms.dueOf.get(each.id) ?? null),
  }));
  const readings = readingsThatCount(await listReadings(db, actor.personId, [courseId]), terms);
  const stateOf = new Map(readings.map(({ lessonId, readAt }) => [lessonId, readAt ? 'read' : 'begun'] as const));
  const modules = outline!.modules.map(({ courseId: _, lessons, ...module }) => ({
    ...module,
    lessons: lessons.map(({ id, title, minutes }) => ({
      id,
      title,
      minutes,
      state: stateOf.get(id) ?? ('unread' as const),
    })),
  }));
  const lessons = modules.flatMap((module) => module.lessons);
  const left = lessons.filter(({ state }) => state !== 'read');
  const next = lessonToContinue(lessons, readings);
  const counts = { read: lessons.length - left.length, total: lessons.length };
  const isDone = ({ rule }: { rule: CompletionRule }) => standingOf(rule, counts, passedQuizIds).state === 'done';
  // What is completed no longer presses.
  const pressing = assignments.sort((a, b) => Number(isDone(a)) - Number(isDone(b)) || byUrgency(a, b))[0];
  return {
    course: { ...course, title: outline!.title, summary: outline!.summary },
    modules,
    movedBecause: moved && daysBetween(dateOf(moved.at), dateOf(at)) <= newsDays ? moved.reason : null,
    lessons: {
      ...counts,
      minutesLeft: left.reduce((sum, { minutes }) => sum + minutes, 0),
    },
    assignment: pressing
      ? {
          id: pressing.id,
          title: pressing.title,
          dueAt: pressing.dueAt,
          due: dueState(pressing.dueAt, at),
          rule: pressing.rule,
          isDone: isDone(pressing),
        }
      : null,
    continueWith: next && { lessonId: next.lesson.id, isBegun: next.isBegun },
  };
}

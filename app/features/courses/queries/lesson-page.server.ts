import type { Actor } from '#app/features/access/core/role.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { now } from '#app/platform/clock.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import { documentChecks } from '#app/platform/documents/markdown.server.ts';
import { noTerms, type OwnTerms, readingsThatCount } from '../core/own-terms.ts';
import { readerOf } from '../core/reader.ts';
import { leastReadingSeconds, readableFrom } from '../core/reading-time.ts';
import { countRead, neighbours, placeToOffer } from '../core/study.ts';
import { findOpening, listReadings } from '../data/lesson-reads.server.ts';
import { findVisibleLesson, listStudiedOutlines } from '../data/visible-courses.server.ts';
import { type LessonWords, lessonDocument } from './lesson-document.server.ts';

export interface LessonPage {
  course: {
    id: string;
    title: string;
    /** The revision that the actor studies, and the newest one. */
    revision: number;
    newest: number;
    lessons: { read: number; total: number };
  };
  module: { title: string; number: number };
  lesson: { id: string; title: string; minutes: number; asOf: string; sources: string[] };
  /** Safe HTML: it comes from the renderer alone. */
  html: string;
  contents: { id: string; title: string }[];
  /** The text has check-yourself questions, which belong to a higher feature. */
  hasChecks: boolean;
  readAt: Date | null;
  /** From when on it can be marked as read, where an assignment asks for a least time that is not over; null = now. */
  readableFrom: Date | null;
  /** Where the reader was, 0..1, when it is worth going back to. */
  place: number | null;
  /** 1, 2, ... of `course.lessons.total`. */
  number: number;
  previous: { id: string; title: string } | null;
  next: { id: string; title: string } | null;
  isPreview: boolean;
  /** The actor's first step in the course, which is to be written down: see `beginCourse`. */
  isFirstStep: boolean;
}

/** A lesson of a course as the actor reads it. Not found unless the course is assigned, or the actor may author it. */
export async function lessonPage(
  actor: Actor,
  at: { courseId: string; lessonId: string },
  words: LessonWords,
  terms: Pick<OwnTerms, 'countsFrom'> = noTerms,
): Promise<LessonPage> {
  const db = database().read;
  const found = await findVisibleLesson(db, readerOf(actor), at.lessonId, now(), at.courseId);
  if (!found) throw new AppError('not-found');
  const [studied] = await listStudiedOutlines(db, [found.course]);
  const outline = studied!.modules;
  const readings = readingsThatCount(await listReadings(db, actor.personId, [at.courseId]), terms);
  const lessons = outline.flatMap((module) => module.lessons);
  const moduleAt = outline.findIndex((module) => module.lessons.some(({ id }) => id === at.lessonId));
  const reading = readings.find(({ lessonId }) => lessonId === at.lessonId) ?? null;
  const { previous, next } = neighbours(lessons, at.lessonId);
  const { id, title, minutes, asOf, sources, course } = found;
  const least = leastReadingSeconds(
    minutes,
    course.assignments.map(({ rule }) => rule),
  );
  const mustWait = least > 0 && !reading?.readAt;
  const since = terms.countsFrom.get(at.courseId) ?? null;
  const openedAt = mustWait
    ? await findOpening(database().sql, { personId: actor.personId, lessonId: id }, since)
    : null;
  return {
    course: {
      id: course.id,
      title: studied!.title,
      revision: course.revision,
      newest: course.newest,
      lessons: { read: countRead(lessons, readings), total: lessons.length },
    },
    module: { title: outline[moduleAt]?.title ?? '', number: moduleAt + 1 },
    lesson: { id, title, minutes, asOf, sources },
    ...(await lessonDocument(found.body, words, { reader: readerOf(actor) })),
    hasChecks: documentChecks(found.body).length > 0,
    readAt: reading?.readAt ?? null,
    readableFrom: mustWait ? readableFrom(least, openedAt, now()) : null,
    place: placeToOffer(reading),
    number: lessons.findIndex((lesson) => lesson.id === id) + 1,
    previous: previous && { id: previous.id, title: previous.title },
    next: next && { id: next.id, title: next.title },
    isPreview: course.assignments.length === 0,
    isFirstStep: course.assignments.length > 0 && !course.isBegun,
  };
}

import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { database } from '#app/platform/db/database.server.ts';
import { contentOf } from '../core/course-prospect.ts';
import { readerOf } from '../core/reader.ts';
import { neighbours } from '../core/study.ts';
import { findAuthoredCourse, loadDraft } from '../data/course-drafts.server.ts';
import { type LessonWords, lessonDocument } from './lesson-document.server.ts';

export interface DraftPreview {
  course: { id: string; title: string; summary: string };
  modules: {
    code: string;
    title: string;
    summary: string;
    lessons: { id: string; title: string; minutes: number }[];
  }[];
  /** The lesson that is asked for, as safe HTML; null = the contents alone. */
  lesson: {
    id: string;
    title: string;
    minutes: number;
    asOf: string;
    sources: string[];
    html: string;
    isEmpty: boolean;
    module: { title: string; number: number };
    number: number;
    previous: { id: string; title: string } | null;
    next: { id: string; title: string } | null;
  } | null;
}

/** The draft of a course as a learner would see it, or one lesson of it. Throws not-found outside the scope or the draft. */
export async function draftPreview(
  actor: Actor,
  courseId: string,
  lessonId: string | null,
  words: LessonWords,
): Promise<DraftPreview> {
  const scope = requireScope(actor, 'course.author');
  const db = database().read;
  const found = await findAuthoredCourse(db, scope, courseId);
  if (!found) throw new AppError('not-found');
  const draft = await loadDraft(db, found);
  const { title, summary, modules } = contentOf(draft, found.code);
  const course = { id: courseId, title, summary };
  const shown = modules.map(({ lessons, ...module }) => ({
    ...module,
    lessons: lessons.map((each) => ({ id: each.lessonId, title: each.title, minutes: each.minutes })),
  }));
  if (lessonId === null) return { course, modules: shown, lesson: null };
  const moduleAt = shown.findIndex(({ lessons }) => lessons.some(({ id }) => id === lessonId));
  const text = modules[moduleAt]?.lessons.find((each) => each.lessonId === lessonId);
  if (!text) throw new AppError('not-found');
  const all = shown.flatMap(({ lessons }) => lessons);
  const { minutes, asOf, sources, body } = text;
  return {
    course,
    modules: shown,
    lesson: {
      ...{ id: lessonId, title: text.title, minutes, asOf, sources: [...sources] },
      ...{ html: (await lessonDocument(body, words, { reader: readerOf(actor) })).html, isEmpty: body.trim() === '' },
      module: { title: shown[moduleAt]!.title, number: moduleAt + 1 },
      number: all.findIndex(({ id }) => id === lessonId) + 1,
      ...neighbours(all, lessonId),
    },
  };
}

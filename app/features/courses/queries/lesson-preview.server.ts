import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { AppError } from '#app/kernel/app-error.ts';
import type { UnitPath } from '#app/kernel/unit-path.ts';
import { database } from '#app/platform/db/database.server.ts';
import type { CheckSource } from '#app/platform/documents/lesson-blocks.server.ts';
import { documentChecks } from '#app/platform/documents/markdown.server.ts';
import { readerOf } from '../core/reader.ts';
import { findEditedLesson } from '../data/lesson-drafts.server.ts';
import { type LessonWords, lessonDocument } from './lesson-document.server.ts';
import { uncaptionedMedia } from './uncaptioned-media.server.ts';

export interface LessonPreview {
  /** Safe HTML, with the line of each element as `data-line` and a mark for each check. */
  html: string;
  /** With their keys: for higher features to show to the author. */
  checks: CheckSource[];
  /** Films and sounds without captions. */
  uncaptioned: string[];
  unitPath: UnitPath;
}

/** A text as the lesson would show it. Changes nothing. Throws not-found for a lesson outside the scope. */
export async function lessonPreview(
  actor: Actor,
  { courseId, lessonId }: { courseId: string; lessonId: string },
  body: string | null,
  words: LessonWords,
  { isOnPaper = false }: { isOnPaper?: boolean } = {},
): Promise<LessonPreview> {
  const scope = requireScope(actor, 'course.author');
  const found = await findEditedLesson(database().read, scope, courseId, lessonId);
  if (!found) throw new AppError('not-found');
  const text = body ?? found.draft.body;
  const { html } = await lessonDocument(text, words, { isDraft: true, isOnPaper, reader: readerOf(actor) });
  return {
    ...{ html, checks: documentChecks(text), unitPath: found.course.unitPath },
    uncaptioned: await uncaptionedMedia([text]),
  };
}

import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { type DifferencePiece, wordDifference } from '#app/kernel/word-difference.ts';
import { database } from '#app/platform/db/database.server.ts';
import { type LessonText, textOf } from '../core/lesson-editor/lesson-text.ts';
import type { CopyReason } from '../core/lesson-editor/save-draft.ts';
import { listLessonStates, listNames } from '../data/lesson-copies.server.ts';
import { findEditedLesson } from '../data/lesson-drafts.server.ts';

export interface ListedState {
  key: string;
  number: number | null;
  reason: CopyReason | null;
  at: Date;
  by: string | null;
}

export interface LessonStates {
  course: { id: string; title: string };
  lessonId: string;
  title: string;
  states: ListedState[];
  /** The state that was asked for, beside the draft as it is now; null = none was asked for. */
  compared: { state: ListedState; fields: FieldDifference[]; isSame: boolean } | null;
}

export interface FieldDifference {
  field: keyof LessonText;
  pieces: DifferencePiece[];
}

/**
 * What a lesson was, the newest first, and the way from one of these states (`key`) to the draft as it is, word by word.
 * Throws not-found for a lesson outside the scope and for an unknown state.
 */
export async function lessonStates(
  actor: Actor,
  { courseId, lessonId }: { courseId: string; lessonId: string },
  key: string | null,
): Promise<LessonStates> {
  const scope = requireScope(actor, 'course.author');
  const db = database().read;
  const found = await findEditedLesson(db, scope, courseId, lessonId);
  if (!found) throw new AppError('not-found');
  const rows = await listLessonStates(db, courseId, lessonId);
  const names = await listNames(
    db,
    rows.map(({ byId }) => byId),
  );
  const states = rows.map(({ key: own, number, reason, at, byId }) => ({
    ...{ key: own, number, reason, at, by: names.get(byId ?? '') ?? null },
  }));
  const at = rows.findIndex((row) => row.key === key);
  if (key !== null && at < 0) throw new AppError('not-found');
  const { course, draft } = found;
  const fields = at < 0 ? [] : fieldDifferences(textOf(rows[at]!), textOf(draft));
  return {
    course: { id: course.id, title: course.title },
    lessonId,
    title: draft.title,
    states,
    compared: at < 0 ? null : { state: states[at]!, fields, isSame: fields.length === 0 },
  };
}

const FIELDS = ['title', 'body', 'minutes', 'asOf', 'sources'] as const;

function fieldDifferences(before: LessonText, after: LessonText): FieldDifference[] {
  const asText = (text: LessonText, field: keyof LessonText) =>
    field === 'sources' ? text.sources.join('\n') : String(text[field]);
  return FIELDS.flatMap((field) => {
    const [old, young] = [asText(before, field), asText(after, field)];
    return old === young ? [] : [{ field, pieces: wordDifference(old, young) }];
  });
}

import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { transactQuietly } from '#app/features/audit/commands/transact.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { database } from '#app/platform/db/database.server.ts';
import type { Sql } from '#app/platform/db/sql.server.ts';
import { newId } from '#app/platform/ids.server.ts';
import { type LessonText, textOf } from '../core/lesson-editor/lesson-text.ts';
import { decideSave, type KeptDraft } from '../core/lesson-editor/save-draft.ts';
import { insertCopy, listNames } from '../data/lesson-copies.server.ts';
import { findEditedLesson, holdDraft, writeDraft } from '../data/lesson-drafts.server.ts';

/** Somebody else was faster: who, when, and what stands there now. Nothing of the own text was stored. */
export interface DraftConflict {
  kind: 'conflict';
  /** Null: the same person, in another window; or nobody who is known. */
  by: string | null;
  isSelf: boolean;
  at: Date;
  revision: number;
  theirs: LessonText;
}

export type SaveDraftResult = { kind: 'saved' | 'unchanged'; revision: number; at: Date } | DraftConflict;

/**
 * Keeps what an author has typed so far as the working copy of a lesson; learners see nothing of it. `base` is the revision
 * that the author has seen (0 = the published text). What is replaced is kept beside when another wrote it, when it had
 * stood for a while, or when `keep` asks for this very state. Throws not-found for a lesson outside the scope.
 */
export async function saveLessonDraft(
  actor: Actor,
  { courseId, lessonId }: { courseId: string; lessonId: string },
  { base, text, keep = false }: { base: number; text: LessonText; keep?: boolean },
): Promise<SaveDraftResult> {
  const scope = requireScope(actor, 'course.author');
  const found = await findEditedLesson(database().read, scope, courseId, lessonId);
  if (!found) throw new AppError('not-found');
  const key = { courseId, lessonId };
  const done = await transactQuietly('courses.lesson-drafted', async (sql, at) => {
    const stored = (await holdDraft(sql, courseId, lessonId)) ?? publishedText(found.draft);
    const decision = decideSave(stored, { base, text, byId: actor.personId }, at);
    const copied = (of: LessonText, reason: 'asked' | 'replaced' | 'in-time', by: KeptDraft | null) =>
      insertCopy(sql, { id: newId(), ...key }, of, {
        reason,
        at: by?.updatedAt ?? at,
        byId: by ? by.updatedById : actor.personId,
      });
    if (decision.kind === 'conflict') return { kind: 'conflict' as const, stored };
    if (decision.kind === 'write') {
      if (decision.copy) await copied(textOf(stored), decision.copy, stored);
      const writing = { base: stored.revision, baseNumber: found.baseNumber, byId: actor.personId, at };
      if (!(await writeDraft(sql, key, text, writing))) {
        return { kind: 'conflict' as const, stored: (await holdDraft(sql, courseId, lessonId)) ?? stored };
      }
    }
    if (keep) await copied(text, 'asked', null);
    const isNew = decision.kind === 'write';
    const revision = stored.revision + (isNew ? 1 : 0);
    return { kind: isNew ? ('saved' as const) : ('unchanged' as const), revision, at: isNew ? at : stored.updatedAt };
  });
  if (done.kind !== 'conflict') return done;
  const { updatedAt, updatedById, revision } = done.stored;
  const isSelf = updatedById === actor.personId;
  const by = (await listNames(database().read, [updatedById])).get(updatedById ?? '') ?? null;
  return { kind: 'conflict', by: isSelf ? null : by, isSelf, at: updatedAt, revision, theirs: textOf(done.stored) };
}

// Where no row holds a draft, whatever was read before the transaction is the published text.
const publishedText = (draft: KeptDraft): KeptDraft => ({ ...draft, revision: 0, updatedById: null });

/** Keeps a text beside the draft without touching it: what an author gives up for another's is not lost. */
export async function keepLessonCopy(
  actor: Actor,
  { courseId, lessonId }: { courseId: string; lessonId: string },
  text: LessonText,
): Promise<void> {
  const scope = requireScope(actor, 'course.author');
  if (!(await findEditedLesson(database().read, scope, courseId, lessonId))) throw new AppError('not-found');
  await transactQuietly('courses.lesson-drafted', (sql: Sql, at) =>
    insertCopy(sql, { id: newId(), courseId, lessonId }, text, { reason: 'asked', at, byId: actor.personId }),
  );
}

import { isWithin, type UnitPath } from '#app/kernel/unit-path.ts';
import type { Db } from '#app/platform/db/database.server.ts';
import type { Sql } from '#app/platform/db/sql.server.ts';
import type { UndoFacts } from '../../core/imports/plan-undo.ts';
import {
  type ImportItem,
  listAnswered,
  listItems,
  listNamedInLessons,
  listPrinted,
  listTouched,
} from './taken-questions.server.ts';

/**
 * What an import made, in the order of its text, and what has become of each question since. One that somebody moved out of the
 * scope counts as edited.
 */
export async function listUndoFacts(
  { db, sql }: { db: Db; sql: Sql },
  scope: readonly UnitPath[],
  { id: importId, takenAt }: { id: string; takenAt: Date | null },
): Promise<{ items: ImportItem[]; facts: UndoFacts[] }> {
  const items = await listItems(db, importId);
  if (items.length === 0) return { items, facts: [] };
  const ids = items.map(({ questionId }) => questionId);
  const touched = new Map((await listTouched(db, ids)).map((one) => [one.id, one]));
  const answered = await listAnswered(sql, ids);
  const questions = new Set(answered.map(({ questionId }) => questionId));
  const versions = new Set(answered.map(({ versionId }) => versionId));
  const printed = await listPrinted(sql, ids, takenAt ?? new Date(0));
  const named = await listNamedInLessons(sql);
  const facts = items.flatMap(({ questionId, kind, versionId }): UndoFacts[] => {
    const found = touched.get(questionId);
    if (!found) return [];
    const { id: _, unitPath, ...question } = found;
    const currentVersionId = scope.some((path) => isWithin(unitPath, path)) ? found.currentVersionId : null;
    // What the import made is gone with all its versions; of what it changed its own version alone goes.
    const isAnswered = kind === 'created' ? questions.has(questionId) : versions.has(versionId);
    const isPrinted = printed.has(questionId);
    const isInLesson = named.has(found.code);
    return [{ ...question, currentVersionId, questionId, kind, versionId, isAnswered, isPrinted, isInLesson }];
  });
  return { items, facts };
}

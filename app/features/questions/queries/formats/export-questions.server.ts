import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { AppError } from '#app/kernel/app-error.ts';
import type { Lang } from '#app/kernel/lang.ts';
import { database } from '#app/platform/db/database.server.ts';
import { isSameCategoryName, printCategoryPath, readCategoryPath } from '../../core/category-path.ts';
import { placedCategories, subtreeIds } from '../../core/category-tree.ts';
import type { PrintQuestion } from '../../core/formats/print-question.ts';
import type { FormatName } from '../../core/formats/read-question.ts';
import { type CategoryRow, listCategories } from '../../data/categories.server.ts';
import { listExportedQuestions } from '../../data/question-export.server.ts';
import { keylessFormats, printQuestions, type QuestionFile } from './print-questions.server.ts';
import { storedFiles } from './stored-files.server.ts';

export interface ExportWish {
  categoryId: string;
  format: FormatName;
  hasKey: boolean;
  lang: Lang;
  madeAt: Date;
}

/** A file of questions with what it is called and how many it holds. */
export interface ExportedFile extends QuestionFile {
  title: string;
  count: number;
}

/**
 * The questions of a category and of all below it as a file. Throws not-found for a category outside the actor's scope, and
 * bad-input for a format that is nothing without its key.
 */
export async function exportQuestions(
  actor: Pick<Actor, 'grants'>,
  { categoryId, format, hasKey, lang, madeAt }: ExportWish,
): Promise<ExportedFile> {
  const scope = requireScope(actor, 'question.author');
  if (!hasKey && !keylessFormats.includes(format)) throw new AppError('bad-input', { reason: 'needs-key' });
  const { read } = database();
  const rows = await listCategories(read, scope);
  const root = rows.find(({ id }) => id === categoryId);
  if (!root) throw new AppError('not-found');
  const below = pathsBelow(rows, categoryId);
  const order = new Map([...below.keys()].map((id, at) => [id, at]));
  const stored = await listExportedQuestions(read, scope, [...below.keys()]);
  const isPaper = format === 'docx' || format === 'text';
  const questions = stored
    .sort((a, b) => order.get(a.categoryId)! - order.get(b.categoryId)!)
    .map(
      ({ code, categoryId: id, ...question }): PrintQuestion => ({
        ...{ ...question, category: below.get(id) ?? '' },
        // On paper a question is known by its number.
        title: isPaper ? '' : code,
      }),
    );
  const { pictures, files } = await storedFiles(questions.map((question) => JSON.stringify(question)));
  const fileOf = (address: string) => files.get(address) ?? null;
  const options = { title: root.name, hasKey, lang, madeAt, pictures, fileOf };
  return { ...(await printQuestions(questions, format, options)), title: root.name, count: questions.length };
}

/** A category and all below it in their order, each with its path from there; its own is empty. */
function pathsBelow(rows: readonly CategoryRow[], id: string): Map<string, string> {
  const ids = new Set(subtreeIds(rows, id));
  const placed = placedCategories(rows).filter((row) => ids.has(row.id));
  const depth = placed.find((row) => row.id === id)?.path.length ?? 0;
  return new Map(placed.map((row) => [row.id, printCategoryPath(row.path.slice(depth))]));
}

/** The category within the actor's scope that a path of names, or its code, means; null for none. */
export async function categoryCalled(actor: Pick<Actor, 'grants'>, called: string): Promise<CategoryRow | null> {
  const scope = requireScope(actor, 'question.author');
  const rows = await listCategories(database().read, scope);
  const names = readCategoryPath(called);
  const isCalled = (path: readonly string[]) =>
    path.length === names.length && path.every((name, at) => isSameCategoryName(name, names[at]!));
  return (
    rows.find(({ code }) => code === called.trim()) ?? placedCategories(rows).find(({ path }) => isCalled(path)) ?? null
  );
}

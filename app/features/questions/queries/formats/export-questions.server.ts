import { setImmediate } from 'node:timers/promises';
import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { AppError } from '#app/kernel/app-error.ts';
import type { Lang } from '#app/kernel/lang.ts';
import { database } from '#app/platform/db/database.server.ts';
import { isSameCategoryName, printCategoryPath, readCategoryPath } from '../../core/category-path.ts';
import { placedCategories, subtreeIds } from '../../core/category-tree.ts';
import { type PrintLoss, type PrintQuestion, type Unsayable, unsayables } from '../../core/formats/print-question.ts';
import type { FormatName } from '../../core/formats/read-question.ts';
import { type CategoryRow, listCategories } from '../../data/categories.server.ts';
import { listExportedQuestions } from '../../data/question-export.server.ts';
import { keylessFormats, printQuestions, type QuestionFile } from './print-questions.server.ts';
import { storedFiles } from './stored-files.server.ts';

/** A category with all below it, or the questions that an author has chosen. */
export type ExportWhich = { categoryId: string } | { ids: readonly string[] };

export type ExportWish = ExportWhich & {
  /** Of questions that were chosen; a category has its name. */
  title?: string;
  format: FormatName;
  hasKey: boolean;
  lang: Lang;
  madeAt: Date;
};

/** A file of questions with what it is called and how many it holds. */
export interface ExportedFile extends QuestionFile {
  title: string;
  count: number;
}

/**
 * The questions of a category and of all below it, or those that were chosen, as a file. Throws not-found for a category
 * outside the actor's scope, and bad-input for a format that is nothing without its key.
 */
export async function exportQuestions(
  actor: Pick<Actor, 'grants'>,
  { title = '', format, hasKey, lang, madeAt, ...which }: ExportWish,
): Promise<ExportedFile> {
  requireScope(actor, 'question.author');
  if (!hasKey && !keylessFormats.includes(format)) throw new AppError('bad-input', { reason: 'needs-key' });
  const chosen = await exportedQuestions(actor, which);
  const questions = titled(chosen.questions, format);
  const { pictures, files } = await storedFiles(questions.map((question) => JSON.stringify(question)));
  const fileOf = (address: string) => files.get(address) ?? null;
  const options = { title: chosen.name ?? title, hasKey, lang, madeAt, pictures, fileOf };
  return { ...(await printQuestions(questions, format, options)), title: options.title, count: questions.length };
}

type CodedQuestion = Omit<PrintQuestion, 'title'> & { code: string };

/** On paper a question is known by its number. */
const titled = (questions: readonly CodedQuestion[], format: FormatName): PrintQuestion[] =>
  questions.map(({ code, ...question }) => ({
    ...question,
    title: format === 'docx' || format === 'text' ? '' : code,
  }));

/** What is exported, in the order of the tree. Throws not-found for a category outside of the scope. */
async function exportedQuestions(
  actor: Pick<Actor, 'grants'>,
  which: ExportWhich,
): Promise<{ name: string | null; questions: CodedQuestion[] }> {
  const scope = requireScope(actor, 'question.author');
  const { read } = database();
  const rows = await listCategories(read, scope);
  const root = 'categoryId' in which ? rows.find(({ id }) => id === which.categoryId) : null;
  if (root === undefined) throw new AppError('not-found');
  const paths = pathsFrom(rows, root?.id ?? null);
  const order = new Map([...paths.keys()].map((id, at) => [id, at]));
  const wanted = 'ids' in which ? { ids: which.ids } : { categoryIds: [...paths.keys()] };
  const stored = await listExportedQuestions(read, scope, wanted);
  const questions = stored
    .sort((a, b) => order.get(a.categoryId)! - order.get(b.categoryId)!)
    .map(({ categoryId, ...question }) => ({ ...question, category: paths.get(categoryId) ?? '' }));
  return { name: root?.name ?? null, questions };
}

/** A category and all below it in their order, each with its path from there (its own is empty); with null all, from the top. */
function pathsFrom(rows: readonly CategoryRow[], id: string | null): Map<string, string> {
  const ids = id === null ? null : new Set(subtreeIds(rows, id));
  const placed = placedCategories(rows).filter((row) => !ids || ids.has(row.id));
  const depth = placed.find((row) => row.id === id)?.path.length ?? 0;
  return new Map(placed.map((row) => [row.id, printCategoryPath(row.path.slice(depth))]));
}

/** What a format does not say of some questions: by name with how many it is missing from. */
export interface FormatLosses {
  format: FormatName;
  /** Questions that the format cannot hold at all. */
  leftOut: number;
  lost: { what: Unsayable; count: number }[];
  /** What other software does not see of it. */
  onlyHere: { what: Unsayable; count: number }[];
}

/** So many questions are tried in every format; of more only in the one that is asked for. */
export const TRIED_AT_ONCE = 200;

/** What would be lost in which format, told before a file is made. */
export async function exportLosses(
  actor: Pick<Actor, 'grants'>,
  which: ExportWhich,
  { formats, asked, lang, madeAt }: { formats: readonly FormatName[]; asked: FormatName; lang: Lang; madeAt: Date },
): Promise<{ count: number; losses: FormatLosses[] }> {
  const { questions } = await exportedQuestions(actor, which);
  const { pictures, files } = await storedFiles(questions.map((question) => JSON.stringify(question)));
  const fileOf = (address: string) => files.get(address) ?? null;
  const options = { title: '', hasKey: true, lang, madeAt, pictures, fileOf };
  const losses: FormatLosses[] = [];
  for (const format of questions.length > TRIED_AT_ONCE ? [asked] : formats) {
    const printed = await printQuestions(titled(questions, format), format, options);
    losses.push({
      format,
      leftOut: printed.losses.filter(({ isLeftOut }) => isLeftOut).length,
      lost: countedLosses(printed.losses.filter(({ isLeftOut }) => !isLeftOut)),
      onlyHere: countedLosses(printed.onlyHere),
    });
    // Others get their turn between two formats.
    await setImmediate();
  }
  return { count: questions.length, losses };
}

function countedLosses(losses: readonly PrintLoss[]): { what: Unsayable; count: number }[] {
  const counts = new Map<Unsayable, number>();
  for (const { lost } of losses) for (const what of lost) counts.set(what, (counts.get(what) ?? 0) + 1);
  return unsayables.flatMap((what) => (counts.has(what) ? [{ what, count: counts.get(what)! }] : []));
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

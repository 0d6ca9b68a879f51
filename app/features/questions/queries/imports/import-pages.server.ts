import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { namedMedia } from '#app/features/media/core/named-media.ts';
import { shownPictures } from '#app/features/media/queries/shown-pictures.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { idsOf } from '#app/kernel/unit-path.ts';
import { database } from '#app/platform/db/database.server.ts';
import { isSameCategoryName } from '../../core/category-path.ts';
import { placedCategories } from '../../core/category-tree.ts';
import type { ImportDecisions, NearDuplicate } from '../../core/imports/decisions.ts';
import { planUndo, type UndoPlan } from '../../core/imports/plan-undo.ts';
import { readSource } from '../../core/imports/read-source.ts';
import type { SourceFormat } from '../../core/imports/source-formats.ts';
import { listCategories, listUnitNames } from '../../data/categories.server.ts';
import { findImport, findTwin, type ImportState, listImports } from '../../data/imports/question-imports.server.ts';
import { listItems } from '../../data/imports/taken-questions.server.ts';
import { listUndoFacts } from '../../data/imports/undo-facts.server.ts';
import { listAuthorNames } from '../../data/versions.server.ts';
import { LONGEST_SOURCE } from '../../schema.imports.ts';
import { nearDuplicates } from './near-duplicates.server.ts';

const MOST_LISTED = 50;
/** What a text names beyond them is shown as it is. */
const MOST_PICTURES = 500;

export interface ListedImport {
  id: string;
  name: string;
  fileFormat: ImportDecisions['fileFormat'];
  state: ImportState;
  categoryName: string | null;
  taken: number;
  by: string | null;
  createdAt: Date;
}

/** The latest imports of the units for which the actor writes, and these units. */
export async function importsPage(
  actor: Actor,
): Promise<{ imports: ListedImport[]; units: { id: string; name: string }[] }> {
  const scope = requireScope(actor, 'question.author');
  const { read } = database();
  const rows = await listImports(read, scope, MOST_LISTED);
  const names = await listAuthorNames(
    read,
    rows.map(({ createdById }) => createdById),
  );
  const own = scope.map((path) => idsOf(path).at(-1)!);
  const unitNames = await listUnitNames(read, own);
  return {
    imports: rows.map(({ createdById, format: _, ...row }) => ({ ...row, by: names.get(createdById ?? '') ?? null })),
    units: own.map((id) => ({ id, name: unitNames.get(id) ?? '' })),
  };
}

/** Whether the actor may bring questions in. Throws forbidden otherwise: asked before a file is read. */
export function importDesk(actor: Actor): void {
  requireScope(actor, 'question.author');
}

export interface ImportPage {
  id: string;
  name: string;
  format: SourceFormat;
  state: ImportState;
  source: string;
  decisions: ImportDecisions;
  categoryId: string | null;
  revision: number;
  updatedAt: Date;
  takenAt: Date | null;
  undoneAt: Date | null;
  /** How many questions of the bank came from it. */
  taken: number;
  categories: { id: string; name: string; depth: number }[];
  nears: NearDuplicate[];
  /** The pictures that the text shows, by id. */
  pictures: Readonly<Record<string, { width: number | null; height: number | null; widths?: readonly number[] }>>;
  /** After it was undone: what stayed, and why. */
  kept: UndoPlan['kept'];
  /** The longest text that is kept. */
  longest: number;
  /** An earlier import of a file of the same name. */
  twin: { id: string; createdAt: Date; state: string } | null;
}

/** One import as its screen shows it. A discarded one is gone. */
export async function importPage(actor: Actor, importId: string): Promise<ImportPage> {
  const scope = requireScope(actor, 'question.author');
  const { read, sql } = database();
  const stored = await findImport(read, scope, importId);
  if (!stored || stored.state === 'discarded') throw new AppError('not-found');
  const kept =
    stored.state === 'undone' ? planUndo((await listUndoFacts({ db: read, sql }, scope, stored)).facts).kept : [];
  const { unitPath: _, unitName: __, createdById: ___, createdAt: ____, unitId: _____, ...shown } = stored;
  const categories = await listCategories(read, scope);
  return {
    ...shown,
    taken: (await listItems(read, importId)).length,
    categories: placedCategories(categories).map(({ id, name, depth }) => ({ id, name, depth })),
    nears: await importNears(actor, importId),
    pictures: await picturesOf(stored.source),
    kept,
    longest: LONGEST_SOURCE,
    twin: await findTwin(read, stored),
  };
}

/**
 * The bank that an import is for, and the category of it that bears this name already, capitals and tone marks aside; null for
 * none. Of several, the one nearest to the top.
 */
export async function categoryNamed(
  actor: Actor,
  importId: string,
  name: string,
): Promise<{ unitId: string; categoryId: string | null }> {
  const scope = requireScope(actor, 'question.author');
  const { read } = database();
  const stored = await findImport(read, scope, importId);
  if (!stored) throw new AppError('not-found');
  const own = placedCategories((await listCategories(read, scope)).filter(({ unitId }) => unitId === stored.unitId));
  const named = own.filter((category) => isSameCategoryName(category.name, name)).sort((a, b) => a.depth - b.depth);
  return { unitId: stored.unitId, categoryId: named[0]?.id ?? null };
}

/** How large the pictures of a text are, and in which narrower forms they can be asked for. */
async function picturesOf(source: string): Promise<ImportPage['pictures']> {
  const named = [...new Set(namedMedia(source))].slice(0, MOST_PICTURES).map((id) => `media:${id}`);
  const forms = [...(await shownPictures(named))].map(([id, { width, height, widths }]) => {
    return [id, { width, height, ...(widths && { widths }) }] as const;
  });
  return Object.fromEntries(forms);
}

/** What of the stored text is near to the bank or to itself. */
export async function importNears(actor: Actor, importId: string): Promise<NearDuplicate[]> {
  const scope = requireScope(actor, 'question.author');
  const { read, sql } = database();
  const stored = await findImport(read, scope, importId);
  if (!stored) throw new AppError('not-found');
  const { taken } = stored.decisions;
  const { entries } = readSource(stored.source, stored.format);
  const fresh = entries.filter(({ key }) => !taken[key]);
  return nearDuplicates(sql, scope, fresh);
}

/** The questions that an import brought into the bank, in the order of its file, with what a quiz of them begins with. */
export async function takenQuestions(
  actor: Actor,
  importId: string,
): Promise<{ id: string; name: string; unitId: string; questionIds: string[] }> {
  const scope = requireScope(actor, 'question.author');
  const { read } = database();
  const stored = await findImport(read, scope, importId);
  if (!stored) throw new AppError('not-found');
  const items = await listItems(read, importId);
  const { name, unitId } = stored;
  return { id: importId, name, unitId, questionIds: items.map(({ questionId }) => questionId) };
}

import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { now } from '#app/platform/clock.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import { countLetters } from '../../core/printed/read-entry.ts';
import { printLetters } from '../../core/printed/read-letters.ts';
import type { Round } from '../../core/printed/sheet.ts';
import type { TypedRow } from '../../core/printed/sheet-table.ts';
import { importsOf } from '../../core/printed/undo-import.ts';
import { listSheets } from '../../data/printed/paper-sheets.server.ts';
import { listNames } from '../../data/room/names.server.ts';
import { listRoster, loadPaperSet, readVariants } from './set-reading.server.ts';
import { type FileFailure, planSheets, readSheetFile, type SheetProblem } from './sheet-plan.server.ts';

export interface SheetImportPage {
  readonly set: { readonly id: string; readonly title: string; readonly isClosed: boolean };
  readonly variants: readonly { readonly code: string; readonly questions: number; readonly letters: number }[];
  /** The files that were entered, the last first; `key` names one to be taken back. */
  readonly imports: readonly {
    readonly key: string;
    readonly at: Date;
    readonly by: string;
    readonly round: Round;
    readonly sheets: number;
    readonly undoable: number;
  }[];
}

const MOST_IMPORTS = 50;

const scopeOfExaminer = (actor: Actor) => ({ run: requireScope(actor, 'exam.run'), author: [] });

/** Where a file of sheets is sent in. */
export async function sheetImportPage(actor: Actor, setId: string): Promise<SheetImportPage> {
  const set = await loadPaperSet(scopeOfExaminer(actor), setId);
  const { variants } = await readVariants(setId);
  const { sql } = database();
  const imports = importsOf(await listSheets(sql, setId)).slice(0, MOST_IMPORTS);
  const names = await listNames(sql, [...new Set(imports.map(({ byId }) => byId))]);
  return {
    set: { id: set.id, title: set.title, isClosed: set.closedAt !== null },
    imports: imports.map(({ byId, ...each }) => ({
      ...each,
      by: names.get(byId) ?? '',
      key: `${each.round}.${each.at.getTime()}.${byId}`,
    })),
    variants: variants.map(({ code, items }) => ({ code, questions: items.length, letters: countLetters(items) })),
  };
}

export type SheetPreview =
  | { readonly kind: 'failed'; readonly failure: FileFailure }
  | {
      readonly kind: 'problems';
      readonly round: Round;
      readonly rows: number;
      readonly problems: readonly SheetProblem[];
    }
  | {
      readonly kind: 'ready';
      readonly round: Round;
      readonly rows: readonly TypedRow[];
      readonly planned: number;
      readonly unchanged: number;
      readonly differing: number;
    };

/** What a file of sheets would store, or all its problems by row and column. Changes nothing. */
export async function sheetPreview(
  actor: Actor,
  setId: string,
  round: Round,
  file: { path: string; name: string },
): Promise<SheetPreview> {
  const set = await loadPaperSet(scopeOfExaminer(actor), setId);
  const read = await readSheetFile(file);
  if ('failure' in read) return { kind: 'failed', ...read };
  const who = { round, byId: actor.personId, at: now() };
  const plan = await planSheets(database().sql, set, await readVariants(setId), read.rows, who);
  if (plan.problems.length > 0) return { kind: 'problems', round, rows: read.rows.length, problems: plan.problems };
  const differing = plan.planned.filter(({ sheet }) => sheet.state === 'differs').length;
  return { kind: 'ready', round, rows: read.rows, planned: plan.planned.length, unchanged: plan.unchanged, differing };
}

/** The rows of the table to be filled in: everybody on the list, and how a line of letters looks. */
export async function sheetTemplate(actor: Actor, setId: string) {
  const set = await loadPaperSet(scopeOfExaminer(actor), setId);
  const { variants } = await readVariants(setId);
  const roster = await listRoster(database().sql, set);
  const items = variants[0]?.items ?? [];
  const letters = countLetters(items);
  return {
    title: set.title,
    people: roster.map(({ number, personNumber, fullName, unitName }) => ({
      number,
      personNumber,
      fullName,
      unitName,
    })),
    /** Questions that are typed in columns of their own. */
    written: items.flatMap((_, at) => (at >= letters ? [at + 1] : [])),
    letters,
    none: printLetters([], items),
    codes: variants.map(({ code }) => code),
  };
}

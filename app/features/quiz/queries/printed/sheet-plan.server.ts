import type { SheetRow } from '#app/kernel/sheet-cell.ts';
import type { Sql } from '#app/platform/db/sql.server.ts';
import { openSheetFile } from '#app/platform/documents/sheet-file.server.ts';
import { SheetRefusal, type SheetRefusalCode } from '#app/platform/documents/sheet-refusal.server.ts';
import { type EntryProblem, readEntry } from '../../core/printed/read-entry.ts';
import { enterSheet, type Round, type Sheet } from '../../core/printed/sheet.ts';
import { MOST_SHEETS, readSheetTable, type TypedRow } from '../../core/printed/sheet-table.ts';
import type { StoredPaperSet } from '../../data/printed/paper-sets.server.ts';
import { listSheets, type StoredSheet } from '../../data/printed/paper-sheets.server.ts';
import { findListed, listRoster, type ReadVariants } from './set-reading.server.ts';

export interface SheetProblem {
  readonly line: number;
  readonly column: 'who' | 'variant' | 'answers';
  readonly code:
    | EntryProblem['code']
    | 'unknown-person'
    | 'twice'
    | 'unknown-variant'
    | 'counted'
    | 'entered-before'
    | 'no-first';
  /** Of the question, where it is about one. */
  readonly number: number;
  readonly found: string;
  readonly expected: string;
}

export interface PlannedSheet {
  readonly before: StoredSheet | null;
  readonly personId: string;
  readonly sheet: Sheet;
}

export interface SheetPlan {
  readonly planned: readonly PlannedSheet[];
  /** Rows that say what is stored already. */
  readonly unchanged: number;
  readonly problems: readonly SheetProblem[];
}

/** What the rows of a table would store, or everything that is wrong with them. Changes nothing itself. */
export async function planSheets(
  sql: Sql,
  set: StoredPaperSet,
  { variants }: ReadVariants,
  rows: readonly TypedRow[],
  { round, byId, at }: { round: Round; byId: string; at: Date },
): Promise<SheetPlan> {
  const roster = await listRoster(sql, set);
  const sheets = new Map((await listSheets(sql, set.id)).map((sheet) => [sheet.personId, sheet]));
  const problems: SheetProblem[] = [];
  const planned: PlannedSheet[] = [];
  const seen = new Set<string>();
  let unchanged = 0;
  for (const { line, who, variant: code, letters, written } of rows) {
    const add = (column: SheetProblem['column'], problem: Omit<SheetProblem, 'line' | 'column'>) =>
      problems.push({ line, column, ...problem });
    const plain = { number: 0, expected: '' };
    const person = await findListed(sql, set, roster, who);
    const variant = variants.find((each) => each.code === code);
    if (!person) add('who', { ...plain, code: 'unknown-person', found: who });
    else if (seen.has(person.personId)) add('who', { ...plain, code: 'twice', found: who });
    if (!variant) add('variant', { ...plain, code: 'unknown-variant', found: code });
    if (person) seen.add(person.personId);
    if (!variant) continue;
    const read = readEntry(variant.items, letters, written);
    for (const problem of read.problems) add('answers', problem);
    if (!person || read.problems.length > 0) continue;
    const before = sheets.get(person.personId) ?? null;
    const entry = { variant: variant.code, answers: read.answers, byId, at, source: 'file' as const };
    const decision = enterSheet(before, entry, { round, replaces: false });
    if (decision.kind === 'unchanged') unchanged += 1;
    else if (decision.kind === 'refused') add('who', { ...plain, code: decision.reason, found: who });
    else planned.push({ before, personId: person.personId, sheet: decision.sheet });
  }
  return { planned, unchanged, problems: problems.sort((a, b) => a.line - b.line) };
}

export type FileFailure = SheetRefusalCode | 'no-columns' | 'no-rows' | 'too-many-rows';

/** The rows of a file of sheets, or why it cannot be read. */
export async function readSheetFile(file: {
  path: string;
  name: string;
}): Promise<{ rows: TypedRow[] } | { failure: FileFailure }> {
  try {
    const sheet = await openSheetFile(file.path, file.name);
    try {
      const rows: SheetRow[] = [];
      for await (const step of sheet.rows()) {
        rows.push(...step.rows);
        if (rows.length > MOST_SHEETS + 200) return { failure: 'too-many-rows' };
      }
      const read = readSheetTable(rows);
      if (!read) return { failure: 'no-columns' };
      return read.length === 0 ? { failure: 'no-rows' } : { rows: read };
    } finally {
      sheet.close();
    }
  } catch (error) {
    if (error instanceof SheetRefusal) return { failure: error.code };
    throw error;
  }
}

import type { Round, Sheet } from './sheet.ts';

/** Sheets that one file brought as one entry: they have the instant and who sent it in common. */
export interface SheetImport {
  readonly round: Round;
  readonly at: Date;
  readonly byId: string;
  /** Whose entry of this file still stands, and of how many of these it can be taken back. */
  readonly sheets: number;
  readonly undoable: number;
}

/** The files that a set's sheets came from, the last first. */
export function importsOf(sheets: readonly Sheet[]): SheetImport[] {
  const found = new Map<string, SheetImport>();
  for (const sheet of sheets) {
    if (sheet.state === 'withdrawn') continue;
    for (const round of [1, 2] as const) {
      const entry = round === 1 ? sheet.first : sheet.second;
      if (entry?.source !== 'file') continue;
      const { at, byId } = entry;
      const key = `${round} ${at.getTime()} ${byId}`;
      const { sheets: all, undoable } = found.get(key) ?? { sheets: 0, undoable: 0 };
      const more = takeEntryBack(sheet, round) ? 1 : 0;
      found.set(key, { round, at, byId, sheets: all + 1, undoable: undoable + more });
    }
  }
  return [...found.values()].sort((a, b) => b.at.getTime() - a.at.getTime() || b.round - a.round);
}

/** Whether an entry of the sheet came with this file. */
export function isOfImport(sheet: Sheet, { round, at, byId }: Pick<SheetImport, 'round' | 'at' | 'byId'>): boolean {
  const entry = round === 1 ? sheet.first : sheet.second;
  return entry?.source === 'file' && entry.at.getTime() === at.getTime() && entry.byId === byId;
}

/**
 * A sheet without one of its entries. Null where it stays: it counts already, or its second entry was made on the sight of
 * the paper and would be compared with nothing.
 */
export function takeEntryBack(sheet: Sheet, round: Round): Sheet | null {
  if (sheet.state === 'counted' || sheet.state === 'withdrawn') return null;
  if (round === 2) return sheet.second ? { ...sheet, state: 'entered', second: null, settled: null } : null;
  return sheet.second === null ? { ...sheet, state: 'withdrawn' } : null;
}

import { FALSE_SIGN, TRUE_SIGN } from './key-letters.ts';
import { letterAt, type PaperItem, type PaperSection, sectionOf } from './paper-item.ts';

/** A row of an answer sheet. */
export interface GridRow {
  readonly section: PaperSection;
  readonly number: number;
  /** '12', of a cluster '12a'. */
  readonly label: string;
  /** To be filled: a circle each, or boxes into which letters are written; none where words are written. */
  readonly signs: readonly string[];
  readonly isWritten: boolean;
}

interface ReadItems {
  readonly code: string;
  readonly items: readonly PaperItem[];
}

/**
 * The answer sheets that variants need: within a section every number offers as many signs as the longest question of
 * the section in any variant, so that variants with the same sections share one sheet.
 */
export function gridOf(variants: readonly ReadItems[]): { codes: string[]; rows: GridRow[] }[] {
  const most = new Map<PaperSection, number>();
  for (const item of variants.flatMap(({ items }) => items)) {
    const section = sectionOf(item);
    most.set(section, Math.max(most.get(section) ?? 0, lengthOf(item)));
  }
  const grids = new Map<string, { codes: string[]; rows: GridRow[] }>();
  for (const { code, items } of variants) {
    const rows = items.flatMap((item, at) => rowsOf(item, at + 1, most.get(sectionOf(item)) ?? 1));
    const shape = JSON.stringify(rows);
    const same = grids.get(shape);
    if (same) same.codes.push(code);
    else grids.set(shape, { codes: [code], rows });
  }
  return [...grids.values()];
}

function lengthOf(item: PaperItem): number {
  if (item.kind === 'choice' || item.kind === 'ordering') return item.options;
  return item.kind === 'cluster' || item.kind === 'matching' ? item.parts : 1;
}

function rowsOf(item: PaperItem, number: number, most: number): GridRow[] {
  const section = sectionOf(item);
  const row = (label: string, signs: readonly string[], isWritten = false): GridRow => ({
    ...{ section, number, label, signs, isWritten },
  });
  const letters = Array.from({ length: most }, (_, at) => letterAt(at));
  switch (item.kind) {
    case 'choice':
      return [row(String(number), letters)];
    case 'true-false':
      return [row(String(number), [TRUE_SIGN, FALSE_SIGN])];
    case 'cluster':
      return letters.map((letter) => row(`${number}${letter.toLowerCase()}`, [TRUE_SIGN, FALSE_SIGN]));
    // Letters are written into both, one for each place: matchings and orderings share a sheet in any order.
    case 'matching':
    case 'ordering':
      return [
        row(
          String(number),
          letters.map((_, at) => String(at + 1)),
          true,
        ),
      ];
    default:
      return [row(String(number), [])];
  }
}

import type { SheetCell } from '#app/kernel/sheet-cell.ts';
import type { UnitKind } from '../person.ts';
import { unitKinds } from '../person.ts';
import type { ColumnMap, RosterField } from './columns.ts';
import type { RowProblem } from './read-person.ts';
import { kindOfName, unitSteps } from './unit-words.ts';

/** A unit as a row says. */
export interface ReadUnit {
  readonly line: number;
  /** The path of the unit above as typed; null = the row gives the whole path, or the unit stands under the file's own. */
  readonly parent: string | null;
  readonly path: string;
  readonly name: string;
  readonly shortName?: string;
  readonly kind?: UnitKind;
  readonly said: Partial<Record<RosterField, string>>;
  readonly problems: RowProblem[];
}

const LONGEST_NAME = 120;

/** Reads one row of a file of units; null for an empty one. */
export function readUnit(
  line: number,
  cells: readonly (SheetCell | undefined)[],
  { columns, textOf }: { columns: ColumnMap; textOf: (cell: SheetCell) => string },
): ReadUnit | null {
  const said: Partial<Record<RosterField, string>> = {};
  const problems: RowProblem[] = [];
  const text = (field: RosterField): string => {
    const index = columns[field];
    const cell = index === undefined ? undefined : cells[index];
    if (!cell) return '';
    if (cell.odd) {
      problems.push({ field, code: cell.odd === 'formula' ? 'formula' : 'cell-error' });
      return '';
    }
    const whole = textOf(cell)
      .replace(/\s+/g, ' ')
      .replace(/[\p{Cc}\u200b-\u200d\ufeff]/gu, '')
      .trim();
    if (whole !== '') said[field] = whole.slice(0, 600);
    if (whole.includes('\ufffd')) problems.push({ field, code: 'not-text' });
    return whole.slice(0, 600);
  };
  const path = text('unit');
  const name = text('name') || (unitSteps(path).at(-1) ?? '');
  const parent = columns.unit === undefined ? text('parent') : '';
  if (path === '' && name === '') return null;
  const field: RosterField = columns.unit === undefined ? 'name' : 'unit';
  for (const step of path === '' ? [name] : unitSteps(path)) {
    if (step.length > LONGEST_NAME) problems.push({ field, code: 'too-long', about: String(LONGEST_NAME) });
    else if (!/[\p{L}\p{N}]/u.test(step)) problems.push({ field, code: 'malformed' });
  }
  const typedKind = text('kind');
  const kind = typedKind === '' ? undefined : kindTyped(typedKind);
  if (kind === null) problems.push({ field: 'kind', code: 'kind-unknown' });
  const shortName = text('shortName').slice(0, 40);
  return {
    line,
    parent: parent === '' ? null : parent,
    path: path || name,
    name,
    ...(shortName !== '' && { shortName }),
    ...(kind && { kind }),
    said,
    problems,
  };
}

function kindTyped(typed: string): UnitKind | null {
  const kind = kindOfName(typed);
  if (kind !== 'agency') return kind;
  const isAgency = /^(co quan|phong|ban|vien|truong|khoa|tram|kho|agency)/.test(
    typed
      .normalize('NFD')
      .replace(/[\u0300-\u036f]/g, '')
      .toLowerCase(),
  );
  return isAgency ? 'agency' : (unitKinds as readonly string[]).includes(typed) ? (typed as UnitKind) : null;
}

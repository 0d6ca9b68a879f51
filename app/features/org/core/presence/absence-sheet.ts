import type { SheetCell, SheetRow } from '#app/kernel/sheet-cell.ts';
import { isLocalDate, type LocalDate } from '#app/kernel/vietnam-time.ts';
import { dayOfSerial } from '../roster/birthday.ts';
import { fieldOfHead, foldedHead, isColumnNumbers, MOST_TITLES } from '../roster/columns.ts';
import { type AbsenceReason, absenceReasons } from './absence.ts';
import { LONGEST_NOTE } from './presence-plan.ts';

/** What a column of a file of absences may hold. */
export const absenceFields = ['number', 'reason', 'fromDay', 'untilDay', 'note'] as const;
export type AbsenceField = (typeof absenceFields)[number];
export type AbsenceColumns = Partial<Record<AbsenceField, number>>;

/** How many people a file may name. */
export const MOST_ABSENCES = 2000;

/** One line of the file as understood. A null reason is told to be present; a null day was not told. */
export interface AbsenceRow {
  readonly line: number;
  readonly number: string;
  readonly reason: AbsenceReason | null;
  readonly fromDay: LocalDate | null;
  readonly untilDay: LocalDate | null;
  readonly note: string;
}

/** What is wrong where; words are chosen at the edge. */
export interface AbsenceProblem {
  readonly line: number;
  readonly field: AbsenceField;
  readonly code: AbsenceProblemCode;
  /** What the cell says, or the other line that is meant. */
  readonly about: string;
}
export type AbsenceProblemCode =
  | 'cell-unreadable'
  | 'number-missing'
  | 'number-unknown'
  | 'other-unit'
  | 'repeated'
  | 'reason-missing'
  | 'reason-unknown'
  | 'day-unreadable'
  | 'reversed'
  | 'from-after-day'
  | 'until-before-day'
  | 'note-too-long';

/** Folded, without spaces: 'Đi viện', 'đ/v', 'V'. */
const reasonWords: Record<AbsenceReason, readonly string[]> = {
  duty: ['congtac', 'dicongtac', 'ct', 'c', 'nhiemvu', 'lamnhiemvu', 'dilamnhiemvu', 'duty', 'onduty'],
  hospital: ['divien', 'dv', 'v', 'vien', 'namvien', 'nhapvien', 'ovien', 'benhvien', 'dibenhvien', 'bv', 'hospital'],
  leave: ['nghiphep', 'phep', 'diphep', 'np', 'p', 'tranhthu', 'nghitranhthu', 'leave', 'onleave'],
  attached: ['bietphai', 'dibietphai', 'bp', 'b', 'attached'],
  other: ['khac', 'lydokhac', 'k', 'ldk', 'other'],
};
const presentWords = ['comat', 'cm', 'm', 'present'];

/** The reason that a cell names in words or by its abbreviation, `present`, or null. */
export function reasonOfWords(text: string): AbsenceReason | 'present' | null {
  const folded = foldedHead(text).replaceAll(' ', '');
  if (presentWords.includes(folded)) return 'present';
  return absenceReasons.find((reason) => reasonWords[reason].includes(folded)) ?? null;
}

const heads: Record<Exclude<AbsenceField, 'number'>, readonly string[]> = {
  reason: ['ly do', 'ly do vang', 'ly do vang mat', 'tinh trang', 'trang thai', 'vang', 'reason', 'state'],
  fromDay: ['tu ngay', 'tu', 'vang tu', 'vang tu ngay', 'ngay di', 'bat dau', 'ngay bat dau', 'from', 'from day'],
  untilDay: ['den ngay', 'den', 'den het', 'den het ngay', 'vang den', 'vang den ngay', 'ket thuc', 'until', 'to'],
  note: ['ghi chu', 'chu thich', 'dien giai', 'note', 'notes'],
};
const fields = Object.keys(heads) as (keyof typeof heads)[];

function fieldOf(text: string): AbsenceField | null {
  if (fieldOfHead(text, 'people') === 'number') return 'number';
  const folded = foldedHead(text);
  return fields.find((field) => heads[field].includes(folded)) ?? null;
}

export interface AbsenceSheet {
  readonly columns: AbsenceColumns;
  readonly rows: AbsenceRow[];
  readonly problems: AbsenceProblem[];
}

/** Reads the rows below the heads; null where no row names both a number's and a reason's column. */
export function readAbsenceSheet(
  all: readonly SheetRow[],
  { textOf, from1904 }: { textOf: (cell: SheetCell) => string; from1904: boolean },
): AbsenceSheet | null {
  const plain = (cell: SheetCell | undefined) =>
    cell
      ? textOf(cell)
          .replace(/\s+/g, ' ')
          .replace(/[\p{Cc}\u200b-\u200d\ufeff]/gu, '')
          .trim()
      : '';
  let columns: AbsenceColumns = {};
  const at = all.slice(0, MOST_TITLES).findIndex(({ cells }) => {
    const found: AbsenceColumns = {};
    for (let index = 0; index < cells.length; index += 1) {
      const field = fieldOf(plain(cells[index]));
      if (field && found[field] === undefined) found[field] = index;
    }
    columns = found;
    return found.number !== undefined && found.reason !== undefined;
  });
  if (at < 0) return null;
  const rows: AbsenceRow[] = [];
  const problems: AbsenceProblem[] = [];
  for (const { line, cells } of all.slice(at + 1)) {
    const cellOf = (field: AbsenceField) => (columns[field] === undefined ? undefined : cells[columns[field]]);
    const said = absenceFields.map((field) => ({ field, cell: cellOf(field), text: plain(cellOf(field)) }));
    const isEmpty = said.every(({ cell, text }) => text === '' && !cell?.odd);
    const texts = Array.from(cells, plain);
    // A heading between, a sum or a signature names nobody.
    const isAside = plain(cellOf('number')) === '' && texts.filter((text) => text !== '').length === 1;
    if (isEmpty || isAside || isColumnNumbers(texts)) continue;
    const odd = said.filter(({ cell, text }) => cell?.odd || text.includes('\ufffd'));
    const oddFields = new Set(odd.map(({ field }) => field));
    const problem = (field: AbsenceField, code: AbsenceProblemCode, about = '') => {
      if (!oddFields.has(field)) problems.push({ line, field, code, about: about.slice(0, 80) });
    };
    for (const { field, text } of odd)
      problems.push({ line, field, code: 'cell-unreadable', about: text.slice(0, 80) });
    const textAt = (field: AbsenceField) => said.find((each) => each.field === field)?.text ?? '';
    const number = textAt('number').replaceAll(' ', '').toUpperCase();
    if (number === '') problem('number', 'number-missing');
    const reason = reasonOfWords(textAt('reason'));
    if (textAt('reason') === '') problem('reason', 'reason-missing');
    else if (reason === null) problem('reason', 'reason-unknown', textAt('reason'));
    const dayAt = (field: 'fromDay' | 'untilDay'): LocalDate | null => {
      const day = dayOfCell(textAt(field), cellOf(field)?.number, from1904);
      if (day === undefined) problem(field, 'day-unreadable', textAt(field));
      return day ?? null;
    };
    const fromDay = dayAt('fromDay');
    const untilDay = dayAt('untilDay');
    const note = textAt('note');
    if (note.length > LONGEST_NOTE) problem('note', 'note-too-long');
    rows.push({ line, number, reason: reason === 'present' ? null : reason, fromDay, untilDay, note });
  }
  return { columns, rows, problems };
}

/** A day as people write it: 23/11/2026, 23-11-26, 2026-11-23, or a sheet's own count. Null = empty, undefined = no day. */
function dayOfCell(text: string, count: number | undefined, from1904: boolean): LocalDate | null | undefined {
  if (text === '') return null;
  const serial = count ?? (/^\d{5}(\.\d+)?$/.test(text) ? Number(text) : undefined);
  const parts = /^(\d{1,4})\s*[-/. ]\s*(\d{1,2})\s*[-/. ]\s*(\d{1,4})(?:[ T]\d{1,2}:.*)?$/.exec(text);
  const two = (part: string) => part.padStart(2, '0');
  const [, a = '', b = '', c = ''] = parts ?? [];
  const [year, month, dayOfMonth] = a.length === 4 ? [a, b, c] : [c.length === 2 ? `20${c}` : c, b, a];
  const day = serial !== undefined ? dayOfSerial(serial, from1904) : `${year}-${two(month)}-${two(dayOfMonth)}`;
  return isLocalDate(day) ? day : undefined;
}

import { changeList, type ListChange } from '#app/features/questions/core/list-change.ts';

/** A row that is known by an id and holds a text. */
export interface TextRow {
  id: string;
  text: string;
}

export const blankRow = (id: string): TextRow => ({ id, text: '' });
export const hasText = ({ text }: { text: string }) => text.trim() !== '';

/** 'a' for 0, 'b' for 1 ...; the number of rows stays far below the alphabet's end. */
export function rowId(index: number): string {
  return String.fromCharCode('a'.charCodeAt(0) + index);
}

/** The first id that no row has. */
export function freeRowId(rows: readonly { id: string }[], nameOf: (index: number) => string = rowId): string {
  for (let index = 0; ; index += 1) {
    const id = nameOf(index);
    if (!rows.some((row) => row.id === id)) return id;
  }
}

/** The rows after the change; no more than `most` are added. */
export function changeRows<Row>(rows: readonly Row[], change: ListChange, blank: () => Row, most: number): Row[] {
  return change.does === 'add' && rows.length >= most ? [...rows] : changeList(rows, change, blank);
}

/** A change of a list within a row ('rubric[1].levels'): which row of `outer`, and the change of its own list. */
export function innerChange(change: ListChange, outer: string): { at: number; change: ListChange } | null {
  const [, list, at, inner] = /^([a-z]+)\[(\d+)\]\.([a-z]+)$/.exec(change.list) ?? [];
  return list === outer && inner !== undefined ? { at: Number(at), change: { ...change, list: inner } } : null;
}

/** The rows with the one at `at` changed. */
export function changeAt<Row>(rows: readonly Row[], at: number, change: (row: Row) => Row): Row[] {
  return rows.map((row, index) => (index === at ? change(row) : row));
}

/** 'list[1].x' of the written rows as the form counts them, blank rows included; other fields stay. */
export function rowField<Row>(
  field: string,
  list: string,
  rows: readonly Row[],
  isWritten: (row: Row) => boolean,
): string {
  const match = /^([a-z]+)\[(\d+)\](.*)$/.exec(field);
  if (match?.[1] !== list) return field;
  const row = rows.indexOf(rows.filter(isWritten)[Number(match[2])]!);
  return `${list}[${row}]${match[3]}`;
}

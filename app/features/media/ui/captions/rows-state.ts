import { type CueRow, parseTime } from '../../core/captions/cue.ts';
import { isEmptyRow } from '../../core/captions/judge-rows.ts';

/** A row with a name of its own, by which React and the focus find it again. */
export interface EditedRow extends CueRow {
  key: number;
}

export interface RowsState {
  rows: EditedRow[];
  /** The row that was removed last, to be taken back. */
  removed: { row: EditedRow; at: number } | null;
  /** The rows that a file or another's text took the place of. */
  before: CueRow[] | null;
  nextKey: number;
}

export type RowsChange =
  | { kind: 'set'; key: number; part: Partial<CueRow> }
  | { kind: 'add'; after: number | null; row?: CueRow }
  | { kind: 'remove'; key: number }
  | { kind: 'take-back' }
  | { kind: 'replace'; rows: readonly CueRow[]; keepsBefore: boolean }
  | { kind: 'back-to-before' }
  /** The rows as they were kept: each stays itself, and so keeps the focus. */
  | { kind: 'tidy'; kept: readonly CueRow[] };

const nothing: CueRow = { start: '', end: '', text: '' };

export function stateOfRows(rows: readonly CueRow[]): RowsState {
  const given = rows.length === 0 ? [nothing] : rows;
  return { rows: given.map((row, key) => ({ ...row, key })), removed: null, before: null, nextKey: given.length };
}

/** What is left when the names are taken off again. */
export const rowsOf = ({ rows }: RowsState): CueRow[] => rows.map(({ start, end, text }) => ({ start, end, text }));

export const isSameRows = (some: readonly CueRow[], others: readonly CueRow[]): boolean => {
  const [left, right] = [some, others].map((rows) => rows.filter((row) => !isEmptyRow(row))) as [CueRow[], CueRow[]];
  return left.length === right.length && left.every((row, at) => isSameRow(row, right[at]!));
};

const isSameRow = (a: CueRow, b: CueRow) => a.start === b.start && a.end === b.end && a.text === b.text;

/** The rows after a change; the last one that is removed leaves an empty one. */
export function changedRows(state: RowsState, change: RowsChange): RowsState {
  const { rows, nextKey } = state;
  switch (change.kind) {
    case 'set':
      return { ...state, rows: rows.map((row) => (row.key === change.key ? { ...row, ...change.part } : row)) };
    case 'add': {
      const at = change.after === null ? rows.length : rows.findIndex(({ key }) => key === change.after) + 1;
      const row = { ...(change.row ?? nothing), key: nextKey };
      return { ...state, rows: [...rows.slice(0, at), row, ...rows.slice(at)], nextKey: nextKey + 1 };
    }
    case 'remove': {
      const at = rows.findIndex(({ key }) => key === change.key);
      const row = rows[at];
      if (!row) return state;
      const left = rows.filter(({ key }) => key !== change.key);
      const removed = isEmptyRow(row) ? state.removed : { row, at };
      if (left.length > 0) return { ...state, rows: left, removed };
      return { ...state, rows: [{ ...nothing, key: nextKey }], removed, nextKey: nextKey + 1 };
    }
    case 'take-back': {
      if (!state.removed) return state;
      const { row, at } = state.removed;
      return { ...state, rows: [...rows.slice(0, at), row, ...rows.slice(at)], removed: null };
    }
    case 'replace':
      return replaced(state, change.rows, change.keepsBefore ? rowsOf(state) : null);
    case 'back-to-before':
      return state.before ? replaced(state, state.before, rowsOf(state)) : state;
    case 'tidy': {
      const written = rows.filter((row) => !isEmptyRow(row));
      if (written.length !== change.kept.length) return state;
      const inTime = written.sort((a, b) => (parseTime(a.start) ?? 0) - (parseTime(b.start) ?? 0));
      const tidy = inTime.map(({ key }, at) => ({ ...change.kept[at]!, key }));
      return { ...state, rows: [...tidy, ...rows.filter(isEmptyRow)] };
    }
  }
}

function replaced(state: RowsState, rows: readonly CueRow[], before: CueRow[] | null): RowsState {
  const given = rows.length === 0 ? [nothing] : rows;
  const hadSome = before?.some((row) => !isEmptyRow(row));
  return {
    rows: given.map((row, at) => ({ ...row, key: state.nextKey + at })),
    ...{ removed: null, before: hadSome ? before : null, nextKey: state.nextKey + given.length },
  };
}

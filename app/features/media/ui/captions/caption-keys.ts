import type { Dispatch, KeyboardEvent } from 'react';
import { flushSync } from 'react-dom';
import { parseTime, showTime } from '../../core/captions/cue.ts';
import { isEmptyRow, type RowProblem } from '../../core/captions/judge-rows.ts';
import { cueFieldId } from './cue-row.tsx';
import type { RowsChange, RowsState } from './rows-state.ts';
import type { usePlayer } from './use-player.ts';

export const focusOn = (key: number, field: RowProblem['field']) =>
  document.getElementById(cueFieldId(key, field))?.focus();

/** Makes a change of the rows and puts the focus into one of them at once: the next key typed is already for it. */
export function changeAndFocus(change: () => void, key: number, field: RowProblem['field']): void {
  flushSync(change);
  focusOn(key, field);
}

type Led = {
  state: RowsState;
  change: Dispatch<RowsChange>;
  player: ReturnType<typeof usePlayer>;
  save: () => void;
};

/** What a key does in the rows: leads the player, takes its time, goes from row to row. The list stands in the words. */
export function captionKeys({ state, change, player, save }: Led): (event: KeyboardEvent) => void {
  const { rows, nextKey } = state;

  /** On to the next caption; the last one makes another, which begins where this one ends. */
  const goOn = (at: number) => {
    const row = rows[at];
    if (!row || isEmptyRow(row)) return;
    const started = parseTime(row.start);
    const now = player.now();
    const end = row.end.trim() === '' && started !== null && now > started ? showTime(now) : row.end;
    if (end !== row.end) change({ kind: 'set', key: row.key, part: { end } });
    const next = rows[at + 1];
    if (next) return focusOn(next.key, 'text');
    const added = { kind: 'add', after: row.key, row: { start: end, end: '', text: '' } } as const;
    changeAndFocus(() => change(added), nextKey, 'text');
  };
  const remove = (at: number) => {
    const near = (rows[at + 1] ?? rows[at - 1])?.key ?? nextKey;
    changeAndFocus(() => change({ kind: 'remove', key: rows[at]!.key }), near, 'text');
  };
  const takeTime = (at: number, part: 'start' | 'end') => {
    const row = rows[at] ?? rows.at(-1);
    if (row) change({ kind: 'set', key: row.key, part: { [part]: showTime(player.now()) } });
  };
  const actOf = (event: KeyboardEvent, at: number, field: RowProblem['field']): (() => unknown) | null => {
    const { key, code, ctrlKey, shiftKey, altKey } = event;
    if (key === 'F2') return player.toggle;
    if (key === 'F4') return player.back;
    if (key === 'F8') return () => takeTime(at, 'start');
    if (key === 'F9') return () => takeTime(at, 'end');
    if (ctrlKey && !altKey && code === 'KeyS') return save;
    if (at < 0) return null;
    if (ctrlKey && shiftKey && key === 'Backspace') return () => remove(at);
    if (key === 'Enter' && !shiftKey) return () => goOn(at);
    const near = altKey && (key === 'ArrowUp' ? rows[at - 1] : key === 'ArrowDown' ? rows[at + 1] : undefined);
    return near ? () => focusOn(near.key, field) : null;
  };
  return (event) => {
    if (event.nativeEvent.isComposing) return;
    const { cue, field } = (event.target as HTMLElement).dataset;
    const at = rows.findIndex(({ key }) => String(key) === cue);
    const act = actOf(event, at, (field as RowProblem['field']) ?? 'text');
    if (!act) return;
    event.preventDefault();
    act();
  };
}

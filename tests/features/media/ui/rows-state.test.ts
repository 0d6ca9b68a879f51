import { describe, expect, it } from 'vitest';
import {
  changedRows,
  isSameRows,
  type RowsChange,
  rowsOf,
  stateOfRows,
} from '#app/features/media/ui/captions/rows-state.ts';

const row = (start: string, end: string, text: string) => ({ start, end, text });
const changed = (rows: ReturnType<typeof row>[], ...changes: RowsChange[]) =>
  changes.reduce(changedRows, stateOfRows(rows));
const one = row('0:01', '0:02', 'Một');
const two = row('0:03', '0:04', 'Hai');
const none = row('', '', '');

describe('rows that are being typed', () => {
  it('begin with an empty one where there are none', () => expect(rowsOf(stateOfRows([]))).toEqual([none]));

  it('change, grow behind a row, and shrink; what was removed comes back to its place', () => {
    const state = changed([one, two], { kind: 'set', key: 0, part: { text: 'Mới' } }, { kind: 'add', after: 0 });
    expect(rowsOf(state)).toEqual([{ ...one, text: 'Mới' }, none, two]);
    const less = changedRows(state, { kind: 'remove', key: 0 });
    expect(rowsOf(less)).toEqual([none, two]);
    expect(rowsOf(changedRows(less, { kind: 'take-back' }))).toEqual(rowsOf(state));
  });

  it('are never none, and an empty row is not worth taking back', () => {
    const state = changed([one], { kind: 'remove', key: 0 });
    expect(rowsOf(state)).toEqual([none]);
    expect(state.removed?.row).toMatchObject(one);
    expect(changedRows(state, { kind: 'remove', key: state.rows[0]!.key }).removed?.row).toMatchObject(one);
  });

  it('that a file took the place of come back, and go again', () => {
    const state = changed([one], { kind: 'replace', rows: [two], keepsBefore: true });
    const back = changedRows(state, { kind: 'back-to-before' });
    expect([rowsOf(state), rowsOf(back)]).toEqual([[two], [one]]);
    expect(rowsOf(changedRows(back, { kind: 'back-to-before' }))).toEqual([two]);
    expect(changed([], { kind: 'replace', rows: [two], keepsBefore: true }).before).toBeNull();
  });

  it('stay themselves when they are put in order as they were kept', () => {
    const state = changed([two, none, row('1', '2', 'Một ')]);
    const kept = [row('0:01.000', '0:02.000', 'Một'), row('0:03.000', '0:04.000', 'Hai')];
    const tidy = changedRows(state, { kind: 'tidy', kept });
    expect(tidy.rows).toEqual([
      { ...kept[0], key: 2 },
      { ...kept[1], key: 0 },
      { ...none, key: 1 },
    ]);
    expect(changedRows(state, { kind: 'tidy', kept: [one] })).toBe(state);
  });

  it('are the same whatever empty ones stand between', () => {
    expect(isSameRows([one, none, two], [none, one, two])).toBe(true);
    expect(isSameRows([one], [two])).toBe(false);
    expect(isSameRows([one], [one, two])).toBe(false);
  });
});

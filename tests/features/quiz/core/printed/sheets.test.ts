import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PaperItem } from '#app/features/quiz/core/printed/paper-item.ts';
import { readEntry } from '#app/features/quiz/core/printed/read-entry.ts';
import { printLetters, readLetters } from '#app/features/quiz/core/printed/read-letters.ts';
import {
  differencesOf,
  enterSheet,
  finalReading,
  type Sheet,
  type SheetEntry,
  settleSheet,
} from '#app/features/quiz/core/printed/sheet.ts';

const single: PaperItem = { kind: 'choice', options: 4, isMany: false };
const many: PaperItem = { kind: 'choice', options: 5, isMany: true };
const truth: PaperItem = { kind: 'true-false' };
const cluster: PaperItem = { kind: 'cluster', parts: 4 };
const matching: PaperItem = { kind: 'matching', parts: 3, options: 4 };
const ordering: PaperItem = { kind: 'ordering', options: 3 };

describe('the letters of a sheet', () => {
  it.each([
    ['ABCD', [single, single, single, single], ['A', 'B', 'C', 'D']],
    ['a-d ', [single, single, single, single], ['A', '', 'D', '']],
    ['A*(BC)D', [single, single, single, single], ['A', '*', '*', 'D']],
    ['(ca)B-', [many, many, many], ['AC', 'B', '']],
    ['đsDTF', [truth, truth, truth, truth, truth], ['Đ', 'S', 'Đ', 'Đ', 'S']],
    ['ADSSDB', [single, cluster, single], ['A', 'ĐSSĐ', 'B']],
    ['A(DS-D)B', [single, cluster, single], ['A', 'ĐS-Đ', 'B']],
    ['----A', [cluster, single], ['', 'A']],
    ['CA-BAC', [matching, ordering], ['CA-', 'BAC']],
  ] as const)('%s is read sign by sign', (text, items, answers) => {
    const read = readLetters(text, items);
    expect(read.problems).toEqual([]);
    expect(read.answers).toEqual(answers);
  });

  it.each([
    ['AB', [single, single, single], 'too-short', 0],
    ['ABCD', [single, single, single], 'too-long', 0],
    ['AXC', [single, single, single], 'bad-letter', 2],
    ['AEC', [single, single, single], 'bad-letter', 2],
    ['A(BC', [single, single], 'unclosed', 2],
    ['AAB', [ordering], 'not-an-order', 1],
    ['B', [truth], 'bad-letter', 1],
  ] as const)('%s is named with its place', (text, items, code, number) => {
    expect(readLetters(text, items).problems).toEqual([expect.objectContaining({ code, number })]);
  });

  it('are printed as they are read', () => {
    const item = fc.constantFrom<PaperItem>(single, many, truth, cluster, matching, ordering);
    const answerOf = (one: PaperItem, pick: number): string => {
      if (one.kind === 'choice') return one.isMany ? ['', 'A', 'BE', 'ACD'][pick % 4]! : ['', 'A', 'D', '*'][pick % 4]!;
      if (one.kind === 'true-false') return ['', 'Đ', 'S', '*'][pick % 4]!;
      if (one.kind === 'cluster') return ['', 'ĐSĐS', '-S--'][pick % 3]!;
      return one.kind === 'matching' ? ['', 'AB-', 'DDA'][pick % 3]! : ['', 'BAC'][pick % 2]!;
    };
    fc.assert(
      fc.property(fc.array(fc.tuple(item, fc.nat(11)), { minLength: 1 }), (asked) => {
        const items = asked.map(([one]) => one);
        const answers = asked.map(([one, pick]) => answerOf(one, pick));
        const read = readLetters(printLetters(answers, items), items);
        expect(read).toEqual({ answers, reached: items.length, problems: [] });
      }),
    );
  });

  it('never make the reader fail, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const read = readLetters(text, [single, many, cluster, matching, ordering, truth]);
        expect(read.answers).toHaveLength(6);
      }),
    );
  });
});

const entry = (answers: string, more: Partial<SheetEntry> = {}): SheetEntry => ({
  ...{ variant: '101', answers: [...answers], byId: 'an', at: new Date(0), source: 'typed' },
  ...more,
});
const sheetOf = (first: string, second: string | null, state: Sheet['state']): Sheet => ({
  state,
  first: entry(first),
  second: second === null ? null : entry(second, { byId: 'bình' }),
  settled: null,
});

describe('the words of a sheet', () => {
  const text: PaperItem = { kind: 'text' };
  const gaps: PaperItem = { kind: 'blanks', gaps: [0, 2, 0] };
  const essay: PaperItem = { kind: 'essay' };
  it.each([
    [[single, text], { 2: ' Sông  Hồng ' }, ['A', 'Sông  Hồng']],
    [[single, text, essay], { 2: '-', 3: '+' }, ['A', '', '+']],
    [[single, gaps], { 2: 'Bộ Chính trị | b | -' }, ['A', 'Bộ Chính trị | b | -']],
    [[single, gaps], { 2: ' | - | ' }, ['A', '']],
    [[single, gaps], {}, ['A', '']],
  ] as const)('are read by their numbers: %#', (items, written, answers) => {
    expect(readEntry(items, 'A', written as Record<string, string>)).toEqual({ answers, problems: [] });
  });

  it.each([
    [[gaps], { 1: 'a | C' }, 'bad-letter'],
    [[gaps], { 1: 'a | A | b | c' }, 'too-many-gaps'],
    [[text], { 1: 'x'.repeat(201) }, 'too-long-text'],
  ] as const)('are named where they cannot be: %#', (items, written, code) => {
    const { problems } = readEntry(items, '', written as Record<string, string>);
    expect(problems).toEqual([expect.objectContaining({ code, number: 1 })]);
  });
});

describe('a sheet that is typed twice', () => {
  const once = { round: 1, replaces: false } as const;
  const twice = { round: 2, replaces: false } as const;

  it.each([
    ['the first entry', null, 'ABC', once, 'entered'],
    ['the same again', sheetOf('ABC', null, 'entered'), 'ABC', twice, 'checked'],
    ['another', sheetOf('ABC', null, 'entered'), 'ABD', twice, 'differs'],
    ['a withdrawn one again', sheetOf('ABC', 'ABC', 'withdrawn'), 'ABD', once, 'entered'],
    [
      'a first that is replaced',
      sheetOf('ABC', 'ABD', 'differs'),
      'ABD',
      { round: 1, replaces: true } as const,
      'checked',
    ],
  ])('%s is stored', (_name, sheet, answers, how, state) => {
    const decided = enterSheet(sheet, entry(answers), how);
    expect(decided).toMatchObject({ kind: 'stored', sheet: { state } });
  });

  it.each([
    ['a second without a first', null, 'ABC', twice, 'no-first'],
    ['another first', sheetOf('ABC', null, 'entered'), 'ABD', once, 'entered-before'],
    ['another second', sheetOf('ABC', 'ABD', 'differs'), 'ABC', twice, 'entered-before'],
    ['what is counted', sheetOf('ABC', 'ABC', 'counted'), 'ABD', { round: 1, replaces: true } as const, 'counted'],
  ])('%s is refused', (_name, sheet, answers, how, reason) => {
    expect(enterSheet(sheet, entry(answers), how)).toEqual({ kind: 'refused', reason });
  });

  it('is unchanged by the same entry, however often it comes', () => {
    for (const state of ['entered', 'differs', 'checked', 'counted'] as const) {
      expect(enterSheet(sheetOf('ABC', 'ABD', state), entry('ABC'), once)).toEqual({ kind: 'unchanged' });
    }
  });

  it('differs in every answer where the variants differ', () => {
    expect(differencesOf(entry('ABC'), entry('ABD'))).toEqual([3]);
    expect(differencesOf(entry('ABC'), entry('ABC', { variant: '102' }))).toEqual([1, 2, 3]);
  });

  it('counts by what was settled', () => {
    const sheet = sheetOf('ABC', 'ABD', 'differs');
    expect(finalReading(sheet)).toBeNull();
    const settled = settleSheet(sheet, entry('ABD'))!;
    expect(settled.state).toBe('checked');
    expect(finalReading(settled)?.answers.join('')).toBe('ABD');
    expect(settleSheet(settled, entry('ABC'))).toBeNull();
  });
});

import { describe, expect, it } from 'vitest';
import type { AbsenceReason, StoredAway } from '#app/features/org/core/presence/absence.ts';
import { readAbsenceSheet, reasonOfWords } from '#app/features/org/core/presence/absence-sheet.ts';
import { importPlan } from '#app/features/org/core/presence/import-plan.ts';

const day = '2026-11-23';
const read = (...lines: string[]) =>
  readAbsenceSheet(
    lines.map((line, at) => ({ line: at + 1, cells: line.split('|').map((text) => ({ text })) })),
    { textOf: ({ text }) => text, from1904: false },
  );
const heads = 'Số hiệu|Lý do|Từ ngày|Đến ngày|Ghi chú';

describe('the words of a reason', () => {
  it.each<[string, AbsenceReason | 'present' | null]>([
    ['Công tác', 'duty'],
    ['CT', 'duty'],
    ['đi viện', 'hospital'],
    ['Đ/V', 'hospital'],
    ['Nghỉ phép (năm)', 'leave'],
    ['p', 'leave'],
    ['biệt phái', 'attached'],
    ['Khác', 'other'],
    ['Lý do khác', 'other'],
    ['có mặt', 'present'],
    ['đi chơi', null],
  ])('%s', (text, reason) => {
    expect(reasonOfWords(text)).toBe(reason);
  });
});

describe('the rows of a file', () => {
  it('stand below the heads, however those are written and ordered', () => {
    const sheet = read(
      'DANH SÁCH VẮNG',
      'Lý do vắng|SHQN|đến hết|TỪ',
      'phép|qn 1|30/11/2026|20-11-26',
      '|',
      'Người lập|',
    );
    expect(sheet).toMatchObject({ columns: { reason: 0, number: 1, untilDay: 2, fromDay: 3 }, problems: [] });
    expect(sheet?.rows).toEqual([
      { line: 3, number: 'QN1', reason: 'leave', fromDay: '2026-11-20', untilDay: '2026-11-30', note: '' },
    ]);
    expect(read('Họ tên|Lý do', 'An|phép')).toBeNull();
  });

  it.each([
    ['|phép', 'number number-missing'],
    ['QN1|', 'reason reason-missing'],
    ['QN1|đi chơi', 'reason reason-unknown'],
    ['QN1|phép|31/02/2026', 'fromDay day-unreadable'],
    ['QN1|phép||mai', 'untilDay day-unreadable'],
    [`QN1|phép|||${'a'.repeat(201)}`, 'note note-too-long'],
  ])('%s: %s', (row, problem) => {
    // A row of one cell that is no number is taken for a heading.
    const said = read(heads, row === '|phép' ? '|phép|20/11/2026' : row)?.problems;
    expect(said?.map(({ line, field, code }) => `${line} ${field} ${code}`)).toEqual([`2 ${problem}`]);
  });
});

describe('what a file changes', () => {
  const away = (id: string, reason: AbsenceReason, fromDay: string, untilDay: string | null): StoredAway => ({
    ...{ id, reason, fromDay, untilDay, note: '' },
  });
  const ground = {
    ...{ day, today: day },
    people: ['QN1', 'QN2', 'QN3', 'QN4'].map((number) => ({ personId: number.toLowerCase(), number })),
    stored: new Map([
      ['qn2', [away('a2', 'hospital', '2026-11-10', null)]],
      ['qn3', [away('a3', 'duty', '2026-11-10', null)]],
    ]),
    attached: new Map([['qn4', true]]),
    elsewhere: new Set(['QN9']),
  };
  const plan = (...rows: string[]) => importPlan(read(heads, ...rows)!.rows, ground);

  it.each<[string[], string]>([
    [[], 'qn2 ended, qn3 ended'],
    [['QN2|viện', 'QN3|công tác'], ''],
    [['QN1|phép', 'QN2|viện', 'QN3|công tác'], 'qn1 new'],
    [['QN2|viện||30/11/2026', 'QN3|phép'], 'qn2 changed, qn3 changed'],
    [['QN2|có mặt', 'QN3|công tác', 'QN4|phép'], 'qn2 ended'],
  ])('%j: %s', (rows, changes) => {
    const found = plan(...rows);
    expect(found.problems).toEqual([]);
    expect(found.changes.map(({ person, kind }) => `${person.personId} ${kind}`).join(', ')).toBe(changes);
    expect(found.planned).toHaveLength(found.changes.length);
  });

  it('keeps the days that it does not tell of somebody away for that reason already', () => {
    expect(plan('QN2|viện||30/11/2026', 'QN3|ct').changes[0]?.after).toMatchObject({
      ...{ fromDay: '2026-11-10', untilDay: '2026-11-30' },
    });
  });

  it.each([
    ['QN7|phép', 'number number-unknown QN7'],
    ['QN9|phép', 'number other-unit QN9'],
    ['QN2|phép', 'number repeated 2'],
    ['QN1|phép|25/11/2026|24/11/2026', 'untilDay reversed '],
    ['QN1|phép|24/11/2026', 'fromDay from-after-day '],
    ['QN1|phép|20/11/2026|22/11/2026', 'untilDay until-before-day '],
  ])('nothing at all where a row says %s', (row, problem) => {
    const { problems, planned } = plan('QN2|viện', row);
    expect(problems.map(({ line, field, code, about }) => `${line} ${field} ${code} ${about}`)).toEqual([
      `3 ${problem}`,
    ]);
    expect(planned).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { canonicalJson } from '#app/features/reports/core/canonical-json.ts';
import { emptyForm, formOf } from '#app/features/reports/core/report-form.ts';
import { reportInstant } from '#app/features/reports/core/report-instant.ts';
import { firstRun, nextPeriodStart, type Period, runOf } from '#app/features/reports/core/schedule.ts';
import { documentHead } from '#app/features/reports/ui/document-head.ts';
import { endOfDay, startOfDay } from '#app/kernel/vietnam-time.ts';

describe('a schedule', () => {
  it.each<[Period, string, string]>([
    ['week', '2026-06-29', '2026-07-06'],
    ['week', '2026-07-05', '2026-07-06'],
    ['month', '2026-01-31', '2026-02-01'],
    ['month', '2026-12-01', '2027-01-01'],
    ['quarter', '2026-03-31', '2026-04-01'],
    ['quarter', '2026-10-01', '2027-01-01'],
  ])('of each %s: after %s comes %s', (every, day, next) => {
    expect(nextPeriodStart(every, day)).toBe(next);
  });

  it('reports of the last day of the period that has ended, whenever it runs', () => {
    const first = firstRun('month', new Date('2026-06-30T20:00:00Z'));
    expect(first).toEqual(startOfDay('2026-08-01'));
    const run = runOf('month', first);
    expect(run).toEqual({
      ...{ asOfAt: endOfDay('2026-07-31'), datedOn: '2026-08-01', following: startOfDay('2026-09-01') },
    });
  });
});

describe('the day of a report', () => {
  const now = new Date('2026-07-01T02:00:00Z');
  it('means its end; today means now; a day to come is refused', () => {
    expect(reportInstant('2026-06-30', now)).toEqual(endOfDay('2026-06-30'));
    expect(reportInstant('2026-07-01', now)).toBe(now);
    expect(reportInstant('2026-07-02', now)).toBeNull();
  });
});

describe('the form of a report', () => {
  const unit = { name: 'Sư đoàn 1', parentName: 'Quân đoàn' };
  it('takes from above what the unit leaves empty, and names it by the tree', () => {
    const above = [
      { ...emptyForm, place: 'Hà Nội' },
      { ...emptyForm, form: 'party' as const, place: 'Huế' },
    ];
    expect(formOf({ ...emptyForm, symbol: 'BC-f1' }, above, unit)).toMatchObject({
      ...{ form: 'party', place: 'Hà Nội', issuer: 'Sư đoàn 1', above: 'Quân đoàn', symbol: 'BC-f1' },
      ...{ names: 'allowed', delegates: 'may-not' },
    });
  });
  it('cannot allow the names that a level above forbids', () => {
    const above = [{ ...emptyForm, names: 'forbidden' as const }];
    expect(formOf({ ...emptyForm, names: 'allowed' }, above, unit).names).toBe('forbidden');
  });
  it('writes the day as the decree does, and heads a Party document as the Party does', () => {
    const form = formOf({ ...emptyForm, place: 'Hà Nội' }, [], unit);
    const texts = (datedOn: string, given = form) => {
      const { left, right } = documentHead({ lang: 'vi', form: given, number: '7', datedOn });
      return [...left, ...right].map(({ text }) => text);
    };
    expect(texts('2026-02-05')).toEqual([
      ...['QUÂN ĐOÀN', 'SƯ ĐOÀN 1', 'Số: 7/BC', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'],
      ...['Độc lập - Tự do - Hạnh phúc', 'Hà Nội, ngày 05 tháng 02 năm 2026'],
    ]);
    expect(texts('2026-07-05').at(-1)).toBe('Hà Nội, ngày 05 tháng 7 năm 2026');
    expect(texts('2026-11-15', { ...form, form: 'party', symbol: 'BC/ĐU' })).toEqual([
      ...['QUÂN ĐOÀN', 'SƯ ĐOÀN 1', '*', 'Số 7-BC/ĐU', 'ĐẢNG CỘNG SẢN VIỆT NAM'],
      'Hà Nội, ngày 15 tháng 11 năm 2026',
    ]);
  });

  it.each(['administrative', 'party'] as const)('in English has a plain head in the %s form too', (kind) => {
    const form = { ...formOf(emptyForm, [], unit), form: kind, place: 'Hà Nội', symbol: 'BC' };
    const { left, right } = documentHead({ lang: 'en', form, number: '7', datedOn: '2026-02-05' });
    expect(right.map(({ text }) => text)).toEqual(['English version', 'Hà Nội, 5 February 2026']);
    expect(left).toHaveLength(3);
  });
});

describe('canonical JSON', () => {
  it('is the same text for the same value, in whatever order it was written', () => {
    expect(canonicalJson({ b: [1, { d: null, c: 'ẵ' }], a: 2 })).toBe('{"a":2,"b":[1,{"c":"ẵ","d":null}]}');
    expect(canonicalJson({ a: 1, b: undefined })).toBe(canonicalJson({ a: 1 }));
  });
});

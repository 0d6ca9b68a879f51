import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addYears,
  dateOf,
  daysBetween,
  endOfDay,
  formatDate,
  formatDateTime,
  formatTime,
  isLocalDate,
  officialDay,
  startOfDay,
} from '#app/kernel/vietnam-time.ts';

const anyDate = fc
  .date({ min: new Date('1976-01-01T00:00:00Z'), max: new Date('2200-01-01T00:00:00Z'), noInvalidDate: true })
  .map(dateOf);

describe('a day in Việt Nam', () => {
  it('ends at 23:59:59.999 there', () => {
    expect(endOfDay('2026-11-22').toISOString()).toBe('2026-11-22T16:59:59.999Z');
    expect(startOfDay('2026-11-22').toISOString()).toBe('2026-11-21T17:00:00.000Z');
  });

  it('is that of the wall clock there, not of the server', () => {
    expect(dateOf(new Date('2026-11-22T16:59:59.999Z'))).toBe('2026-11-22');
    expect(dateOf(new Date('2026-11-22T17:00:00.000Z'))).toBe('2026-11-23');
  });

  it('holds its first and last instant and nothing else', () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        expect(dateOf(startOfDay(date))).toBe(date);
        expect(dateOf(endOfDay(date))).toBe(date);
        expect(endOfDay(date).getTime() + 1).toBe(startOfDay(addDays(date, 1)).getTime());
      }),
    );
  });

  it.each([
    ['2026-11-22', true],
    ['2028-02-29', true],
    ['2026-02-29', false],
    ['2026-13-01', false],
    ['2026-1-1', false],
    ['22/11/2026', false],
    ['', false],
  ])('%j exists: %s', (text, exists) => {
    expect(isLocalDate(text)).toBe(exists);
    if (!exists) expect(() => endOfDay(text)).toThrow(RangeError);
  });
});

describe('counting days and years', () => {
  it('tells one year from 365 days', () => {
    expect(addYears('2028-01-01', 1)).toBe('2029-01-01');
    expect(addDays('2028-01-01', 365)).toBe('2028-12-31');
  });

  it.each([
    ['2028-02-29', 1, '2029-02-28'],
    ['2028-02-29', 4, '2032-02-29'],
    ['2026-12-31', -1, '2025-12-31'],
  ])('from %s, %i years lead to %s', (date, years, expected) => {
    expect(addYears(date, years)).toBe(expected);
  });

  it('counts the days that it added', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -5000, max: 5000 }), (date, days) => {
        expect(daysBetween(date, addDays(date, days))).toBe(days);
      }),
    );
  });
});

describe('how times read', () => {
  const instant = new Date('2026-11-22T01:15:32.400Z');

  it('is day, month, year and the 24-hour clock there', () => {
    expect(formatDate(instant)).toBe('22/11/2026');
    expect(formatDate('2026-11-22')).toBe('22/11/2026');
    expect(officialDay('2027-03-05')).toEqual({ day: '05', month: '3', year: '2027' });
    expect(officialDay(new Date('2027-02-28T17:00:00Z'))).toEqual({ day: '01', month: '3', year: '2027' });
    expect(officialDay('2027-02-28')).toEqual({ day: '28', month: '02', year: '2027' });
    expect(formatTime(instant)).toBe('08:15:32');
    expect(formatDateTime(instant)).toBe('22/11/2026 08:15');
  });
});

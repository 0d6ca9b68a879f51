import { describe, expect, expectTypeOf, it } from 'vitest';
import {
  formatDate,
  formatDateTime,
  formatDuration,
  formatMark,
  formatNumber,
  formatPercent,
  formatRatio,
  formatTime,
} from '#app/platform/i18n/format.ts';
import { langFromCookieHeader, themeFromCookieHeader } from '#app/platform/i18n/language.ts';
import type { Messages } from '#app/platform/i18n/messages.ts';
import { messagesFor } from '#app/platform/i18n/use-messages.ts';

const vi = { title: 'Bài học', read: (count: number) => `Đã đọc ${count} bài`, group: { open: 'Mở' } };

describe('messages', () => {
  it('are complete by type', () => {
    expectTypeOf<{ title: string; read: (count: number) => string; group: { open: string } }>().toExtend<
      Messages<typeof vi>
    >();
    expectTypeOf<{ title: string; group: { open: string } }>().not.toExtend<Messages<typeof vi>>();
    expectTypeOf<{ title: string; read: string; group: { open: string } }>().not.toExtend<Messages<typeof vi>>();
    expectTypeOf<{ title: string; read: () => string; group: Record<string, never> }>().not.toExtend<
      Messages<typeof vi>
    >();
    expectTypeOf<{ title: string; read: (count: Date) => string; group: { open: string } }>().not.toExtend<
      Messages<typeof vi>
    >();
  });

  it('are those of the language', () => {
    const en: Messages<typeof vi> = {
      title: 'Lessons',
      read: (count) => `${count} lessons read`,
      group: { open: 'Open' },
    };
    expect(messagesFor('vi', vi, en).read(3)).toBe('Đã đọc 3 bài');
    expect(messagesFor('en', vi, en).read(3)).toBe('3 lessons read');
  });
});

it.each([
  [null, 'vi', null],
  ['', 'vi', null],
  ['lang=en', 'en', null],
  ['a=1; lang=en; theme=dark', 'en', 'dark'],
  ['lang=fr; theme=blue', 'vi', null],
  ['xlang=en; theme=light', 'vi', 'light'],
] as const)('reads the cookies %j', (header, lang, theme) => {
  expect(langFromCookieHeader(header)).toBe(lang);
  expect(themeFromCookieHeader(header)).toBe(theme);
});

describe('formats', () => {
  it('writes numbers as each language does', () => {
    expect(formatNumber('vi', 1234567.5, 1)).toBe('1.234.567,5');
    expect(formatNumber('en', 1234567.5, 1)).toBe('1,234,567.5');
    expect(formatNumber('vi', 0)).toBe('0');
    expect(formatNumber('vi', -1.5, 1)).toBe('−1,5');
    expect(formatNumber('vi', -0.01, 1)).toBe('0,0');
    expect(formatRatio('vi', 112, 1118)).toBe('112/1.118');
  });

  it('leaves out zeros that say nothing', () => {
    expect(formatMark('vi', 7.5)).toBe('7,5');
    expect(formatMark('vi', 10)).toBe('10');
    expect(formatMark('vi', 1200, 0)).toBe('1.200');
    expect(formatMark('vi', 1200)).toBe('1.200');
    expect(formatMark('en', 6.6666)).toBe('6.67');
    expect(formatPercent('vi', 112 / 118)).toBe('94,9%');
    expect(formatPercent('en', 1)).toBe('100%');
    expect(formatPercent('vi', 0)).toBe('0%');
  });

  it('writes instants by the clock of Vietnam', () => {
    const lateEvening = '2026-11-21T17:15:32.000Z';
    expect(formatDate('vi', lateEvening)).toBe('22/11/2026');
    expect(formatDate('en', lateEvening)).toBe('22 Nov 2026');
    expect(formatTime(lateEvening)).toBe('00:15');
    expect(formatTime(lateEvening, true)).toBe('00:15:32');
    expect(formatDateTime('vi', lateEvening)).toBe('00:15 ngày 22/11/2026');
  });

  it('writes durations', () => {
    expect(formatDuration('vi', 5400)).toBe('1 giờ 30 phút');
    expect(formatDuration('en', 3661)).toBe('1 hour 1 minute 1 second');
    expect(formatDuration('vi', 0)).toBe('0 giây');
  });
});

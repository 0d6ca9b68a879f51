import type { CellValue, ColumnKind, TableDocument } from '#app/kernel/table-document.ts';
import { formatDate, formatDateTime, formatNumber } from '#app/platform/i18n/format.ts';
import type { Lang } from '#app/platform/i18n/language.ts';
import { messagesFor } from '#app/platform/i18n/use-messages.ts';
import { en } from '../../messages/statistics-en.ts';
import { vi } from '../../messages/statistics-vi.ts';
import type { ItemLine, QuizStatisticsPage } from '../../queries/statistics/quiz-statistics.server.ts';
import { flagReason } from './flag-words.ts';

/** The table of questions as it stands on the screen, the figures of the whole quiz above it. */
export function statisticsDocument(page: QuizStatisticsPage, lang: Lang): TableDocument {
  const words = messagesFor(lang, vi, en);
  const { quiz, whole, maxMark, filter, unitName } = page;
  const { items, filter: chosen } = words;
  const number = (value: number | null) => (value === null ? words.notAvailable : formatNumber(lang, value, 2));
  const percent = (value: number | null) => (value === null ? words.notAvailable : `${formatNumber(lang, value, 1)}%`);
  const share = (value: number | null) => (value === null ? null : value / 100);
  const columns: { header: string; kind: ColumnKind; cell: (row: ItemLine) => CellValue }[] = [
    { header: items.code, kind: 'text', cell: (row) => row.code },
    { header: items.versionHead, kind: 'count', cell: (row) => row.number },
    { header: items.attempts, kind: 'count', cell: (row) => row.attempts },
    { header: items.facility, kind: 'fraction', cell: (row) => row.facility },
    { header: items.sd, kind: 'grade', cell: (row) => row.sd },
    { header: items.weight, kind: 'fraction', cell: (row) => share(row.effectiveWeight) },
    { header: items.index, kind: 'fraction', cell: (row) => share(row.discriminationIndex) },
    { header: items.efficiency, kind: 'fraction', cell: (row) => share(row.discriminativeEfficiency) },
    {
      ...{ header: items.flags, kind: 'text' },
      cell: ({ flags }) =>
        flags.map((flag) => `${words.flags[flag.code]}: ${flagReason(flag, words, lang)}`).join('; ') || null,
    },
    { header: items.question, kind: 'text', cell: (row) => row.stem },
  ];
  const bounds = [
    ...(filter.from ? [`${chosen.from}: ${formatDate(lang, `${filter.from}T00:00:00+07:00`)}`] : []),
    ...(filter.until ? [`${chosen.until}: ${formatDate(lang, `${filter.until}T00:00:00+07:00`)}`] : []),
    ...(filter.attempts === 'first' ? [chosen.attemptsOf.first] : []),
    ...(filter.versions === 'current' ? [chosen.versionsOf.current] : []),
  ];
  return {
    title: words.titleOf(quiz.title),
    notes: [
      words.lead(formatNumber(lang, whole.attempts), formatDateTime(lang, page.asOf)),
      ...(unitName ? [words.ofUnit(unitName)] : []),
      ...bounds,
      [
        `${words.whole.mean}: ${number(whole.mean)} ${words.whole.outOf(number(maxMark))}`,
        `${words.whole.median}: ${number(whole.median)}`,
        `${words.whole.sd}: ${number(whole.sd)}`,
        `${words.whole.cic}: ${percent(whole.cic)}`,
        `${words.whole.errorRatio}: ${percent(whole.errorRatio)}`,
        `${words.whole.standardError}: ${number(whole.standardError)}`,
        `${words.whole.skewness}: ${number(whole.skewness)}`,
        `${words.whole.kurtosis}: ${number(whole.kurtosis)}`,
        `${words.whole.passed}: ${page.passed.part}/${page.passed.whole}`,
      ].join('; '),
      ...(page.hasVariedPapers ? [words.whole.varied] : []),
    ],
    columns: columns.map(({ header, kind }) => ({ header, kind })),
    rows: page.items.map((row) => columns.map((column) => column.cell(row))),
  };
}

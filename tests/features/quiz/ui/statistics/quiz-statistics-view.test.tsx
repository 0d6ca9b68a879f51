// @vitest-environment jsdom
import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { distribution } from '#app/features/quiz/core/statistics/distribution.ts';
import { noFilter } from '#app/features/quiz/core/statistics/filter.ts';
import type { ItemLine, QuizStatisticsPage } from '#app/features/quiz/queries/statistics/quiz-statistics.server.ts';
import { QuizStatisticsView } from '#app/features/quiz/ui/statistics/quiz-statistics-view.tsx';
import { statisticsDocument } from '#app/features/quiz/ui/statistics/statistics-document.ts';
import { LanguageProvider } from '#app/platform/i18n/use-messages.ts';
import { renderAt } from '#tests/ui/in-router.tsx';

const item: ItemLine = {
  ...{ versionId: 'v1', questionId: 'q1', code: 'nq35-q1', number: 2, isCurrent: true, type: 'single' },
  ...{ stem: 'Thủ đô của Việt Nam?', attempts: 60, maxMark: 1, facility: 0.35, sd: 0.48, effectiveWeight: 4.2 },
  ...{ discriminationIndex: -12.5, discriminativeEfficiency: -14 },
  flags: [
    {
      ...{ code: 'wrong-key', part: null, wrongUpper: 15, rightUpper: 3, upper: 20 },
      wrong: { kind: 'option', key: 'b', letter: 'B', text: 'Huế' },
      right: { kind: 'option', key: 'a', letter: 'A', text: 'Hà Nội' },
    },
    { code: 'negative', index: -12.5 },
  ],
};
const fine: ItemLine = {
  ...item,
  versionId: 'v2',
  questionId: 'q2',
  code: 'nq35-q2',
  flags: [],
  discriminationIndex: null,
};
const page: QuizStatisticsPage = {
  quiz: { id: 'k', title: 'Kiểm tra cuối khóa', code: 'kt', kind: 'exam', gradeScale: 10 },
  asOf: new Date('2026-12-03T03:00:00Z'),
  ...{
    filter: noFilter,
    units: [],
    unitName: null,
    hasVariedPapers: false,
    leftOut: 0,
    isTooSmall: false,
    maxMark: 20,
  },
  whole: {
    ...{ attempts: 60, mean: 14.25, median: 14, sd: 3.5, skewness: -0.2, kurtosis: -0.5 },
    ...{ cic: 71.5, errorRatio: 53.4, standardError: 1.87 },
  },
  passed: { part: 52, whole: 60 },
  bins: distribution([5, 7, 7, 9], 10),
  items: [item, fine],
  months: [{ key: '2026-11', attempts: 60, mean: 7.1, isSuppressed: false }],
  parts: [
    { unitId: 'c1', name: 'Đại đội 1', attempts: 40, mean: 7.2, isSuppressed: false },
    { unitId: 'c2', name: 'Đại đội 2', attempts: 3, mean: null, isSuppressed: true },
  ],
};
const sort = { key: 'flags', isDescending: true } as const;
const address = '/author/quizzes/k/statistics';
const show = (given: Partial<QuizStatisticsPage>, at = address) =>
  renderAt(at, <QuizStatisticsView page={{ ...page, ...given }} sort={sort} />);

it('tells which question wants a look, why, and leads to who chose what', async () => {
  show({}, `${address}?unit=c1&sort=-flags`);
  const table = await screen.findByRole('table', { name: 'Từng câu hỏi' });
  expect(within(table).getByText('Đáp án có thể sai')).toBeInTheDocument();
  expect(
    within(table).getByText(/^nhóm giỏi chọn B nhiều hơn đáp án A \(15 so với 3 trong 20 lượt\)$/),
  ).toBeInTheDocument();
  const [first] = within(table).getAllByRole('link', { name: 'Thủ đô của Việt Nam?' });
  expect(first).toHaveAttribute('href', `${address}/q1?unit=c1`);
  expect(within(table).getByRole('columnheader', { name: /Cần xem/ })).toHaveAttribute('aria-sort', 'descending');
});

it('writes what is not available as that, never as 0', async () => {
  show({});
  const table = await screen.findByRole('table', { name: 'Từng câu hỏi' });
  const row = within(table)
    .getByText(/nq35-q2/)
    .closest('tr')!;
  expect(within(row).getByText('chưa có')).toBeInTheDocument();
  expect(screen.getByText('52/60')).toBeInTheDocument();
});

it('shows no figures of few, and no way to narrow down to them', async () => {
  show({});
  const table = await screen.findByRole('table', { name: 'Theo đơn vị' });
  const row = within(table).getByText('Đại đội 2').closest('tr')!;
  expect(within(row).getByText('< 5')).toBeInTheDocument();
  expect(within(row).getByText('quá ít để hiện')).toBeInTheDocument();
  expect(within(row).queryByRole('link')).toBeNull();
  expect(within(table).getByRole('link', { name: 'Đại đội 1' })).toHaveAttribute('href', `${address}?unit=c1`);
});

it('has the figures of both charts as tables', async () => {
  show({});
  const grades = await screen.findByRole('table', { name: 'Phân bố điểm', hidden: true });
  expect(within(grades).getByRole('rowheader', { name: '7 đến dưới 8', hidden: true })).toBeInTheDocument();
  const scatter = screen.getByRole('table', { name: 'Độ dễ và độ phân biệt', hidden: true });
  // A question without discrimination has no place in the drawing.
  expect(within(scatter).getAllByRole('row', { hidden: true })).toHaveLength(2);
});

it.each([
  { given: {}, at: address, title: 'Chưa có lượt làm nào có điểm' },
  { given: { isTooSmall: true }, at: `${address}?unit=c2`, title: 'Quá ít người để hiện số liệu' },
])('says why there is nothing: $title', async ({ given, at, title }) => {
  show({ ...given, whole: { ...page.whole, attempts: 0 }, items: [], months: [], parts: [] }, at);
  expect(await screen.findByText(title)).toBeInTheDocument();
  expect(screen.queryByRole('link', { name: 'Tải XLSX' })).toBeNull();
});

it('of one attempt says what is missing', async () => {
  show({ whole: { ...page.whole, attempts: 1, sd: null, cic: null } });
  expect(await screen.findByText('Mới có một lượt làm có điểm')).toBeInTheDocument();
});

it('speaks English as completely', async () => {
  const english = <QuizStatisticsView page={page} sort={sort} />;
  renderAt(address, <LanguageProvider value="en">{english}</LanguageProvider>);
  expect(await screen.findByText('The key may be wrong')).toBeInTheDocument();
  expect(screen.getByText(/^the upper third chose B more often than the key A/)).toBeInTheDocument();
});

it('is taken out with the same rows, the reasons in words and empty cells for what is not available', () => {
  const { title, notes, columns, rows } = statisticsDocument(page, 'vi');
  expect(title).toBe('Thống kê: Kiểm tra cuối khóa');
  expect(notes.join(' ')).toContain('Đạt: 52/60');
  const at = (header: string) => columns.findIndex((column) => column.header === header);
  expect(rows.map((row) => row[at('Độ phân biệt')])).toEqual([-0.125, null]);
  expect(rows[0]![at('Cần xem')]).toContain('Đáp án có thể sai: nhóm giỏi chọn B nhiều hơn đáp án A');
  expect(rows[1]![at('Cần xem')]).toBeNull();
});

// @vitest-environment jsdom
import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { attentionList } from '#app/features/progress/core/picture/attention.ts';
import { emptyRollup, rollupOf } from '#app/features/progress/core/rollup.ts';
import { unitFigures } from '#app/features/progress/core/unit-figures.ts';
import type { UnitPicture } from '#app/features/progress/queries/picture/unit-picture.server.ts';
import { GradesView } from '#app/features/progress/ui/picture/grades-view.tsx';
import { UnitPage } from '#app/features/progress/ui/unit-page.tsx';
import { LanguageProvider } from '#app/platform/i18n/use-messages.ts';
import { renderAt } from '#tests/ui/in-router.tsx';

const asOf = new Date('2026-12-03T03:00:00Z');
const dueAt = new Date('2026-11-30T16:59:59.999Z');
const counts = { completed: 112, 'in-progress': 3, 'not-started': 1, failed: 1, exempt: 1 };
const counters = [
  ...Object.entries(counts).map(([key, count]) => ({ dimension: 'status', key, count })),
  { dimension: 'classification', key: 'good', count: 100 },
];
const total = unitFigures(rollupOf(118, counters), dueAt, asOf);
const assignment = { id: 'a', title: 'Học tập Nghị quyết 35', openAt: asOf, dueAt, isClosed: false };
const quiet = { openNotices: 0, unconfirmed: { units: 4, of: 4 }, expiring: 0 };
const page: UnitPicture = {
  unit: { id: 'd1', name: 'Tiểu đoàn 1', shortName: 'd1', kind: 'battalion' },
  above: [{ id: 'e1', name: 'Trung đoàn 1', shortName: 'e1' }],
  asOf,
  assignments: [assignment],
  assignment,
  total,
  parts: [{ ...total, unitId: 'c1', name: 'Đại đội 1', shortName: 'c1', isOwn: false, isReachable: true }],
  ...{ asOfDay: null, today: '2026-12-03', existed: true },
  plan: { planned: 117, audience: 117, share: 1, ahead: -5 },
  present: { kind: 'unconfirmed', units: 4 },
  lines: [
    { day: '2026-11-29', completed: 100, planned: 110, strength: 118 },
    { day: '2026-11-30', completed: 110, planned: 117, strength: 118 },
    { day: '2026-12-03', completed: 112, planned: 117, strength: 118 },
  ],
  heat: null,
  attention: attentionList({ ...quiet, late: total.late, failed: 1, notStarted: 1, owing: 4, daysLeft: -3 }),
};
const sort = { key: 'unit', isDescending: false } as const;
const show = (given: Partial<UnitPicture>) =>
  renderAt('/units/d1?assignment=a', <UnitPage page={{ ...page, ...given }} sort={sort} people={null} />);

it('tells the state at once, every number with its denominator', async () => {
  show({});
  expect(await screen.findByText('112/118 đồng chí, 94,9%')).toBeInTheDocument();
  expect(screen.getByText('Hạn 30/11/2026, đã quá hạn 3 ngày')).toBeInTheDocument();
  expect(screen.getByText('4 đồng chí quá hạn')).toBeInTheDocument();
  expect(screen.getByText('112 + 3 + 1 + 1 + 1 = quân số 118')).toBeInTheDocument();
  expect(screen.getByText(/^100\/117 đồng chí thuộc diện/)).toBeInTheDocument();
});

it('leads to the people behind a figure, down to the sub-unit and back up', async () => {
  show({});
  const list = '/units/d1/people?assignment=a&standing=';
  expect(await screen.findByRole('link', { name: 'Xem danh sách quá hạn' })).toHaveAttribute('href', `${list}late`);
  expect(screen.getByRole('link', { name: 'Được miễn: 1' })).toHaveAttribute('href', `${list}exempt`);
  const table = screen.getByRole('table', { name: 'Đơn vị trực thuộc' });
  const down = within(table).getByRole('link', { name: 'Đại đội 1' });
  expect(down).toHaveAttribute('href', '/units/c1?assignment=a');
  expect(screen.getByRole('link', { name: 'Trung đoàn 1' })).toHaveAttribute('href', '/units/e1?assignment=a');
  expect(within(table).queryByRole('columnheader', { name: /Không thuộc diện/ })).toBeNull();
  expect(screen.getByRole('link', { name: 'Tải XLSX' })).toHaveAttribute(
    'href',
    '/units/d1/table.xlsx?assignment=a&view=units',
  );
});

it('shows those outside of the audience only where there are some', async () => {
  const outside = unitFigures(rollupOf(120, counters), dueAt, asOf);
  show({ total: outside });
  expect(await screen.findByText('112 + 3 + 1 + 1 + 1 + 2 = quân số 120')).toBeInTheDocument();
  expect(screen.getByRole('columnheader', { name: /Không thuộc diện/ })).toBeInTheDocument();
});

it('says why there is nothing to show', async () => {
  show({ assignment: null, assignments: [] });
  expect(await screen.findByText('Chưa có đợt học tập nào')).toBeInTheDocument();
  expect(screen.queryByRole('link', { name: 'Tải XLSX' })).toBeNull();
});

it('does not take a unit without people for 0%', async () => {
  show({ total: unitFigures(emptyRollup, dueAt, asOf), parts: [] });
  expect(await screen.findByText('Đơn vị chưa có quân số')).toBeInTheDocument();
  expect(screen.queryByText(/0%/)).toBeNull();
});

it('speaks English as completely', async () => {
  const english = <UnitPage page={page} sort={sort} people={null} />;
  renderAt('/units/d1', <LanguageProvider value="en">{english}</LanguageProvider>);
  expect(await screen.findByText('112/118 people, 94.9%')).toBeInTheDocument();
  expect(screen.getByText('Due 30 Nov 2026, 3 days overdue')).toBeInTheDocument();
});

it('sums each class under its own column, beside the share of good and excellent', async () => {
  renderAt('/units/d1/grades?assignment=a', <GradesView page={{ ...page, bars: null }} />);
  const table = await screen.findByRole('table', { name: 'Đơn vị trực thuộc' });
  const heads = within(table)
    .getAllByRole('columnheader')
    .map(({ textContent }) => textContent);
  const sums = within(within(table).getAllByRole('row').at(-1)!).getAllByRole('cell');
  const sumOf = (head: string) => sums[heads.indexOf(head) - 1]?.textContent;
  expect([sumOf('Khá'), sumOf('Khá, giỏi')]).toEqual(['100', '100%']);
});

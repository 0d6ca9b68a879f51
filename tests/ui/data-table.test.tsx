// @vitest-environment jsdom
import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { type Column, DataTable } from '#app/ui/data-table.tsx';
import { sortFromSearch, sortSearch } from '#app/ui/table-sort.ts';
import { renderAt } from './in-router.tsx';

type Row = { name: string; done: number };
const rows: Row[] = [
  { name: 'Tiểu đoàn 1', done: 112 },
  { name: 'Tiểu đoàn 2', done: 76 },
];
const columns: Column<Row>[] = [
  { key: 'name', header: 'Đơn vị', cell: (row) => row.name, isRowHeader: true, isSortable: true },
  { key: 'done', header: 'Hoàn thành', cell: (row) => row.done, isNumber: true, isSortable: true },
  { key: 'note', header: 'Ghi chú', cell: () => null },
];
const table = (
  <DataTable
    caption="Mức độ bao phủ"
    columns={columns}
    rows={rows}
    rowKey={(row) => row.name}
    sort={{ key: 'name', isDescending: false }}
    totals={{ name: 'Cộng', done: 188 }}
  />
);

it('is a table with a caption, column heads and row heads', async () => {
  renderAt('/unit', table);
  const shown = await screen.findByRole('table', { name: 'Mức độ bao phủ' });
  expect(within(shown).getAllByRole('columnheader')).toHaveLength(3);
  expect(within(shown).getByRole('rowheader', { name: 'Tiểu đoàn 2' })).toBeInTheDocument();
  expect(within(shown).getByRole('rowheader', { name: 'Cộng' })).toBeInTheDocument();
  expect(within(shown).getByRole('cell', { name: '112' })).toHaveAttribute('data-label', 'Hoàn thành');
});

it('keeps a name and its figure on one line on a phone, where any other row is a card', async () => {
  const pair = columns.slice(0, 2);
  renderAt('/unit', <DataTable caption="Số liệu" columns={pair} rows={rows} rowKey={(row) => row.name} />);
  expect(await screen.findByRole('table', { name: 'Số liệu' })).toHaveClass('is-pairs');
  renderAt('/unit', table);
  expect(await screen.findByRole('table', { name: 'Mức độ bao phủ' })).not.toHaveClass('is-pairs');
});

it('says how it is sorted, and sorts by links that keep the rest of the address', async () => {
  renderAt('/unit?filter=late&page=3', table);
  const name = await screen.findByRole('columnheader', { name: 'Đơn vị' });
  const done = screen.getByRole('columnheader', { name: 'Hoàn thành' });
  expect(name).toHaveAttribute('aria-sort', 'ascending');
  expect(done).toHaveAttribute('aria-sort', 'none');
  expect(screen.getByRole('columnheader', { name: 'Ghi chú' })).not.toHaveAttribute('aria-sort');
  expect(within(name).getByRole('link')).toHaveAttribute('href', '/unit?filter=late&sort=-name');
  expect(within(done).getByRole('link')).toHaveAttribute('href', '/unit?filter=late&sort=done');
});

it('shows what was prepared for no rows', async () => {
  renderAt(
    '/unit',
    <DataTable caption="Trống" columns={columns} rows={[]} rowKey={(row) => row.name} empty={<p>Chưa có</p>} />,
  );
  expect(await screen.findByText('Chưa có')).toBeInTheDocument();
  expect(screen.queryByRole('table')).toBeNull();
});

describe('the sort in the address', () => {
  const fallback = { key: 'name', isDescending: false };

  it.each([
    ['', fallback],
    ['?sort=done', { key: 'done', isDescending: false }],
    ['?sort=-done', { key: 'done', isDescending: true }],
    ['?sort=password', fallback],
    ['?sort=-', fallback],
  ])('%s', (search, expected) => {
    expect(sortFromSearch(search, ['name', 'done'], fallback)).toEqual(expected);
  });

  it('turns round at the second press', () => {
    expect(sortSearch('', 'done', { key: 'done', isDescending: false })).toBe('?sort=-done');
    expect(sortSearch('', 'done', { key: 'done', isDescending: true })).toBe('?sort=done');
  });
});

// @vitest-environment jsdom
import { renderToString } from 'react-dom/server';
import { expect, it } from 'vitest';
import { ColumnChart } from '#app/ui/chart/column-chart.tsx';
import { LineChart, ticksTo } from '#app/ui/chart/line-chart.tsx';

it.each([
  [0, [0, 1]],
  [3, [0, 1, 2, 3]],
  [118, [0, 50, 100, 150]],
  [1000, [0, 250, 500, 750, 1000]],
])('reaches %i in round whole steps', (max, ticks) => expect(ticksTo(max)).toEqual(ticks));

it('is drawn by the server, each line with its own stroke and its last figure in words, a gap where nothing is known', () => {
  const html = renderToString(
    <LineChart
      title="Tiến độ"
      series={[
        { key: 'done', label: 'Đã hoàn thành', look: 'main', values: [0, 2, 4], last: '4' },
        { key: 'plan', label: 'Kế hoạch', look: 'dashed', values: [1, null, 4], last: '4' },
      ]}
      max={4}
      formatValue={String}
      marks={[{ at: 0, label: '01/06' }]}
      table={<table aria-label="số liệu" />}
      showTable="Xem bảng"
    />,
  );
  expect(html).toContain('d="M0 1000L500 500L1000 0"');
  expect(html).toContain('d="M0 750M1000 0"');
  expect(html).toContain('stroke-dasharray="7 5"');
  expect(html).toContain('aria-label="số liệu"');
  expect(html).not.toContain('style=');
});

it('writes each figure above its column, and draws none for nothing', () => {
  const columns = [
    { key: 'a', label: '0–1', value: 4, text: '4' },
    { key: 'b', label: '1–2', value: 0, text: '0' },
  ];
  const html = renderToString(
    <ColumnChart title="Điểm" axis="Điểm" columns={columns} table={<table />} showTable="Xem bảng" />,
  );
  expect(html.match(/>4<\/text>/g)).toHaveLength(1);
  expect(html).not.toMatch(/>0<\/text>/);
});

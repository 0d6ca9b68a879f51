// @vitest-environment jsdom
import { renderToString } from 'react-dom/server';
import { expect, it } from 'vitest';
import { StackedBarChart } from '#app/ui/chart/stacked-bar-chart.tsx';

it('serves the table and no drawing', () => {
  const html = renderToString(
    <StackedBarChart
      title="Tình trạng theo đơn vị"
      rows={[{ key: 'd1', label: 'Tiểu đoàn 1', values: { done: 112, open: 6 } }]}
      series={[
        { key: 'done', label: 'Hoàn thành', tone: 'full' },
        { key: 'open', label: 'Chưa học', tone: 'empty' },
      ]}
      formatValue={String}
      formatShare={String}
      words={{ loading: 'Đang vẽ', noScript: 'Xem bảng dưới đây', showTable: 'Xem bảng' }}
      table={<table aria-label="số liệu" />}
    />,
  );
  expect(html).toContain('aria-label="số liệu"');
  expect(html).toContain('<noscript>Xem bảng dưới đây</noscript>');
  expect(html).not.toContain('recharts');
});

import { Bar, BarChart, CartesianGrid, LabelList, ResponsiveContainer, XAxis, YAxis } from 'recharts';
import { drawingHeight, labelWidth, line, quietTick } from './axes.ts';
import { AxisName } from './axis-name.tsx';
import type { BarRow } from './bar-chart.tsx';
import { type ChartTone, toneEdge, toneFill } from './chart-tone.tsx';

type Props = {
  chartId: string;
  rows: readonly BarRow[];
  tone: ChartTone;
  max?: number;
  formatValue: (value: number) => string;
  rowHeight: number;
};

export function BarDrawing({ chartId, rows, tone, max, formatValue, rowHeight }: Props) {
  const labels = rows.map((row) => row.label);
  // Without data a bar of no length keeps the row and its words.
  const points = rows.map((row) => ({ ...row, value: row.value ?? 0 }));
  const room = Math.max(24, ...rows.map((row) => (row.value === null ? 0 : row.text.length * 7.5 + 12)));
  return (
    <ResponsiveContainer width="100%" height={drawingHeight(labels, rowHeight)}>
      <BarChart
        data={points}
        layout="vertical"
        margin={{ top: 4, right: room, bottom: 4, left: 0 }}
        barSize={20}
        accessibilityLayer={false}
      >
        <CartesianGrid horizontal={false} {...line} />
        <XAxis
          type="number"
          domain={[0, max ?? 'auto']}
          ticks={max === undefined ? undefined : [0, max / 2, max]}
          tickFormatter={formatValue}
          tick={quietTick}
          axisLine={line}
          tickLine={false}
        />
        <YAxis
          type="category"
          dataKey="label"
          width={labelWidth(labels)}
          tick={AxisName}
          axisLine={line}
          tickLine={false}
          interval={0}
        />
        <Bar
          dataKey="value"
          fill={toneFill(chartId, tone)}
          stroke={toneEdge(tone)}
          minPointSize={1}
          isAnimationActive={false}
        >
          <LabelList dataKey="text" position="right" fontSize={14} fill="rgb(var(--ink))" className="tabular" />
        </Bar>
      </BarChart>
    </ResponsiveContainer>
  );
}

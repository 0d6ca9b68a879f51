import { Bar, BarChart, CartesianGrid, LabelList, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { drawingHeight, labelWidth, line, quietTick } from './axes.ts';
import { AxisName } from './axis-name.tsx';
import { toneEdge, toneFill } from './chart-tone.tsx';
import type { StackRow, StackSeries } from './stacked-bar-chart.tsx';

type Props = {
  chartId: string;
  rows: readonly StackRow[];
  series: readonly StackSeries[];
  isShare?: boolean;
  formatValue: (value: number) => string;
  formatShare: (fraction: number) => string;
  rowHeight: number;
};

type Point = { label: string; row: StackRow; total: number } & Record<string, unknown>;

export function StackedBarDrawing({ chartId, rows, series, isShare, formatValue, formatShare, rowHeight }: Props) {
  const labels = rows.map((row) => row.label);
  const points: Point[] = rows.map((row) => {
    const total = series.reduce((sum, { key }) => sum + (row.values[key] ?? 0), 0);
    const scale = isShare ? total || 1 : 1;
    const lengths = Object.fromEntries(series.map(({ key }) => [`of ${key}`, (row.values[key] ?? 0) / scale]));
    return { label: row.label, row, total, ...lengths };
  });
  const formatLength = isShare ? formatShare : formatValue;
  return (
    <ResponsiveContainer width="100%" height={drawingHeight(labels, rowHeight)}>
      <BarChart
        data={points}
        layout="vertical"
        margin={{ top: 4, right: 24, bottom: 4, left: 0 }}
        barSize={24}
        accessibilityLayer={false}
      >
        <CartesianGrid horizontal={false} {...line} />
        <XAxis
          type="number"
          domain={isShare ? [0, 1] : [0, 'auto']}
          ticks={isShare ? [0, 0.25, 0.5, 0.75, 1] : undefined}
          tickFormatter={formatLength}
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
        <Tooltip
          cursor={{ fill: 'rgb(var(--sunken))' }}
          isAnimationActive={false}
          content={({ active, payload }) => {
            const point = payload?.[0]?.payload as Point | undefined;
            if (!active || !point) return null;
            return (
              <div className="border border-edge bg-surface px-3 py-2 text-ink">
                <p className="font-semibold">{point.label}</p>
                {series.map(({ key, label }) => {
                  const value = point.row.values[key] ?? 0;
                  return (
                    <p key={key} className="tabular flex justify-between gap-6">
                      <span>{label}</span>
                      <span>
                        {formatValue(value)}
                        {point.total > 0 && ` (${formatShare(value / point.total)})`}
                      </span>
                    </p>
                  );
                })}
              </div>
            );
          }}
        />
        {series.map(({ key, tone }) => (
          <Bar
            key={key}
            dataKey={`of ${key}`}
            stackId="parts"
            fill={toneFill(chartId, tone)}
            stroke={toneEdge(tone)}
            strokeWidth={1}
            isAnimationActive={false}
          >
            <LabelList
              dataKey={(point: Point) => point.row.values[key] ?? 0}
              content={(label) => <PartLabel {...(label as PartLabelProps)} format={formatValue} />}
            />
          </Bar>
        ))}
      </BarChart>
    </ResponsiveContainer>
  );
}

type PartLabelProps = { x: number; y: number; width: number; height: number; value: number };

/** The amount inside its part, on a ground of its own over the pattern; left out where it does not fit. */
function PartLabel({ x, y, width, height, value, format }: PartLabelProps & { format: (value: number) => string }) {
  const text = format(Number(value));
  const room = text.length * 8 + 8;
  if (!value || width < room + 4) return null;
  const [middle, centre] = [Number(x) + Number(width) / 2, Number(y) + Number(height) / 2];
  return (
    <g>
      <rect x={middle - room / 2} y={centre - 9} width={room} height={18} rx={2} fill="rgb(var(--surface))" />
      <text
        x={middle}
        y={centre}
        dy="0.36em"
        textAnchor="middle"
        fontSize={13}
        fill="rgb(var(--ink))"
        className="tabular"
      >
        {text}
      </text>
    </g>
  );
}

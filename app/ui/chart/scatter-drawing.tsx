import {
  CartesianGrid,
  ReferenceLine,
  ResponsiveContainer,
  Scatter,
  ScatterChart,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { line, quietTick } from './axes.ts';
import type { ScatterAxis, ScatterPoint } from './scatter-chart.tsx';

type Props = { points: readonly ScatterPoint[]; x: ScatterAxis; y: ScatterAxis; height: number };

export function ScatterDrawing({ points, x, y, height }: Props) {
  const plain = points.filter(({ isMarked }) => !isMarked);
  const marked = points.filter(({ isMarked }) => isMarked);
  return (
    <ResponsiveContainer width="100%" height={height}>
      <ScatterChart margin={{ top: 8, right: 16, bottom: 24, left: 8 }} accessibilityLayer={false}>
        <CartesianGrid {...line} />
        <XAxis
          type="number"
          dataKey="x"
          domain={[x.from, x.until]}
          ticks={[...x.ticks]}
          tickFormatter={x.format}
          tick={quietTick}
          axisLine={line}
          tickLine={false}
          label={{ value: x.label, position: 'insideBottom', offset: -14, fontSize: 13, fill: 'rgb(var(--ink))' }}
        />
        <YAxis
          type="number"
          dataKey="y"
          width={56}
          domain={[y.from, y.until]}
          ticks={[...y.ticks]}
          tickFormatter={y.format}
          tick={quietTick}
          axisLine={line}
          tickLine={false}
          label={{ value: y.label, angle: -90, position: 'insideLeft', fontSize: 13, fill: 'rgb(var(--ink))', dy: 40 }}
        />
        <ReferenceLine y={0} stroke="rgb(var(--edge))" />
        <Tooltip
          cursor={false}
          isAnimationActive={false}
          content={({ active, payload }) => {
            const point = payload?.[0]?.payload as ScatterPoint | undefined;
            if (!active || !point) return null;
            return (
              <div className="tabular border border-edge bg-surface px-3 py-2 text-ink">
                <p className="font-semibold">{point.label}</p>
                <p>{`${x.label}: ${x.format(point.x)}`}</p>
                <p>{`${y.label}: ${y.format(point.y)}`}</p>
              </div>
            );
          }}
        />
        <Scatter data={plain} fill="rgb(var(--accent))" stroke="rgb(var(--surface))" isAnimationActive={false} />
        <Scatter data={marked} shape="cross" fill="rgb(var(--red))" isAnimationActive={false} />
      </ScatterChart>
    </ResponsiveContainer>
  );
}

import { type ReactNode, useId } from 'react';
import { ChartPatterns, type ChartTone, toneEdge, toneFill } from './chart-tone.tsx';
import { PlainFrame } from './plain-frame.tsx';

export type Column = { key: string; label: string; value: number; text: string; tone?: ChartTone };

type Props = {
  title: ReactNode;
  note?: ReactNode;
  columns: readonly Column[];
  /** In words under the axis: "Điểm". */
  axis: string;
  table: ReactNode;
  showTable: string;
};

const height = 200;
const top = 22;
const plot = 130;

/** How often something occurs, its figure above each column. Made by the server: no script, and the same on paper. */
export function ColumnChart({ columns, axis, ...frame }: Props) {
  const chartId = `columns${useId().replace(/:/g, '')}`;
  const most = Math.max(1, ...columns.map(({ value }) => value));
  const width = 100 / Math.max(1, columns.length);
  return (
    <PlainFrame
      {...frame}
      drawing={
        <>
          <ChartPatterns chartId={chartId} tones={columns.map(({ tone = 'full' }) => tone)} />
          <svg
            height={height}
            className="w-full fill-ink text-xs [print-color-adjust:exact]"
            aria-hidden="true"
            focusable="false"
          >
            {columns.map(({ key, label, value, text, tone = 'full' }, at) => {
              const bar = value === 0 ? 0 : Math.max(2, (plot * value) / most);
              const middle = `${(at + 0.5) * width}%`;
              return (
                <g key={key}>
                  <rect
                    x={`${at * width + width * 0.1}%`}
                    width={`${width * 0.8}%`}
                    y={top + plot - bar}
                    height={bar}
                    fill={toneFill(chartId, tone)}
                    stroke={toneEdge(tone)}
                  />
                  {value > 0 && (
                    <text x={middle} y={top + plot - bar - 6} textAnchor="middle" className="tabular">
                      {text}
                    </text>
                  )}
                  <text x={middle} y={top + plot + 18} textAnchor="middle" className="tabular fill-muted">
                    {label}
                  </text>
                </g>
              );
            })}
            <line x1="0" x2="100%" y1={top + plot} y2={top + plot} className="stroke-edge" />
            <text x="50%" y={top + plot + 40} textAnchor="middle" className="fill-muted">
              {axis}
            </text>
          </svg>
        </>
      }
    />
  );
}

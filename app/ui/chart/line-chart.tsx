import type { ReactNode } from 'react';
import { PlainFrame } from './plain-frame.tsx';

/** Lines are told apart by stroke: thick, dashed, dotted. */
export type LineLook = 'main' | 'dashed' | 'dotted';
export type LineSeries = {
  key: string;
  label: string;
  look: LineLook;
  /** One for each point of the axis; null leaves a gap. */
  values: readonly (number | null)[];
  /** The last figure in words, beside the name. */
  last: string;
};

type Props = {
  title: ReactNode;
  note?: ReactNode;
  series: readonly LineSeries[];
  /** The upper end of the scale; it begins at 0. */
  max: number;
  formatValue: (value: number) => string;
  /** Words under the axis, by the place (0..1) at which they stand. */
  marks: readonly { at: number; label: string; isRuled?: boolean }[];
  table: ReactNode;
  showTable: string;
};

const looks: Record<LineLook, { line: string; width: number; dash?: string }> = {
  main: { line: 'stroke-accent', width: 3 },
  dashed: { line: 'stroke-ink', width: 2, dash: '7 5' },
  dotted: { line: 'stroke-muted', width: 1.5, dash: '1.5 4' },
};

const height = 240;
const top = 10;
const plot = 194;

/**
 * Figures over time. Made of percentages instead of pixels, so that one drawing fits a phone, a desk and a sheet of paper
 * without a script.
 */
export function LineChart({ series, max, formatValue, marks, ...frame }: Props) {
  const ticks = ticksTo(max);
  const end = ticks.at(-1)!;
  const y = (value: number) => top + plot * (1 - value / end);
  return (
    <PlainFrame
      {...frame}
      legend={
        <ul className="mt-2 flex flex-wrap gap-x-6 gap-y-1 text-sm">
          {series.map(({ key, label, look, last }) => (
            <li key={key} className="flex items-center gap-2">
              <svg width="36" height="12" aria-hidden="true" focusable="false">
                <line x1="0" x2="36" y1="6" y2="6" {...strokeOf(look)} />
              </svg>
              <span>
                {label}: <span className="tabular font-semibold">{last}</span>
              </span>
            </li>
          ))}
        </ul>
      }
      drawing={
        <div className="flex">
          <svg width="56" height={height} className="shrink-0 fill-muted text-xs" aria-hidden="true" focusable="false">
            {ticks.map((tick) => (
              <text key={tick} x="48" y={y(tick) + 4} textAnchor="end" className="tabular">
                {formatValue(tick)}
              </text>
            ))}
          </svg>
          <svg
            height={height}
            className="w-full min-w-0 flex-1 overflow-visible fill-muted text-xs [print-color-adjust:exact]"
            aria-hidden="true"
            focusable="false"
          >
            {ticks.map((tick) => (
              <line key={tick} x1="0" x2="100%" y1={y(tick)} y2={y(tick)} className="stroke-line" />
            ))}
            {marks.map(({ at, label, isRuled }) => (
              <g key={`${at} ${label}`}>
                <line
                  x1={`${at * 100}%`}
                  x2={`${at * 100}%`}
                  y1={isRuled ? top : top + plot}
                  y2={top + plot + 6}
                  className={isRuled ? 'stroke-ink' : 'stroke-edge'}
                />
                <text
                  x={`${at * 100}%`}
                  y={top + plot + 24}
                  textAnchor={at < 0.08 ? 'start' : at > 0.92 ? 'end' : 'middle'}
                  className="tabular"
                >
                  {label}
                </text>
              </g>
            ))}
            <svg
              x="0"
              y={top}
              width="100%"
              height={plot}
              viewBox="0 0 1000 1000"
              preserveAspectRatio="none"
              aria-hidden="true"
            >
              {series.map(({ key, look, values }) => (
                <path
                  key={key}
                  d={pathOf(values, end)}
                  fill="none"
                  vectorEffect="non-scaling-stroke"
                  strokeLinejoin="round"
                  {...strokeOf(look)}
                />
              ))}
            </svg>
          </svg>
        </div>
      }
    />
  );
}

const strokeOf = (look: LineLook) => ({
  className: looks[look].line,
  strokeWidth: looks[look].width,
  strokeDasharray: looks[look].dash,
});

/** A path over a square of 1000; a null begins a new piece. A single point is drawn as a short line. */
function pathOf(values: readonly (number | null)[], end: number): string {
  const step = values.length > 1 ? 1000 / (values.length - 1) : 1000;
  const place = (value: number) => round(1000 * (1 - value / end));
  if (values.length === 1 && values[0] !== null) return `M0 ${place(values[0]!)}H1000`;
  return values
    .map((value, at) => {
      if (value === null) return '';
      const begins = at === 0 || values[at - 1] === null;
      return `${begins ? 'M' : 'L'}${round(at * step)} ${place(value)}`;
    })
    .join('');
}

const round = (value: number) => Math.round(value * 10) / 10;

/** Up to five round steps from 0 to the end of the scale: 0, 50, 100 for 118 ends at 150. */
export function ticksTo(max: number): number[] {
  const wanted = Math.max(1, max) / 4;
  const power = 10 ** Math.floor(Math.log10(wanted));
  const step = Math.max(1, [1, 2, 2.5, 5, 10].map((each) => each * power).find((each) => each >= wanted)!);
  const whole = Number.isInteger(step) ? step : Math.ceil(step);
  return Array.from({ length: Math.ceil(Math.max(1, max) / whole) + 1 }, (_, at) => at * whole);
}

import type { ReactNode } from 'react';
import { ChartFrame, type ChartWords } from './chart-frame.tsx';
import type { ChartTone } from './chart-tone.tsx';
import { lazyDrawing } from './lazy-drawing.tsx';

/** `value` null is "no data": the row stays, without a bar, and says `text`. */
export type BarRow = { key: string; label: string; value: number | null; text: string };

type Props = {
  title: ReactNode;
  note?: ReactNode;
  rows: readonly BarRow[];
  tone?: ChartTone;
  /** The end of the scale; without it the largest value. */
  max?: number;
  formatValue: (value: number) => string;
  words: ChartWords;
  table: ReactNode;
  isTableFolded?: boolean;
};

const rowHeight = 36;
const Drawing = lazyDrawing(() => import('./bar-drawing.tsx').then((module) => module.BarDrawing));

/** One figure each, things side by side below one another, the figure written at the end of its bar. */
export function BarChart({ rows, tone = 'full', max, formatValue, ...frame }: Props) {
  return (
    <ChartFrame
      {...frame}
      legend={[{ key: 'value', label: '', tone }]}
      height={rows.length * rowHeight + 40}
      drawing={(chartId) => <Drawing {...{ chartId, rows, tone, max, formatValue, rowHeight }} />}
    />
  );
}

import type { ReactNode } from 'react';
import { ChartFrame, type ChartWords } from './chart-frame.tsx';
import type { ChartTone } from './chart-tone.tsx';
import { lazyDrawing } from './lazy-drawing.tsx';

export type StackSeries = { key: string; label: string; tone: ChartTone };
export type StackRow = { key: string; label: string; values: Readonly<Record<string, number>> };

type Props = {
  title: ReactNode;
  note?: ReactNode;
  rows: readonly StackRow[];
  series: readonly StackSeries[];
  /** Each bar fills the width and shows shares; otherwise lengths compare amounts. */
  isShare?: boolean;
  formatValue: (value: number) => string;
  formatShare: (fraction: number) => string;
  words: ChartWords;
  table: ReactNode;
  isTableFolded?: boolean;
};

const rowHeight = 40;
const Drawing = lazyDrawing(() => import('./stacked-bar-drawing.tsx').then((module) => module.StackedBarDrawing));

/** Parts of a whole, things side by side below one another. */
export function StackedBarChart({ rows, series, isShare, formatValue, formatShare, ...frame }: Props) {
  return (
    <ChartFrame
      {...frame}
      legend={series}
      height={rows.length * rowHeight + 40}
      drawing={(chartId) => <Drawing {...{ chartId, rows, series, isShare, formatValue, formatShare, rowHeight }} />}
    />
  );
}

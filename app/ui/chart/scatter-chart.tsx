import type { ReactNode } from 'react';
import { ChartFrame, type ChartWords } from './chart-frame.tsx';
import { lazyDrawing } from './lazy-drawing.tsx';

/** `isMarked` draws a cross instead of a dot: form, not colour alone. */
export type ScatterPoint = { key: string; label: string; x: number; y: number; isMarked: boolean };
export type ScatterAxis = {
  label: string;
  from: number;
  until: number;
  ticks: readonly number[];
  format: (value: number) => string;
};

type Props = {
  title: ReactNode;
  note?: ReactNode;
  points: readonly ScatterPoint[];
  x: ScatterAxis;
  y: ScatterAxis;
  plainLabel: string;
  markedLabel: string;
  words: ChartWords;
  table: ReactNode;
  isTableFolded?: boolean;
};

const height = 340;
const Drawing = lazyDrawing(() => import('./scatter-drawing.tsx').then((module) => module.ScatterDrawing));

/** Two figures of each thing against each other. */
export function ScatterChart({ points, x, y, plainLabel, markedLabel, ...frame }: Props) {
  return (
    <ChartFrame
      {...frame}
      legend={[
        { key: 'plain', label: plainLabel, tone: 'full' },
        { key: 'marked', label: markedLabel, tone: 'crossed' },
      ]}
      height={height}
      drawing={() => <Drawing {...{ points, x, y, height }} />}
    />
  );
}

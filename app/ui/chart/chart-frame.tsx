import { type ReactNode, Suspense, useEffect, useId, useState } from 'react';
import { ChartPatterns, type ChartTone, ToneSwatch } from './chart-tone.tsx';

export type ChartWords = {
  /** While the drawing is fetched. */
  loading: string;
  /** In place of the drawing where scripts do not run: the figures stand in the table. */
  noScript: string;
  /** Opens the table where it is folded away. */
  showTable: string;
};

export type LegendEntry = { key: string; label: string; tone: ChartTone };

type Props = {
  title: ReactNode;
  note?: ReactNode;
  legend: readonly LegendEntry[];
  words: ChartWords;
  /** Pixels kept free, so that nothing moves when the drawing comes. */
  height: number;
  drawing: (chartId: string) => ReactNode;
  /** The same figures as a table: what is read aloud, printed, and shown where nothing can be drawn. */
  table: ReactNode;
  isTableFolded?: boolean;
};

/** A drawing with its title, its legend and the table that says the same. The drawing is made in the browser only. */
export function ChartFrame({ title, note, legend, words, height, drawing, table, isTableFolded }: Props) {
  const chartId = `chart${useId().replace(/:/g, '')}`;
  const [isMounted, setIsMounted] = useState(false);
  useEffect(() => setIsMounted(true), []);
  return (
    <figure className="min-w-0">
      <figcaption>
        <p className="text-base font-semibold">{title}</p>
        {note && <p className="text-sm text-muted">{note}</p>}
      </figcaption>
      <div aria-hidden="true">
        <ChartPatterns chartId={chartId} tones={legend.map((entry) => entry.tone)} />
        {legend.length > 1 && (
          <ul className="mt-2 flex flex-wrap gap-x-5 gap-y-1 text-sm">
            {legend.map((entry) => (
              <li key={entry.key} className="flex items-center gap-2">
                <ToneSwatch chartId={chartId} tone={entry.tone} />
                {entry.label}
              </li>
            ))}
          </ul>
        )}
        <svg className="float-left w-0" height={height} aria-hidden="true" focusable="false" />
        <div className="mt-3 flow-root text-sm text-muted">
          <noscript>{words.noScript}</noscript>
          {isMounted && <Suspense fallback={<p>{words.loading}</p>}>{drawing(chartId)}</Suspense>}
        </div>
      </div>
      <div className="chart-table clear-both mt-4">
        {isTableFolded ? (
          <details>
            <summary className="text-sm font-semibold text-accent">{words.showTable}</summary>
            <div className="mt-3">{table}</div>
          </details>
        ) : (
          table
        )}
      </div>
    </figure>
  );
}

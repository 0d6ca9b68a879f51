import { useId } from 'react';
import { ChartPatterns, toneEdge, toneFill } from '#app/ui/chart/chart-tone.tsx';

/** A share on two days, one bar under the other: striped the earlier, solid the later one. */
export function PairBar({ before, after }: { before: number | null; after: number | null }) {
  const chartId = `pair${useId().replace(/:/g, '')}`;
  const bar = (share: number | null, y: number, tone: 'striped' | 'full') =>
    share !== null && (
      <rect
        y={y}
        width={`${Math.min(1, Math.max(0, share)) * 100}%`}
        height="9"
        fill={toneFill(chartId, tone)}
        stroke={toneEdge(tone)}
        strokeWidth="0.75"
      />
    );
  return (
    <span className="block min-w-[8rem] flex-1">
      <ChartPatterns chartId={chartId} tones={['striped', 'full']} />
      <svg
        height="26"
        className="block w-full overflow-visible [print-color-adjust:exact]"
        aria-hidden="true"
        focusable="false"
      >
        <rect y="2" width="100%" height="22" className="fill-sunken" />
        {bar(before, 3, 'striped')}
        {bar(after, 14, 'full')}
      </svg>
    </span>
  );
}

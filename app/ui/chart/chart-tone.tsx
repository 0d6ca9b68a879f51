import type { ReactNode } from 'react';

/** What a part of a chart looks like. Each tone has its own pattern, so that a chart printed in grey still reads. */
export type ChartTone = 'full' | 'striped' | 'dotted' | 'empty' | 'crossed' | 'lined' | 'gold';

type Pattern = { ink: string; ground: string; size: number; marks: ReactNode };

const patterns: Record<ChartTone, Pattern> = {
  full: { ink: '--accent', ground: '--accent', size: 8, marks: null },
  striped: {
    ink: '--accent',
    ground: '--accent-soft',
    size: 8,
    marks: <path d="M-2 2 2-2M0 8 8 0M6 10l4-4" strokeWidth="2" />,
  },
  dotted: {
    ink: '--edge',
    ground: '--sunken',
    size: 8,
    marks: <path d="M2 2h.01M6 6h.01" strokeWidth="2.5" strokeLinecap="round" />,
  },
  empty: { ink: '--edge', ground: '--surface', size: 8, marks: null },
  crossed: { ink: '--red', ground: '--red-soft', size: 8, marks: <path d="M0 0 8 8M0 8 8 0" strokeWidth="1.5" /> },
  lined: { ink: '--amber', ground: '--amber-soft', size: 6, marks: <path d="M3 0v6" strokeWidth="2" /> },
  gold: { ink: '--gold', ground: '--gold-soft', size: 6, marks: <path d="M0 3h6" strokeWidth="2" /> },
};

const colour = (name: string) => `rgb(var(${name}))`;

export const toneEdge = (tone: ChartTone) => colour(patterns[tone].ink);
export const toneFill = (chartId: string, tone: ChartTone) => `url(#${chartId}-${tone})`;

/** The patterns of one chart; takes no room. */
export function ChartPatterns({ chartId, tones }: { chartId: string; tones: readonly ChartTone[] }) {
  return (
    <svg width="0" height="0" className="absolute" aria-hidden="true" focusable="false">
      <defs>
        {[...new Set(tones)].map((tone) => {
          const { ink, ground, size, marks } = patterns[tone];
          return (
            <pattern key={tone} id={`${chartId}-${tone}`} width={size} height={size} patternUnits="userSpaceOnUse">
              <rect width={size} height={size} fill={colour(ground)} />
              <g stroke={colour(ink)}>{marks}</g>
            </pattern>
          );
        })}
      </defs>
    </svg>
  );
}

export function ToneSwatch({ chartId, tone }: { chartId: string; tone: ChartTone }) {
  return (
    <svg className="inline-block h-4 w-6 shrink-0" viewBox="0 0 24 16" aria-hidden="true" focusable="false">
      <rect
        x="0.75"
        y="0.75"
        width="22.5"
        height="14.5"
        fill={toneFill(chartId, tone)}
        stroke={toneEdge(tone)}
        strokeWidth="1.5"
      />
    </svg>
  );
}

import type { Interval } from '../../core/weak-topics/interval.ts';

type Props = { mean: number; interval: Interval; line: number };

/** A mean with its interval between 0 and 1, the line across it: a plain drawing beside the figures that say the same. */
export function IntervalBar({ mean, interval, line }: Props) {
  const at = (value: number) => `${value * 100}%`;
  return (
    <svg
      height="16"
      className="block w-full min-w-[6rem] overflow-visible [print-color-adjust:exact]"
      aria-hidden="true"
      focusable="false"
    >
      <rect y="5" width="100%" height="6" className="fill-line" />
      <rect x={at(interval.low)} width={at(interval.high - interval.low)} y="5" height="6" className="fill-edge" />
      <line x1={at(line)} x2={at(line)} y1="0" y2="16" className="stroke-ink" strokeDasharray="3 2" />
      <circle cx={at(mean)} cy="8" r="5" className="fill-accent stroke-surface" strokeWidth="1.5" />
    </svg>
  );
}

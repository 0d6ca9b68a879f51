import { type ReactNode, useId } from 'react';
import { classes } from './classes.ts';

type Props = {
  label: ReactNode;
  /** Beside the bar, with the denominator: "12/20 bài, 60%". */
  text: string;
  /** 0..1; null while the end is not known. */
  fraction: number | null;
  className?: string;
};

/** How far something has come. Drawn as a picture so that no style needs to be written into the page. */
export function ProgressBar({ label, text, fraction, className }: Props) {
  const id = useId();
  const share = fraction === null ? null : Math.min(1, Math.max(0, fraction));
  return (
    <div className={className}>
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 text-sm">
        <span id={id}>{label}</span>
        <span className="tabular text-muted">{text}</span>
      </div>
      <div
        role="progressbar"
        aria-labelledby={id}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={share === null ? undefined : Math.round(share * 100)}
        aria-valuetext={text}
        className="mt-1"
      >
        <svg className="block h-2 w-full rounded bg-line" aria-hidden="true" focusable="false">
          <rect
            className={classes('fill-accent', share === null && 'opacity-50')}
            width={`${(share ?? 1) * 100}%`}
            height="100%"
            rx="4"
          />
        </svg>
      </div>
    </div>
  );
}

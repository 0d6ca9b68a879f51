import { classes } from '#app/ui/classes.ts';
import type { HeatLevel } from '../../core/picture/heat.ts';

// From pale to dark, so that it reads in grey; the share is written in each cell.
export const shades: Record<HeatLevel, string> = {
  0: 'bg-surface text-ink',
  1: 'bg-accent/10 text-ink',
  2: 'bg-accent/20 text-ink',
  3: 'bg-accent/30 text-ink',
  4: 'bg-accent/80 text-on-accent print:bg-accent/40',
  5: 'bg-accent font-semibold text-on-accent print:bg-accent/50',
};

/** The look of one cell of a heat map. */
export const heatCell = (level: HeatLevel, isLink: boolean): string =>
  classes(
    'tabular inline-block min-w-[4.5rem] shrink-0 sm:w-full border border-edge px-2 py-1 text-center no-underline [print-color-adjust:exact]',
    shades[level],
    isLink && 'hover:bg-mark hover:text-ink',
  );

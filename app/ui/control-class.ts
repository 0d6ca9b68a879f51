import { classes } from './classes.ts';

/** One look for what is typed into or chosen from. `aria-invalid` turns its edge red. */
export const controlClass = (className?: string) =>
  classes(
    'block min-h-[2.75rem] rounded border border-edge bg-surface px-3 py-2 text-base text-ink',
    'hover:border-ink aria-[invalid=true]:border-2 aria-[invalid=true]:border-red',
    '[&[readonly]]:bg-sunken disabled:cursor-not-allowed disabled:bg-sunken disabled:text-muted',
    className,
  );

/** Widths by what is expected: a field as long as its answer. */
export const widths = {
  full: 'w-full',
  half: 'w-full sm:w-1/2',
  short: 'w-full max-w-[12rem]',
  number: 'w-28',
} as const;
export type Width = keyof typeof widths;

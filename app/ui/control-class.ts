import { classes } from './classes.ts';

/** One look for what is typed into or chosen from. `aria-invalid` turns its edge red. */
export const controlClass = (className?: string) => classes('control', className);

/** Widths by what is expected: a field as long as its answer. */
export const widths = {
  full: 'w-full',
  half: 'w-full sm:w-1/2',
  short: 'w-full max-w-[12rem]',
  number: 'w-28',
} as const;
export type Width = keyof typeof widths;

import { Link, type LinkProps } from '@remix-run/react';
import type { ButtonHTMLAttributes, MouseEvent } from 'react';
import { classes } from './classes.ts';
import { type Icon, SpinnerIcon } from './icons.tsx';

export type ButtonLook = 'primary' | 'secondary' | 'quiet' | 'danger';
type Shape = { look?: ButtonLook; size?: 'normal' | 'small'; icon?: Icon };

const looks: Record<ButtonLook, string> = {
  primary:
    'border-accent bg-accent text-on-accent hover:border-accent-strong hover:bg-accent-strong hover:text-on-accent',
  secondary: 'border-edge bg-surface text-ink hover:border-ink hover:bg-sunken hover:text-ink',
  quiet: 'border-transparent bg-transparent text-accent underline hover:bg-accent-soft hover:text-accent-strong',
  danger: 'border-red bg-surface text-red hover:bg-red hover:text-on-red',
};

export function buttonClass({ look = 'secondary', size = 'normal' }: Shape, className?: string): string {
  return classes(
    'inline-flex max-w-full items-center justify-center gap-2 rounded border text-center font-semibold leading-snug underline-offset-4',
    look !== 'quiet' && 'no-underline',
    size === 'normal'
      ? 'min-h-[2.75rem] px-5 py-2'
      : 'min-h-[2.75rem] px-3 py-1 text-sm sm:min-h-[2.5rem] coarse:min-h-[2.75rem]',
    looks[look],
    'aria-disabled:cursor-progress disabled:cursor-not-allowed disabled:opacity-60',
    className,
  );
}

/**
 * A verb. While `busy` it keeps its place and the focus, shows that work is under way, and does nothing when pressed again.
 */
export function Button({
  look,
  size,
  icon: Sign,
  busy = false,
  className,
  children,
  onClick,
  ...rest
}: Shape & { busy?: boolean } & ButtonHTMLAttributes<HTMLButtonElement>) {
  const press = (event: MouseEvent<HTMLButtonElement>) => {
    if (busy) event.preventDefault();
    else onClick?.(event);
  };
  return (
    <button
      {...rest}
      className={buttonClass({ look, size }, className)}
      aria-disabled={busy || undefined}
      aria-busy={busy || undefined}
      onClick={press}
    >
      {busy ? <SpinnerIcon className="spin h-5 w-5" /> : Sign && <Sign />}
      {children}
    </button>
  );
}

/** The look of a button for what is a link: it goes somewhere and changes nothing. */
export function LinkButton({ look, size, icon: Sign, className, children, ...rest }: Shape & LinkProps) {
  return (
    <Link {...rest} className={buttonClass({ look, size }, className)}>
      {Sign && <Sign />}
      {children}
    </Link>
  );
}

/** Buttons side by side; on a phone one under another. */
export function ButtonRow({ children, className }: { children: React.ReactNode; className?: string }) {
  return (
    <div className={classes('flex flex-col gap-3 sm:flex-row sm:flex-wrap sm:items-center', className)}>{children}</div>
  );
}

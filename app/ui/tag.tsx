import type { ReactNode } from 'react';
import { classes } from './classes.ts';
import {
  CheckIcon,
  CircleIcon,
  ClockIcon,
  CrossIcon,
  HalfIcon,
  type Icon,
  MinusCircleIcon,
  StarIcon,
  WarningIcon,
} from './icons.tsx';

export type TagKind = 'neutral' | 'open' | 'started' | 'done' | 'award' | 'soon' | 'wrong' | 'late' | 'aside';

const kinds: Record<TagKind, { sign: Icon | null; look: string }> = {
  neutral: { sign: null, look: 'bg-sunken text-ink' },
  open: { sign: CircleIcon, look: 'bg-sunken text-ink' },
  started: { sign: HalfIcon, look: 'bg-accent-soft text-accent' },
  done: { sign: CheckIcon, look: 'bg-accent-soft text-accent' },
  award: { sign: StarIcon, look: 'bg-gold-soft text-gold' },
  soon: { sign: ClockIcon, look: 'bg-amber-soft text-amber' },
  wrong: { sign: CrossIcon, look: 'bg-red-soft text-red' },
  late: { sign: WarningIcon, look: 'bg-red-soft text-red' },
  aside: { sign: MinusCircleIcon, look: 'bg-sunken text-muted' },
};

/** A state in one word, with a sign, so that colour is never alone. */
export function Tag({
  kind = 'neutral',
  className,
  children,
}: {
  kind?: TagKind;
  className?: string;
  children: ReactNode;
}) {
  const { sign: Sign, look } = kinds[kind];
  return (
    <span
      className={classes(
        'inline-flex items-start gap-1.5 rounded px-2 py-0.5 text-sm font-semibold sm:whitespace-nowrap print:border print:border-edge',
        look,
        className,
      )}
    >
      {Sign && <Sign className="mt-[0.28em] h-4 w-4" />}
      <span>{children}</span>
    </span>
  );
}

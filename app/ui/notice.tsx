import type { ReactNode } from 'react';
import { classes } from './classes.ts';
import { CheckCircleIcon, CrossCircleIcon, type Icon, InfoIcon, WarningIcon } from './icons.tsx';

export type NoticeKind = 'info' | 'success' | 'warning' | 'error';

const kinds: Record<NoticeKind, { sign: Icon; box: string; tint: string }> = {
  info: { sign: InfoIcon, box: 'border-edge bg-sunken', tint: 'text-ink' },
  success: { sign: CheckCircleIcon, box: 'border-accent bg-accent-soft', tint: 'text-accent' },
  warning: { sign: WarningIcon, box: 'border-amber bg-amber-soft', tint: 'text-amber' },
  error: { sign: CrossCircleIcon, box: 'border-red bg-red-soft', tint: 'text-red' },
};

type Props = {
  kind?: NoticeKind;
  /** The word that says what the colour says: "Đã lưu", "Chú ý". */
  title: ReactNode;
  children?: ReactNode;
  /** Read aloud when it appears after an action. */
  live?: boolean;
  className?: string;
};

export function Notice({ kind = 'info', title, children, live, className }: Props) {
  const { sign: Sign, box, tint } = kinds[kind];
  const role = live ? (kind === 'error' ? 'alert' : 'status') : undefined;
  return (
    <div role={role} className={classes('flex gap-3 border-l-4 px-4 py-3', box, className)}>
      <Sign className={`mt-[0.2em] h-5 w-5 ${tint}`} />
      <div className="min-w-0 flex-1">
        <p className={classes('font-semibold', tint)}>{title}</p>
        {children && <div className="mt-0.5">{children}</div>}
      </div>
    </div>
  );
}

import type { ReactNode } from 'react';

type Props = {
  title: ReactNode;
  /** Why there is nothing, and what would change that. */
  children?: ReactNode;
  action?: ReactNode;
};

export function EmptyState({ title, children, action }: Props) {
  return (
    <div className="border border-dashed border-edge px-5 py-8 sm:px-8">
      <p className="text-lg font-semibold">{title}</p>
      {children && <div className="mt-1 max-w-reading text-muted">{children}</div>}
      {action && <div className="mt-4">{action}</div>}
    </div>
  );
}

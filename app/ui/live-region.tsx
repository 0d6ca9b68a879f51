import type { ReactNode } from 'react';

/** Says a change aloud without showing it. The region must be on the page before the words come. */
export function LiveRegion({ children, isUrgent }: { children: ReactNode; isUrgent?: boolean }) {
  return (
    <div aria-live={isUrgent ? 'assertive' : 'polite'} aria-atomic="true" className="sr-only">
      {children}
    </div>
  );
}

/**
 * What was just done, at the lower edge, with a way to undo it. Stays until `children` is null: people read at their own pace.
 */
export function Toast({ children, action }: { children: ReactNode; action?: ReactNode }) {
  return (
    <div
      role="status"
      className="screen-only pointer-events-none fixed inset-x-0 bottom-0 z-40 flex justify-center p-4"
    >
      {children && (
        <div className="pointer-events-auto flex max-w-form flex-wrap items-center gap-x-6 gap-y-2 rounded border border-edge bg-surface px-4 py-3 shadow-lg">
          <p>{children}</p>
          {action}
        </div>
      )}
    </div>
  );
}

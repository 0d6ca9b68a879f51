import type { ReactNode } from 'react';

/** A figure over a bar as long as its share; a plain drawing that needs no script and prints. */
export function ShareBar({ share, children }: { share: number; children: ReactNode }) {
  return (
    <span className="block min-w-[5rem]">
      <span className="tabular block">{children}</span>
      <svg className="mt-0.5 h-1.5 w-full bg-sunken" preserveAspectRatio="none" viewBox="0 0 100 1" aria-hidden="true">
        <rect width={Math.min(100, Math.max(0, share * 100))} height="1" className="fill-accent" />
      </svg>
    </span>
  );
}

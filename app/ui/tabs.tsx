import { Link, useLocation, useResolvedPath } from '@remix-run/react';
import type { ReactNode } from 'react';
import { classes } from './classes.ts';

export type TabItem = { to: string; label: ReactNode; count?: ReactNode };

/** Views of one thing, each with its own address. */
export function Tabs({ label, items }: { label: string; items: readonly TabItem[] }) {
  return (
    <nav aria-label={label} className="screen-only border-b border-line">
      <ul className="-mb-px flex flex-wrap gap-x-2">
        {items.map((item) => (
          <TabLink key={item.to} item={item} />
        ))}
      </ul>
    </nav>
  );
}

function TabLink({ item }: { item: TabItem }) {
  const here = useLocation();
  const there = useResolvedPath(item.to);
  const isCurrent = here.pathname === there.pathname && (!item.to.includes('?') || here.search === there.search);
  return (
    <li>
      <Link
        to={item.to}
        aria-current={isCurrent ? 'page' : undefined}
        className={classes(
          'flex min-h-[2.75rem] items-center gap-2 border-b-[3px] px-3 no-underline',
          isCurrent ? 'border-accent font-semibold text-accent' : 'border-transparent text-ink hover:border-edge',
        )}
      >
        {item.label}
        {item.count !== undefined && (
          <span className="tabular rounded bg-sunken px-1.5 text-sm text-ink">{item.count}</span>
        )}
      </Link>
    </li>
  );
}

import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { classes } from './classes.ts';
import { ChevronRightIcon } from './icons.tsx';

export type Crumb = { to: string; label: string };
const widths = { form: 'max-w-form', reading: 'max-w-[48rem]', page: 'max-w-page' } as const;

type Props = {
  title: ReactNode;
  /** Above the title, small: what kind of thing this is, or whose. */
  kicker?: ReactNode;
  /** Under the title: one or two lines on what the page says or wants. */
  lead?: ReactNode;
  crumbs?: readonly Crumb[];
  crumbsLabel?: string;
  /** At the end of the heading's row: the page's action. */
  actions?: ReactNode;
  width?: keyof typeof widths;
  children: ReactNode;
};

/** The content of one page: where am I, what is this, what can be done. */
export function Page({ title, kicker, lead, crumbs, crumbsLabel, actions, width = 'page', children }: Props) {
  return (
    <div className={classes('mx-auto w-full px-4 pb-16 pt-5 sm:px-6', widths.page)}>
      <div className={widths[width]}>
        {crumbs && crumbs.length > 0 && <Crumbs crumbs={crumbs} label={crumbsLabel} />}
        <header className="flex flex-wrap items-end justify-between gap-x-6 gap-y-4">
          <div className="min-w-0 flex-1 basis-80">
            {kicker && <p className="text-sm text-muted">{kicker}</p>}
            <h1 className="text-2xl sm:text-3xl">{title}</h1>
            {lead && <div className="mt-2 max-w-reading text-muted">{lead}</div>}
          </div>
          {actions && <div className="screen-only flex flex-wrap gap-3">{actions}</div>}
        </header>
        <div className="mt-6 space-y-8">{children}</div>
      </div>
    </div>
  );
}

function Crumbs({ crumbs, label }: { crumbs: readonly Crumb[]; label?: string }) {
  return (
    <nav aria-label={label} className="screen-only mb-3 text-sm">
      <ol className="flex flex-wrap items-center gap-x-1.5 gap-y-1">
        {crumbs.map((crumb, at) => (
          <li key={crumb.to} className="flex items-center gap-1.5">
            <Link to={crumb.to}>{crumb.label}</Link>
            {at < crumbs.length - 1 && <ChevronRightIcon className="h-4 w-4 text-muted" />}
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** A part of a page under its own heading. */
export function Section({
  title,
  lead,
  actions,
  id,
  className,
  children,
}: {
  title: ReactNode;
  lead?: ReactNode;
  actions?: ReactNode;
  id?: string;
  className?: string;
  children: ReactNode;
}) {
  return (
    <section id={id} className={className}>
      <div className="mb-3 flex flex-wrap items-end justify-between gap-x-6 gap-y-2">
        <div>
          <h2 className="text-xl">{title}</h2>
          {lead && <p className="max-w-reading text-muted">{lead}</p>}
        </div>
        {actions && <div className="screen-only flex flex-wrap gap-3">{actions}</div>}
      </div>
      {children}
    </section>
  );
}

import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';

export type Item = {
  key: string;
  to?: string;
  title: ReactNode;
  /** One line under the title: a date, a count. */
  note?: ReactNode;
  /** At the end of the row: a tag, a figure. */
  aside?: ReactNode;
};

/** Things to go to, one a row, ruled. */
export function ItemList({ items, isNumbered }: { items: readonly Item[]; isNumbered?: boolean }) {
  return (
    <ul className="border-t border-line">
      {items.map((item, at) => (
        <li key={item.key} className="flex gap-4 border-b border-line py-3">
          {isNumbered && <span className="tabular w-7 shrink-0 text-right text-muted">{at + 1}.</span>}
          <div className="flex min-w-0 flex-1 flex-wrap items-start gap-x-4 gap-y-1 sm:flex-nowrap">
            <div className="min-w-0 flex-1 basis-48">
              {item.to ? (
                <Link to={item.to} className="font-semibold">
                  {item.title}
                </Link>
              ) : (
                <span className="font-semibold">{item.title}</span>
              )}
              {item.note && <p className="text-sm text-muted">{item.note}</p>}
            </div>
            {item.aside && <div className="shrink-0">{item.aside}</div>}
          </div>
        </li>
      ))}
    </ul>
  );
}

import { Link, useLocation } from '@remix-run/react';
import { useMessages } from '#app/platform/i18n/use-messages.ts';
import type { UnitSort } from '../../core/sort-units.ts';
import { en } from '../../messages/picture-en.ts';
import { vi } from '../../messages/picture-vi.ts';

/** Who stands lowest, who highest, or the order of the corps: one press each. */
export function RankLinks({ sort }: { sort: UnitSort }) {
  const words = useMessages(vi, en).ranking;
  const { search } = useLocation();
  const orders = [
    { value: 'coverage', label: words.worst, isCurrent: sort.key === 'coverage' && !sort.isDescending },
    { value: '-coverage', label: words.best, isCurrent: sort.key === 'coverage' && sort.isDescending },
    { value: 'unit', label: words.order, isCurrent: sort.key === 'unit' && !sort.isDescending },
  ];
  const to = (value: string) => {
    const parameters = new URLSearchParams(search);
    parameters.set('sort', value);
    return `?${parameters}`;
  };
  return (
    <nav aria-label={words.label} className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
      {orders.map(({ value, label, isCurrent }) => (
        <Link
          key={value}
          to={to(value)}
          preventScrollReset
          aria-current={isCurrent ? 'true' : undefined}
          className={isCurrent ? 'py-1 font-semibold text-ink no-underline' : 'py-1'}
        >
          {label}
        </Link>
      ))}
    </nav>
  );
}

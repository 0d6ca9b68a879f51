import { useLocation } from '@remix-run/react';
import { LinkButton } from './button.tsx';
import { ArrowLeftIcon, ArrowRightIcon } from './icons.tsx';

type Props = {
  page: number;
  pages: number;
  /** `position` is said between the links: "Trang 2/7, 318 đồng chí". */
  words: { label: string; previous: string; next: string; position: string };
};

/** Pages by `?page=`, beside whatever else the address says. */
export function Pagination({ page, pages, words }: Props) {
  const { search } = useLocation();
  if (pages <= 1) return null;
  const to = (target: number) => {
    const parameters = new URLSearchParams(search);
    parameters.set('page', String(target));
    return `?${parameters}`;
  };
  return (
    <nav aria-label={words.label} className="screen-only flex flex-wrap items-center gap-3 text-sm">
      {page > 1 && (
        <LinkButton size="small" rel="prev" to={to(page - 1)} icon={ArrowLeftIcon}>
          {words.previous}
        </LinkButton>
      )}
      <p className="tabular order-first w-full sm:order-none sm:w-auto">{words.position}</p>
      {page < pages && (
        <LinkButton size="small" rel="next" to={to(page + 1)}>
          {words.next}
          <ArrowRightIcon />
        </LinkButton>
      )}
    </nav>
  );
}

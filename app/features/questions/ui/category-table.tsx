import { Link } from '@remix-run/react';
import { formatNumber } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { type Column, DataTable } from '#app/ui/data-table.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Tag } from '#app/ui/tag.tsx';
import { difficulties } from '../core/question.ts';
import { en as bankEn } from '../messages/bank-en.ts';
import { vi as bankVi } from '../messages/bank-vi.ts';
import { en } from '../messages/en.ts';
import { vi } from '../messages/vi.ts';
import type { CountedCategory } from '../queries/categories-page.server.ts';

// The tree is seen by how far a name stands in; deeper ones share the last step, so that a phone has room for the name.
const steps = ['', 'pl-5', 'pl-10', 'pl-14', 'pl-16'];

/** The tree of categories with what each holds by difficulty: what random draws can count on. */
export function CategoryTable({ categories }: { categories: readonly CountedCategory[] }) {
  const { categories: words, difficulties: levels } = useMessages(vi, en);
  const { categories: bank, policies } = useMessages(bankVi, bankEn);
  const columns: Column<CountedCategory>[] = [
    {
      key: 'name',
      header: words.name,
      isRowHeader: true,
      cell: ({ id, name, depth, path, review }) => (
        <div className={steps[Math.min(depth, steps.length - 1)]}>
          {depth > 0 && <span className="sr-only">{path.slice(0, -1).join(' / ')} / </span>}
          <Link to={`/author/questions?category=${id}`}>{name}</Link>
          {review === 'second-person' && (
            <span className="ml-2">
              <Tag kind="neutral">{policies[review]}</Tag>
            </span>
          )}
        </div>
      ),
    },
    { key: 'unit', header: words.unit, cell: ({ unitName }) => unitName },
    ...difficulties.map(
      (difficulty): Column<CountedCategory> => ({
        key: difficulty,
        header: levels[difficulty],
        cell: ({ counts, whole }) => <Count own={counts[difficulty]} whole={whole?.counts[difficulty]} />,
        isNumber: true,
      }),
    ),
    {
      key: 'total',
      header: words.total,
      cell: ({ total, whole }) => <Count own={total} whole={whole?.total} />,
      isNumber: true,
    },
    {
      key: 'edit',
      header: bank.edit,
      cell: ({ id, name }) => (
        <Link to={`/author/categories/${id}`}>
          {bank.edit}
          <span className="sr-only"> {name}</span>
        </Link>
      ),
    },
  ];
  return (
    <DataTable
      caption={words.title}
      isCaptionHidden
      columns={columns}
      rows={categories}
      rowKey={({ id }) => id}
      empty={<EmptyState title={words.empty}>{words.emptyText}</EmptyState>}
    />
  );
}

/** What lies in a category itself, and below it with all its subcategories: draws may take either. */
function Count({ own, whole }: { own: number; whole: number | undefined }) {
  const { categories: words } = useMessages(bankVi, bankEn);
  const lang = useLang();
  return (
    <>
      {formatNumber(lang, own)}
      {whole !== undefined && (
        <span className="block text-sm text-muted">{words.withBelow(formatNumber(lang, whole))}</span>
      )}
    </>
  );
}

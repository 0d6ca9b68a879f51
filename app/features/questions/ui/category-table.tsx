import { Link } from '@remix-run/react';
import { formatNumber } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { type Column, DataTable } from '#app/ui/data-table.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { difficulties } from '../core/question.ts';
import { en } from '../messages/en.ts';
import { vi } from '../messages/vi.ts';
import type { CountedCategory } from '../queries/categories-page.server.ts';

/** The categories with what each holds by difficulty: what random draws can count on. */
export function CategoryTable({ categories }: { categories: readonly CountedCategory[] }) {
  const { categories: words, difficulties: levels } = useMessages(vi, en);
  const lang = useLang();
  const columns: Column<CountedCategory>[] = [
    {
      key: 'name',
      header: words.name,
      isRowHeader: true,
      cell: ({ id, name }) => <Link to={`/author/questions?category=${id}`}>{name}</Link>,
    },
    { key: 'unit', header: words.unit, cell: ({ unitName }) => unitName },
    ...difficulties.map(
      (difficulty): Column<CountedCategory> => ({
        key: difficulty,
        header: levels[difficulty],
        cell: ({ counts }) => formatNumber(lang, counts[difficulty]),
        isNumber: true,
      }),
    ),
    { key: 'total', header: words.total, cell: ({ total }) => formatNumber(lang, total), isNumber: true },
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

import { Link } from '@remix-run/react';
import { formatPercent } from '#app/kernel/percent.ts';
import { formatNumber } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { DataTable } from '#app/ui/data-table.tsx';
import type { ComparedKey, Difference } from '../../core/picture/comparison.ts';
import { en as progressEn } from '../../messages/en.ts';
import { en } from '../../messages/picture-en.ts';
import { vi } from '../../messages/picture-vi.ts';
import { vi as progressVi } from '../../messages/vi.ts';
import type { UnitComparison } from '../../queries/picture/comparison.server.ts';
import { unitAddress } from '../unit-address.ts';
import { ChangeOf } from './change-of.tsx';
import { comparedName, listOf } from './compared-names.ts';

type Props = { page: UnitComparison; fromLabel: string; untilLabel: string };

/** Each figure on both days, what lies between, and the people behind it on either day. */
export function DifferenceTable({ page, fromLabel, untilLabel }: Props) {
  const words = useMessages(vi, en);
  const progress = useMessages(progressVi, progressEn);
  const lang = useLang();
  const { unit, assignment, fromDay, asOfDay } = page;
  const figure = (key: ComparedKey, count: number, share: number | null, asOf: string | null) => (
    <span>
      <Link
        to={unitAddress(unit.id, assignment?.id ?? null, { view: 'people', asOf: asOf ?? undefined, ...listOf(key) })}
        className="text-ink"
      >
        {formatNumber(lang, count)}
      </Link>
      {share !== null && <span className="text-sm text-muted"> ({formatPercent(share, lang)})</span>}
    </span>
  );
  return (
    <DataTable
      caption={words.compare.title}
      isCaptionHidden
      rows={page.differences}
      rowKey={({ key }: Difference) => key}
      columns={[
        {
          key: 'figure',
          header: words.compare.figure,
          isRowHeader: true,
          cell: ({ key }) => comparedName(key, words.compare, progress),
        },
        {
          key: 'before',
          header: fromLabel,
          isNumber: true,
          cell: ({ key, before, shareBefore }) => figure(key, before, shareBefore, fromDay),
        },
        {
          key: 'after',
          header: untilLabel,
          isNumber: true,
          cell: ({ key, after, shareAfter }) => figure(key, after, shareAfter, asOfDay),
        },
        {
          key: 'by',
          header: words.compare.difference,
          isNumber: true,
          cell: ({ by, direction, isBetter }) => (
            <ChangeOf
              by={by}
              betterWhen={isBetter === null ? undefined : isBetter ? direction : direction === 'up' ? 'down' : 'up'}
            />
          ),
        },
      ]}
    />
  );
}

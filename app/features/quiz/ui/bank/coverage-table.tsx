import { Link } from '@remix-run/react';
import { difficulties } from '#app/features/questions/core/question.ts';
import { en as bankEn } from '#app/features/questions/messages/bank-en.ts';
import { vi as bankVi } from '#app/features/questions/messages/bank-vi.ts';
import { en as questionEn } from '#app/features/questions/messages/en.ts';
import { vi as questionVi } from '#app/features/questions/messages/vi.ts';
import { formatNumber } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { type Column, DataTable } from '#app/ui/data-table.tsx';
import { Tag, type TagKind } from '#app/ui/tag.tsx';
import type { CoverageCell } from '../../core/rules/coverage.ts';
import type { CoveragePage } from '../../queries/rules/coverage-page.server.ts';

type Row = CoveragePage['rows'][number];
const signs: Record<CoverageCell['state'], TagKind> = { lacking: 'late', thin: 'soon', empty: 'aside', good: 'done' };
const steps = ['', 'pl-5', 'pl-10', 'pl-14'];

/** Topics by difficulty: what there is, what papers draw, and from each gap one step to the question that is wanting. */
export function CoverageTable({ rows }: { rows: readonly Row[] }) {
  const { coverage: words } = useMessages(bankVi, bankEn);
  const { difficulties: levels } = useMessages(questionVi, questionEn);
  const columns: Column<Row>[] = [
    {
      key: 'topic',
      header: words.topic,
      isRowHeader: true,
      cell: ({ categoryId, name, depth }) => (
        <div className={steps[Math.min(depth, steps.length - 1)]}>
          <Link to={`/author/questions?category=${categoryId}`}>{name}</Link>
        </div>
      ),
    },
    ...difficulties.map(
      (level): Column<Row> => ({
        key: level,
        header: levels[level],
        cell: (row) => <Cell cell={row.cells[level]} row={row} level={level} levelName={levels[level]} />,
      }),
    ),
    {
      key: 'any',
      header: words.any,
      cell: (row) => (row.any.drawn > 0 ? <Cell cell={row.any} row={row} level="" levelName={words.any} /> : null),
    },
  ];
  return (
    <DataTable
      caption={words.title}
      isCaptionHidden
      columns={columns}
      rows={rows}
      rowKey={({ categoryId }) => categoryId}
    />
  );
}

function Cell({ cell, row, level, levelName }: { cell: CoverageCell; row: Row; level: string; levelName: string }) {
  const { coverage: words } = useMessages(bankVi, bankEn);
  const lang = useLang();
  const { has, drawn, state, missing } = cell;
  const isWanting = state === 'lacking' || state === 'thin' || state === 'empty';
  const to = `/author/questions/new?type=single&category=${row.categoryId}${level && `&difficulty=${level}`}`;
  return (
    <div className="tabular space-y-0.5">
      <p>
        {words.has(formatNumber(lang, has))}
        {drawn > 0 && <span className="text-sm text-muted"> · {words.drawn(formatNumber(lang, drawn))}</span>}
      </p>
      {state !== 'good' && <Tag kind={signs[state]}>{words.states[state]}</Tag>}
      {isWanting && (
        <p className="screen-only text-sm">
          <Link to={to} aria-label={words.write(row.name, levelName)}>
            {words.missing(formatNumber(lang, Math.max(1, missing)))}
          </Link>
        </p>
      )}
    </div>
  );
}

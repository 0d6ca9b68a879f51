import { Link } from '@remix-run/react';
import { formatDateTime, formatMark } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { LinkButton } from '#app/ui/button.tsx';
import { type Column, DataTable } from '#app/ui/data-table.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Pagination } from '#app/ui/pagination.tsx';
import { en } from '../messages/en.ts';
import { vi } from '../messages/vi.ts';
import type { MyResults, ResultLine } from '../queries/my-results.server.ts';
import { OutcomeTag } from './attempt-lines.tsx';

/** All attempts of one's own, the newest first. */
export function ResultsTable({ found }: { found: MyResults }) {
  const { history, attempt, result, kinds } = useMessages(vi, en);
  const lang = useLang();
  const columns: Column<ResultLine>[] = [
    {
      key: 'quiz',
      header: history.quiz,
      isRowHeader: true,
      cell: ({ attemptId, title, state, quizKind }) => (
        <>
          {state === 'abandoned' ? (
            title
          ) : (
            <Link to={`/attempts/${attemptId}${state === 'ended' ? '/result' : ''}`}>{title}</Link>
          )}
          <span className="block text-sm font-normal text-muted">{kinds[quizKind]}</span>
        </>
      ),
    },
    { key: 'attempt', header: history.attempt, isNumber: true, cell: ({ number }) => number },
    {
      key: 'when',
      header: history.when,
      cell: ({ submittedAt, startedAt }) => {
        const when = submittedAt ?? startedAt;
        return when && <time dateTime={new Date(when).toISOString()}>{formatDateTime(lang, when)}</time>;
      },
    },
    {
      key: 'grade',
      header: history.grade,
      isNumber: true,
      cell: ({ grade, gradeScale }) =>
        grade === null ? '–' : result.gradeOf(formatMark(lang, grade), formatMark(lang, gradeScale)),
    },
    { key: 'outcome', header: history.outcome, cell: (line) => <OutcomeTag line={line} /> },
  ];
  const { page, pageCount } = found;
  const position = attempt.pageOf(page, pageCount);
  return (
    <div className="space-y-4">
      <DataTable
        caption={history.caption}
        isCaptionHidden
        columns={columns}
        rows={found.results}
        rowKey={({ attemptId }) => attemptId}
        empty={
          <EmptyState title={history.empty} action={<LinkButton to="/">{history.home}</LinkButton>}>
            {history.emptyText}
          </EmptyState>
        }
      />
      <Pagination
        page={page}
        pages={pageCount}
        words={{ label: history.pages, previous: history.previous, next: history.next, position }}
      />
    </div>
  );
}

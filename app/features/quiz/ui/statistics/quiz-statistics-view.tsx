import { useLocation } from '@remix-run/react';
import { formatDateTime } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { LinkButton } from '#app/ui/button.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { DownloadIcon } from '#app/ui/icons.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Page, Section } from '#app/ui/page.tsx';
import { SMALLEST_GROUP } from '../../core/statistics/groups.ts';
import type { ItemSort } from '../../core/statistics/sort-items.ts';
import { en } from '../../messages/statistics-en.ts';
import { vi } from '../../messages/statistics-vi.ts';
import type { QuizStatisticsPage } from '../../queries/statistics/quiz-statistics.server.ts';
import { GroupTables } from './group-tables.tsx';
import { ItemScatter } from './item-scatter.tsx';
import { ItemTable } from './item-table.tsx';
import { MarkDistribution } from './mark-distribution.tsx';
import { PrintButton } from './print-button.tsx';
import { isNarrowed, StatisticsFilterForm } from './statistics-filter-form.tsx';
import { useFigures } from './use-figures.ts';
import { WholeQuiz } from './whole-quiz.tsx';

/** The statistics of a quiz: how it did as a whole, and which questions want a look. */
export function QuizStatisticsView({ page, sort }: { page: QuizStatisticsPage; sort: ItemSort }) {
  const words = useMessages(vi, en);
  const lang = useLang();
  const figures = useFigures();
  const { search } = useLocation();
  const { quiz, whole, filter, unitName, leftOut } = page;
  const table = (format: 'xlsx' | 'csv') => `/author/quizzes/${quiz.id}/statistics/table.${format}${search}`;
  const hasAttempts = whole.attempts > 0;
  const downloads = hasAttempts && (
    <>
      {(['xlsx', 'csv'] as const).map((format) => (
        <LinkButton key={format} to={table(format)} reloadDocument size="small" icon={DownloadIcon}>
          {words.export[format]}
        </LinkButton>
      ))}
      <PrintButton />
    </>
  );
  return (
    <Page
      title={words.titleOf(quiz.title)}
      lead={
        <>
          {hasAttempts && <p>{words.lead(figures.count(whole.attempts), formatDateTime(lang, page.asOf))}</p>}
          {unitName && <p>{words.ofUnit(unitName)}</p>}
        </>
      }
      crumbs={[
        { to: '/author/quizzes', label: words.quizzes },
        { to: `/author/quizzes/${quiz.id}`, label: quiz.title },
      ]}
      crumbsLabel={words.crumbs}
      actions={downloads}
    >
      <StatisticsFilterForm filter={filter} units={page.units} hasVersions />
      {leftOut > 0 && <Notice kind="warning" title={words.leftOut(figures.count(leftOut))} />}
      {hasAttempts ? <Content page={page} sort={sort} /> : <Nothing page={page} />}
    </Page>
  );
}

function Content({ page, sort }: { page: QuizStatisticsPage; sort: ItemSort }) {
  const words = useMessages(vi, en);
  const figures = useFigures();
  const { quiz, whole, items } = page;
  return (
    <>
      {whole.attempts === 1 && <Notice title={words.empty.oneTitle}>{words.empty.oneText}</Notice>}
      <WholeQuiz page={page} />
      {whole.attempts > 1 && (
        <div className="grid gap-10 lg:grid-cols-2">
          <MarkDistribution bins={page.bins} gradeScale={quiz.gradeScale} />
          <ItemScatter items={items} />
        </div>
      )}
      <Section title={words.items.title} lead={words.items.lead}>
        <ItemTable quizId={quiz.id} items={items} sort={sort} />
      </Section>
      <GroupTables
        months={page.months}
        parts={page.parts}
        mean={{ header: words.months.grade, write: figures.mark, share: (mean) => mean / quiz.gradeScale }}
      />
    </>
  );
}

function Nothing({ page: { filter, isTooSmall } }: { page: QuizStatisticsPage }) {
  const { empty: words } = useMessages(vi, en);
  if (isTooSmall) return <EmptyState title={words.smallTitle}>{words.smallText(String(SMALLEST_GROUP))}</EmptyState>;
  return <EmptyState title={words.title}>{isNarrowed(filter) ? words.filteredText : words.text}</EmptyState>;
}

import { Link } from '@remix-run/react';
import { formatPercent } from '#app/kernel/percent.ts';
import { formatDate, formatDateTime, formatNumber } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { LinkButton } from '#app/ui/button.tsx';
import { type Column, DataTable } from '#app/ui/data-table.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Page, Section } from '#app/ui/page.tsx';
import { ProgressBar } from '#app/ui/progress-bar.tsx';
import { Tag } from '#app/ui/tag.tsx';
import { en } from '../messages/en.ts';
import { vi } from '../messages/vi.ts';
import type { ReportList } from '../queries/report-list.server.ts';
import { Schedules } from './schedules.tsx';

type Props = {
  page: ReportList;
  /** A report that is being made: how far, or that it failed. */
  making: { fraction: number; state: 'running' | 'failed' } | null;
  done: string | null;
  problem: string | null;
};

/** The reports of a unit, what makes them, and what the level above waits for. */
export function ReportListPage({ page, making, done, problem }: Props) {
  const words = useMessages(vi, en);
  const { list } = words;
  const lang = useLang();
  const base = `/units/${page.unit.id}`;
  return (
    <Page
      title={list.title(page.unit.name)}
      lead={list.lead}
      crumbs={[
        ...page.above.map(({ id, name }) => ({ to: `/units/${id}/reports`, label: name })),
        { to: base, label: page.unit.name },
      ]}
      crumbsLabel={words.crumbs}
      actions={
        <>
          <LinkButton to={`${base}/reports/new`} look="primary" size="small">
            {list.make}
          </LinkButton>
          <LinkButton to={`${base}/figures`} size="small">
            {list.figures}
          </LinkButton>
          <LinkButton to={`${base}/reports/form`} size="small">
            {list.form}
          </LinkButton>
        </>
      }
    >
      {done === 'scheduled' && <Notice kind="success" live title={words.schedules.added} />}
      {done === 'ended' && <Notice kind="success" live title={words.schedules.ended} />}
      {making && <Making making={making} />}
      {page.asked.length > 0 && (
        <Notice kind="warning" title={list.askedTitle(formatNumber(lang, page.asked.length))}>
          <ul>
            {page.asked.map(({ assignmentId, title, day }) => (
              <li key={`${assignmentId} ${day}`}>
                <Link to={`${base}/figures?assignment=${assignmentId}&day=${day}`}>
                  {list.asked(title, formatDate(lang, `${day}T00:00:00Z`))}
                </Link>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <Reports page={page} />
      <Schedules page={page} problem={problem} />
    </Page>
  );
}

function Making({ making }: { making: NonNullable<Props['making']> }) {
  const { list } = useMessages(vi, en);
  const lang = useLang();
  if (making.state === 'failed') {
    return (
      <Notice kind="error" live title={list.failed}>
        {list.failedText}
      </Notice>
    );
  }
  const share = list.makingShare(formatPercent(making.fraction, lang));
  return (
    <Section title={list.making} lead={list.makingText}>
      <ProgressBar label={list.making} text={share} fraction={making.fraction} />
    </Section>
  );
}

function Reports({ page }: { page: ReportList }) {
  const { list } = useMessages(vi, en);
  const lang = useLang();
  type Line = ReportList['reports'][number];
  const columns: Column<Line>[] = [
    {
      key: 'number',
      header: list.number,
      isRowHeader: true,
      cell: ({ id, number }) => <Link to={`/reports/${id}`}>{number || list.noNumber}</Link>,
    },
    { key: 'subject', header: list.subject, cell: ({ title }) => title },
    { key: 'asOf', header: list.asOf, cell: ({ asOfAt }) => formatDate(lang, asOfAt) },
    { key: 'made', header: list.madeOn, cell: ({ createdAt }) => formatDateTime(lang, createdAt) },
    { key: 'by', header: list.madeBy, cell: ({ createdBy }) => createdBy ?? list.bySchedule },
    {
      key: 'state',
      header: list.state,
      cell: ({ withdrawnAt }) =>
        withdrawnAt ? <Tag kind="aside">{list.withdrawn}</Tag> : <Tag kind="done">{list.kept}</Tag>,
    },
  ];
  return (
    <DataTable
      caption={list.caption}
      isCaptionHidden
      columns={columns}
      rows={page.reports}
      rowKey={({ id }) => id}
      empty={
        <EmptyState
          title={list.empty}
          action={<LinkButton to={`/units/${page.unit.id}/reports/new`}>{list.make}</LinkButton>}
        >
          {list.emptyText}
        </EmptyState>
      }
    />
  );
}

import { formatDateTime, formatNumber } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { LinkButton } from '#app/ui/button.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { DownloadIcon } from '#app/ui/icons.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Page, Section } from '#app/ui/page.tsx';
import { en as progressEn } from '../../messages/en.ts';
import { en } from '../../messages/reminders-en.ts';
import { vi } from '../../messages/reminders-vi.ts';
import { vi as progressVi } from '../../messages/vi.ts';
import type { Reminder, Reminders } from '../../queries/reminders/reminders.server.ts';
import { unitAddress } from '../unit-address.ts';
import { ReminderItem } from './reminder-item.tsx';

export interface AcknowledgementProblem {
  unitId: string;
  assignmentId: string;
  note: string;
  code: string;
}

type Props = {
  page: Reminders;
  /** For whom call sheets and rules are made where no unit was chosen. */
  sheetUnitId: string | null;
  mayAnswer: boolean;
  mayRule: boolean;
  done: 'acknowledged' | 'undone' | 'unchanged' | null;
  problem?: AcknowledgementProblem;
};

/** So many rows of one kind are read on one page. */
const mostListed = 100;

/** Who is late where, who answers, and what waits for this leader. */
export function RemindersPage({ page, sheetUnitId, mayAnswer, mayRule, done, problem }: Props) {
  const words = useMessages(vi, en);
  const progress = useMessages(progressVi, progressEn);
  const lang = useLang();
  const { unit, above, reminders, asOf } = page;
  const mine = reminders.filter(({ isMine, acknowledged }) => isMine && !acknowledged);
  const waiting = reminders.filter(({ isMine, acknowledged }) => !isMine && !acknowledged);
  const taken = reminders.filter(({ acknowledged }) => acknowledged);
  const units = new Set(reminders.map(({ unitId }) => unitId)).size;
  const at = (path: string) => `/reminders/${path}?${new URLSearchParams({ unit: sheetUnitId ?? '' })}`;
  const list = (rows: readonly Reminder[]) => (
    <>
      <ul className="border-t border-line">
        {rows.slice(0, mostListed).map((row) => (
          <ReminderItem
            key={`${row.unitId} ${row.assignmentId}`}
            reminder={row}
            unitId={unit?.id ?? null}
            mayAnswer={mayAnswer}
            problem={problem?.unitId === row.unitId && problem.assignmentId === row.assignmentId ? problem : undefined}
          />
        ))}
      </ul>
      {rows.length > mostListed && (
        <p className="mt-2 text-muted">{words.cut(formatNumber(lang, mostListed), formatNumber(lang, rows.length))}</p>
      )}
    </>
  );
  return (
    <Page
      title={words.title}
      kicker={unit?.name}
      lead={words.lead}
      crumbs={unit ? [...above, unit].map(({ id, name }) => ({ to: unitAddress(id, null), label: name })) : undefined}
      width="reading"
      actions={
        sheetUnitId &&
        reminders.length > 0 && (
          <>
            <LinkButton to={at('call-sheet')} size="small">
              {words.sheet}
            </LinkButton>
            <LinkButton to={at('table.xlsx')} reloadDocument size="small" icon={DownloadIcon}>
              {words.xlsx}
            </LinkButton>
            <LinkButton to={at('table.csv')} reloadDocument size="small" icon={DownloadIcon}>
              {words.csv}
            </LinkButton>
          </>
        )
      }
    >
      {done && !problem && <Notice kind="success" title={words.done[done]} live />}
      {problem && (
        <ErrorSummary
          title={words.problemsTitle}
          errors={[
            {
              id: `note-${problem.unitId}-${problem.assignmentId}`,
              message: (words.problems as Record<string, string>)[problem.code] ?? words.problemsTitle,
            },
          ]}
        />
      )}
      {reminders.length === 0 ? (
        <EmptyState title={words.empty}>{words.emptyText}</EmptyState>
      ) : (
        <p className="tabular text-lg font-semibold">
          {words.summary(formatNumber(lang, page.late), formatNumber(lang, units))}
        </p>
      )}
      {page.isQuiet && reminders.length > 0 && <p className="text-muted">{words.quiet}</p>}
      {mine.length > 0 && (
        <Section title={`${words.mineTitle} (${formatNumber(lang, mine.length)})`} lead={words.mineLead}>
          {list(mine)}
        </Section>
      )}
      {waiting.length > 0 && (
        <Section title={`${words.othersTitle} (${formatNumber(lang, waiting.length)})`}>{list(waiting)}</Section>
      )}
      {taken.length > 0 && (
        <Section title={`${words.acknowledgedTitle} (${formatNumber(lang, taken.length)})`}>{list(taken)}</Section>
      )}
      <p className="text-sm text-muted">{progress.asOf(formatDateTime(lang, asOf))}</p>
      {mayRule && sheetUnitId && (
        <p className="screen-only">
          <LinkButton to={`/units/${sheetUnitId}/reminder-rule`} look="quiet" size="small">
            {words.rule}
          </LinkButton>
        </p>
      )}
    </Page>
  );
}

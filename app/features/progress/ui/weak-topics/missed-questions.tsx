import { formatPercent } from '#app/kernel/percent.ts';
import { formatRatio } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { DataTable } from '#app/ui/data-table.tsx';
import { en } from '../../messages/weak-topics-en.ts';
import { vi } from '../../messages/weak-topics-vi.ts';
import type { MissedQuestion } from '../../queries/weak-topics/weak-topics.server.ts';

/** The questions that most people missed: what was asked and how many missed it, never what is right. */
export function MissedQuestions({ rows }: { rows: readonly MissedQuestion[] }) {
  const words = useMessages(vi, en);
  const lang = useLang();
  return (
    <DataTable
      caption={words.missed}
      isCaptionHidden
      rows={rows}
      rowKey={({ questionId }) => questionId}
      columns={[
        {
          key: 'question',
          header: words.question,
          isRowHeader: true,
          cell: ({ stem }) =>
            stem === null ? (
              <span className="font-normal text-muted">{words.hidden}</span>
            ) : (
              <span className="font-normal">{stem}</span>
            ),
        },
        { key: 'topic', header: words.topic, cell: ({ topic }) => topic },
        {
          key: 'wrong',
          header: words.wrong,
          isNumber: true,
          cell: ({ wrong, people, share }) => `${formatRatio(lang, wrong, people)}, ${formatPercent(share, lang)}`,
        },
        {
          key: 'interval',
          header: words.interval,
          isNumber: true,
          cell: ({ interval }) => words.range(formatPercent(interval.low, lang), formatPercent(interval.high, lang)),
        },
      ]}
    />
  );
}

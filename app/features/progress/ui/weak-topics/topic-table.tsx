import { Link } from '@remix-run/react';
import { formatPercent } from '#app/kernel/percent.ts';
import { formatNumber } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { type Column, DataTable } from '#app/ui/data-table.tsx';
import { Tag, type TagKind } from '#app/ui/tag.tsx';
import type { Verdict } from '../../core/weak-topics/topic-figures.ts';
import { en } from '../../messages/weak-topics-en.ts';
import { vi } from '../../messages/weak-topics-vi.ts';
import type { WeakTopic } from '../../queries/weak-topics/weak-topics.server.ts';
import { FewPeople } from './few-people.tsx';
import { IntervalBar } from './interval-bar.tsx';
import { practiceAddress } from './practice-address.ts';

const tags: Record<Verdict, TagKind> = { weak: 'wrong', doubtful: 'soon', sound: 'done' };

type Props = {
  unitId: string;
  assignmentId: string | null;
  topics: readonly WeakTopic[];
  line: number;
  /** Nothing can be given to people of a day that is over. */
  isPast: boolean;
};

/** Topics ranked, each with how sure one can be, and the practice for exactly those who need it. */
export function TopicTable({ unitId, assignmentId, topics, line, isPast }: Props) {
  const words = useMessages(vi, en);
  const lang = useLang();
  const percent = (value: number) => formatPercent(value, lang);
  const columns: (Column<WeakTopic> | false)[] = [
    { key: 'topic', header: words.topic, cell: ({ name }) => name, isRowHeader: true },
    {
      key: 'mean',
      header: words.mean,
      isNumber: true,
      cell: ({ figures }) => (figures.kind === 'known' ? percent(figures.mean) : <FewPeople />),
    },
    {
      key: 'interval',
      header: words.interval,
      className: 'sm:w-48',
      cell: ({ figures }) =>
        figures.kind === 'known' && (
          <span className="block min-w-[8rem] flex-1">
            <IntervalBar mean={figures.mean} interval={figures.interval} line={line} />
            <span className="tabular text-sm text-muted">
              {words.range(percent(figures.interval.low), percent(figures.interval.high))}
            </span>
          </span>
        ),
    },
    {
      key: 'people',
      header: words.people,
      isNumber: true,
      cell: ({ figures }) => figures.kind === 'known' && formatNumber(lang, figures.people),
    },
    {
      key: 'below',
      header: words.below(percent(line)),
      isNumber: true,
      cell: ({ figures }) =>
        figures.kind === 'known' && `${formatNumber(lang, figures.below)} (${percent(figures.belowShare)})`,
    },
    {
      key: 'verdict',
      header: words.verdict,
      cell: ({ figures }) =>
        figures.kind === 'known' && <Tag kind={tags[figures.verdict]}>{words.verdicts[figures.verdict]}</Tag>,
    },
    !isPast && {
      key: 'practice',
      header: words.practice,
      className: 'print:hidden sm:whitespace-nowrap',
      cell: ({ topicId, name, figures }: WeakTopic) =>
        figures.kind === 'known' &&
        figures.below > 0 && (
          <Link to={practiceAddress(unitId, topicId, assignmentId)} aria-label={words.practiceFor(name)}>
            {words.practice}
          </Link>
        ),
    },
  ];
  return (
    <DataTable
      caption={words.chart}
      isCaptionHidden
      rows={topics}
      rowKey={({ topicId }) => topicId}
      columns={columns.filter((column) => column !== false)}
    />
  );
}

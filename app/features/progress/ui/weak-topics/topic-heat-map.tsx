import { Link } from '@remix-run/react';
import { formatPercent } from '#app/kernel/percent.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { DataTable } from '#app/ui/data-table.tsx';
import { heatLevel } from '../../core/picture/heat.ts';
import { en as progressEn } from '../../messages/en.ts';
import { vi as progressVi } from '../../messages/vi.ts';
import { en } from '../../messages/weak-topics-en.ts';
import { vi } from '../../messages/weak-topics-vi.ts';
import type { WeakTopic, WeakTopics } from '../../queries/weak-topics/weak-topics.server.ts';
import { heatCell } from '../picture/heat-cell.ts';
import { useUnitAddress } from '../picture/use-unit-address.ts';
import { FewPeople } from './few-people.tsx';

type Props = {
  unitId: string;
  assignmentId: string | null;
  topics: readonly WeakTopic[];
  parts: WeakTopics['parts'];
};

/** Topics and sub-units against each other: a row for each topic, since there are more of them than units. */
export function TopicHeatMap({ assignmentId, topics, parts }: Props) {
  const words = useMessages(vi, en);
  const { dashboard } = useMessages(progressVi, progressEn);
  const lang = useLang();
  const address = useUnitAddress();
  return (
    <DataTable
      caption={words.heat}
      isCaptionHidden
      isWide={parts.length > 5}
      rows={topics}
      rowKey={({ topicId }) => topicId}
      columns={[
        { key: 'topic', header: words.topic, cell: ({ name }) => name, isRowHeader: true },
        ...parts.map(({ unitId, name, isOwn }, at) => ({
          key: `${unitId} ${isOwn}`,
          header: isOwn ? dashboard.ownPeople(name) : name,
          isNumber: true,
          cell: ({ name: topic, cells }: WeakTopic) => {
            const figures = cells[at]!;
            if (figures.kind === 'none') return null;
            if (figures.kind === 'few') return <FewPeople />;
            const level = heatLevel(figures.mean)!;
            const text = `${formatPercent(figures.mean, lang)}${figures.verdict === 'weak' ? ' ▼' : ''}`;
            if (isOwn) return <span className={heatCell(level, false)}>{text}</span>;
            return (
              <Link
                to={address(unitId, assignmentId, { view: 'weak-topics' })}
                aria-label={words.cell(name, topic, text)}
                className={heatCell(level, true)}
              >
                {text}
              </Link>
            );
          },
        })),
      ]}
    />
  );
}

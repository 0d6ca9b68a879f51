import { formatDateTime, formatMark } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { ItemList } from '#app/ui/item-list.tsx';
import { Tag } from '#app/ui/tag.tsx';
import { en } from '../messages/en.ts';
import { vi } from '../messages/vi.ts';
import type { AttemptLine } from '../queries/attempt-line.server.ts';

type Props = {
  attempts: readonly AttemptLine[];
  gradeScale: number;
};

/** Attempts at one quiz, each leading to its result. */
export function AttemptLines({ attempts, gradeScale }: Props) {
  const words = useMessages(vi, en);
  const lang = useLang();
  return (
    <ItemList
      items={attempts.map(({ attemptId, number, state, submittedAt, startedAt, grade, passed, classification }) => ({
        key: attemptId,
        to: state === 'abandoned' ? undefined : `/attempts/${attemptId}${state === 'ended' ? '/result' : ''}`,
        title: words.attempt.numbered(number),
        note: (submittedAt ?? startedAt) && formatDateTime(lang, (submittedAt ?? startedAt) as Date),
        aside: (
          <span className="flex items-center gap-3">
            {grade !== null && (
              <span className="tabular font-semibold">
                {words.result.gradeOf(formatMark(lang, grade), formatMark(lang, gradeScale))}
              </span>
            )}
            <OutcomeTag line={{ state, passed, classification, grade }} />
          </span>
        ),
      }))}
    />
  );
}

/** Passed or not, with the class; or that it is open, cancelled, or not published. */
export function OutcomeTag({
  line: { state, passed, classification, grade },
}: {
  line: Pick<AttemptLine, 'state' | 'passed' | 'classification' | 'grade'>;
}) {
  const words = useMessages(vi, en);
  if (state === 'open') return <Tag kind="started">{words.history.open}</Tag>;
  if (state === 'abandoned') return <Tag kind="aside">{words.history.abandoned}</Tag>;
  if (grade === null || passed === null) return <Tag kind="aside">{words.history.hidden}</Tag>;
  if (!passed) return <Tag kind="wrong">{words.notPassed}</Tag>;
  const isGood = classification === 'excellent' || classification === 'good';
  return (
    <Tag kind={classification === 'excellent' ? 'award' : 'done'}>
      {isGood ? `${words.passed}, ${words.classifications[classification].toLowerCase()}` : words.passed}
    </Tag>
  );
}

import { Link } from '@remix-run/react';
import { formatDateTime, formatMark } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { ItemList } from '#app/ui/item-list.tsx';
import { Section } from '#app/ui/page.tsx';
import { Tag } from '#app/ui/tag.tsx';
import { en } from '../messages/en.ts';
import { vi } from '../messages/vi.ts';

/** An attempt that was handed in. Told by the feature that owns quizzes. */
export interface LatestResult {
  attemptId: string;
  title: string;
  number: number;
  submittedAt: Date | null;
  /** Null where it may not be seen yet. */
  grade: number | null;
  gradeScale: number;
  passed: boolean | null;
}

/** The learner's newest results; nothing where there are none. */
export function LatestResults({ results }: { results: readonly LatestResult[] }) {
  const words = useMessages(vi, en);
  const lang = useLang();
  if (results.length === 0) return null;
  const tag = ({ grade, gradeScale, passed }: LatestResult) => {
    if (grade === null) return <Tag>{words.quiz.submitted}</Tag>;
    const text = `${formatMark(lang, grade)}/${formatMark(lang, gradeScale)}`;
    return passed ? (
      <Tag kind="done">{words.quiz.passed(text)}</Tag>
    ) : (
      <Tag kind="wrong">{words.quiz.failed(text)}</Tag>
    );
  };
  return (
    <Section title={words.home.results} actions={<Link to="/results">{words.home.allResults}</Link>}>
      <ItemList
        items={results.map((result) => ({
          key: result.attemptId,
          to: `/attempts/${result.attemptId}/result`,
          title: result.title,
          note: [
            words.quiz.attempt(result.number),
            ...(result.submittedAt ? [formatDateTime(lang, result.submittedAt)] : []),
          ].join(' · '),
          aside: tag(result),
        }))}
      />
    </Section>
  );
}

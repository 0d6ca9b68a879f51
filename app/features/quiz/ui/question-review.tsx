import { formatMark } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { Tag, type TagKind } from '#app/ui/tag.tsx';
import { en } from '../messages/en.ts';
import { vi } from '../messages/vi.ts';
import type { Correctness, ShownQuestion, ShownReview } from '../queries/shown-question.server.ts';
import { letterOf, Rendered } from './rendered.tsx';

const kinds: Record<Correctness, TagKind> = { right: 'done', partial: 'started', wrong: 'wrong', unanswered: 'aside' };

/** Right or wrong in a word with its sign, and the marks, as far as they are shown. */
export function Verdict({ review }: { review: ShownReview }) {
  const words = useMessages(vi, en).result;
  const lang = useLang();
  const { correctness, mark, maxMark } = review;
  return (
    <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
      {correctness && <Tag kind={kinds[correctness]}>{words[correctness]}</Tag>}
      {mark !== undefined && maxMark !== undefined && (
        <span className="tabular text-sm text-muted">
          {words.mark(formatMark(lang, mark), formatMark(lang, maxMark))}
        </span>
      )}
    </span>
  );
}

type ExplanationProps = {
  question: ShownQuestion;
  review: ShownReview;
  /** The options above are marked already. */
  isKeyMarked?: boolean;
};

/** The right answer, what the author says of the chosen one, the explanation and its source, as far as they are shown. */
export function Explanation({ question, review, isKeyMarked = false }: ExplanationProps) {
  const words = useMessages(vi, en);
  const { feedbackHtml = {}, explanationHtml, source } = review;
  const right = isKeyMarked ? undefined : review.right;
  const feedback = Object.values(feedbackHtml);
  if (right === undefined && !explanationHtml && feedback.length === 0) return null;
  return (
    <div className="space-y-2 border-l-4 border-accent bg-accent-soft px-4 py-3">
      {right !== undefined && (
        <p>
          <span className="font-semibold">{words.result.rightAnswer}:</span> {rightText(question, right, words.attempt)}
        </p>
      )}
      {feedback.map((html) => (
        <Rendered key={html} html={html} />
      ))}
      {explanationHtml && (
        <div>
          <p className="font-semibold">{words.result.explanation}</p>
          <Rendered html={explanationHtml} className="max-w-reading" />
        </div>
      )}
      {source && (
        <p className="text-sm text-muted">
          {words.result.source}: {source}
        </p>
      )}
    </div>
  );
}

/** Of the texts that are taken as right the author's first: the others are ways of writing it. */
function rightText(
  question: ShownQuestion,
  right: NonNullable<ShownReview['right']>,
  words: { true: string; false: string },
): string {
  if (typeof right === 'boolean') return words[right ? 'true' : 'false'];
  if (!Array.isArray(right)) return '';
  return question.options.length > 0
    ? right.map((position) => letterOf(Number(position))).join(', ')
    : `“${right[0] ?? ''}”`;
}

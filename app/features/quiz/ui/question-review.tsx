import { formatMark } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { Tag, type TagKind } from '#app/ui/tag.tsx';
import { en } from '../messages/en.ts';
import { en as sheetsEn } from '../messages/sheets-en.ts';
import { vi as sheetsVi } from '../messages/sheets-vi.ts';
import { vi } from '../messages/vi.ts';
import type { ShownQuestion } from '../queries/shown-question.server.ts';
import type { Correctness, ShownReview } from '../queries/shown-review.server.ts';
import { Rendered } from './rendered.tsx';
import { PartsReview } from './reviews/parts-review.tsx';
import { hasParts, rightText } from './reviews/right-text.ts';

const kinds: Record<Correctness, TagKind> = {
  ...{ right: 'done', partial: 'started', wrong: 'wrong', unanswered: 'aside', waiting: 'soon' },
};

/** Right or wrong in a word with its sign, the marks and how sure the learner was, as far as they are shown. */
export function Verdict({ review }: { review: ShownReview }) {
  const words = useMessages(vi, en).result;
  const said = useMessages(sheetsVi, sheetsEn);
  const lang = useLang();
  const { correctness, mark, maxMark, certainty } = review;
  return (
    <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
      {correctness && (
        <Tag kind={kinds[correctness]}>{correctness === 'waiting' ? said.review.waiting : words[correctness]}</Tag>
      )}
      {mark !== undefined && maxMark !== undefined && (
        <span className="tabular text-sm text-muted">
          {mark === null
            ? said.review.waitingMark(formatMark(lang, maxMark))
            : words.mark(formatMark(lang, mark), formatMark(lang, maxMark))}
        </span>
      )}
      {certainty && (
        <span className="text-sm text-muted">{said.certainty.given(said.certainty.levels[certainty])}</span>
      )}
    </span>
  );
}

type ExplanationProps = {
  question: ShownQuestion;
  review: ShownReview;
  /** The right answer stands above already. */
  isKeyMarked?: boolean;
};

/** The right answer, what the author says of the chosen one, the explanation and its source, as far as they are shown. */
export function Explanation({ question, review, isKeyMarked = false }: ExplanationProps) {
  const words = useMessages(vi, en).result;
  const said = useMessages(sheetsVi, sheetsEn);
  const { feedbackHtml = {}, explanationHtml, source } = review;
  const right = isKeyMarked ? undefined : review.right;
  // Of a question of parts the author's remark stands beside its part.
  const feedback = hasParts(question) && review.parts ? [] : Object.values(feedbackHtml);
  const line = right === undefined ? '' : rightText(question, right, said);
  // Where all of it is right its parts need no list, unless the author says something of one.
  const isAllRight = review.correctness === 'right' && Object.keys(feedbackHtml).length === 0;
  const showsParts = right !== undefined && hasParts(question) && !isAllRight;
  if (!line && !showsParts && !explanationHtml && feedback.length === 0) return null;
  return (
    <div className="space-y-2 border-l-4 border-accent bg-accent-soft px-4 py-3">
      {showsParts && <PartsReview question={question} review={review} />}
      {line && (
        <p>
          <span className="font-semibold">{words.rightAnswer}:</span> {line}
        </p>
      )}
      {feedback.map((html) => (
        <Rendered key={html} html={html} />
      ))}
      {explanationHtml && (
        <div>
          <p className="font-semibold">{words.explanation}</p>
          <Rendered html={explanationHtml} className="max-w-reading" />
        </div>
      )}
      {source && (
        <p className="text-sm text-muted">
          {words.source}: {source}
        </p>
      )}
    </div>
  );
}

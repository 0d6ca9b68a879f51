import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { en } from '../messages/en.ts';
import { vi } from '../messages/vi.ts';
import type { AttemptResult } from '../queries/attempt-result.server.ts';
import { MarkingReview } from './marking/marking-review.tsx';
import { Explanation, Verdict } from './question-review.tsx';
import { Rendered } from './rendered.tsx';
import { OptionsReview } from './reviews/options-review.tsx';
import { PartsReview } from './reviews/parts-review.tsx';
import { hasParts } from './reviews/right-text.ts';
import { BlanksReview, TextReview } from './reviews/text-review.tsx';
import { TryHistory } from './try-history.tsx';

type Props = { question: AttemptResult['questions'][number]; total: number };

/** A question of an ended attempt: what was answered and, where it is shown, what is right and why. */
export function ReviewedQuestion({ question, total }: Props) {
  const words = useMessages(vi, en);
  const { slot, stemHtml, stem, options } = question;
  const id = `cau-${slot}`;
  const isOptions = options.length > 0;
  return (
    <article id={id} aria-labelledby={`${id}-so`} className="space-y-3 border-t border-line pt-4">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <h3 id={`${id}-so`} className="text-sm text-muted">
          {words.attempt.questionOf(slot, total)}
        </h3>
        <Verdict review={question} />
      </div>
      {stem ? (
        <BlanksReview question={question} />
      ) : (
        <Rendered html={stemHtml} className="max-w-reading space-y-3 text-lg font-semibold" />
      )}
      {isOptions ? (
        <OptionsReview question={question} />
      ) : hasParts(question) ? (
        (!stem || question.right !== undefined) && <PartsReview question={question} review={question} />
      ) : (
        <TextReview question={question} />
      )}
      <TryHistory tries={question.tries} />
      {question.marking && <MarkingReview marking={question.marking} />}
      <Explanation question={question} review={question} isKeyMarked={isOptions || hasParts(question)} />
    </article>
  );
}

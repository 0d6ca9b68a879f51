import { formatMark } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { Disclosure } from '#app/ui/disclosure.tsx';
import type { QuizDraft } from '../../core/quiz-draft.ts';
import { REVIEW_WHENS, type ReviewWhat } from '../../core/review.ts';
import { seenByLearner } from '../../core/rules/review-preview.ts';
import { en } from '../../messages/author-en.ts';
import { vi } from '../../messages/author-vi.ts';
import { en as takingEn } from '../../messages/en.ts';
import { vi as takingVi } from '../../messages/vi.ts';
import { ReviewedQuestion } from '../reviewed-question.tsx';

/** An example of what the matrix shows at each of the four times, and what others see of an attempt: never a key. */
export function ReviewPreview({ draft }: { draft: QuizDraft }) {
  const { review, preview: words } = useMessages(vi, en);
  const checks = draft.kind === 'practice' && (draft.behaviour === 'immediate' || draft.behaviour === 'tries');
  return (
    <div id="review-preview" className="mt-6 border-t border-line">
      <h3 className="pt-4 text-lg">{words.title}</h3>
      <p className="max-w-reading text-sm text-muted">{words.lead}</p>
      {REVIEW_WHENS.map((when, at) => (
        <Disclosure
          key={when}
          title={review.whens[when]}
          note={when === 'during' && checks ? words.afterCheck : undefined}
        >
          <Example slot={at + 1} seen={seenByLearner(draft, when)} />
        </Disclosure>
      ))}
      <Disclosure title={words.leader}>
        <p className="max-w-reading">{words.leaderSees}</p>
      </Disclosure>
      <Disclosure title={words.examiner}>
        <p className="max-w-reading">{words.examinerSees}</p>
      </Disclosure>
    </div>
  );
}

/** A question that was answered wrongly, with what is shown of it and of the whole attempt. */
function Example({ slot, seen }: { slot: number; seen: ReadonlySet<ReviewWhat> }) {
  const { preview: words } = useMessages(vi, en);
  const { result, classifications } = useMessages(takingVi, takingEn);
  const lang = useLang();
  const perQuestion = [...seen].some((what) => what !== 'overall');
  return (
    <div className="space-y-4">
      {seen.has('overall') && (
        <p>
          {result.grade}: <strong>{result.gradeOf(formatMark(lang, 7), formatMark(lang, 10))}</strong>,{' '}
          {classifications.good}
        </p>
      )}
      {perQuestion ? (
        <ReviewedQuestion
          total={4}
          question={{
            ...{ slot, type: 'single', stemHtml: words.stem, tries: [] },
            options: words.options.map((html, position) => ({ position, html })),
            ...(seen.has('answers') && { answer: 0 }),
            ...(seen.has('correctness') && { correctness: 'wrong' as const }),
            ...(seen.has('marks') && { mark: 0, maxMark: 1 }),
            ...(seen.has('right-answer') && { right: [1] }),
            ...(seen.has('explanation') && { explanationHtml: words.explanation, source: words.source }),
          }}
        />
      ) : (
        !seen.has('overall') && <p className="text-muted">{words.nothing}</p>
      )}
    </div>
  );
}

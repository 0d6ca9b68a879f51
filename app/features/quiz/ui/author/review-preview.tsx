import { formatMark } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { Disclosure } from '#app/ui/disclosure.tsx';
import { hasChecks } from '../../core/behaviour.ts';
import type { QuizDraft } from '../../core/quiz-draft.ts';
import type { ReviewWhat } from '../../core/review.ts';
import { joinedSights, type SightTime, sightsOf, VIEWERS, type Viewer } from '../../core/rules/seen-by.ts';
import { en } from '../../messages/author-en.ts';
import { vi } from '../../messages/author-vi.ts';
import { en as takingEn } from '../../messages/en.ts';
import { vi as takingVi } from '../../messages/vi.ts';
import { ReviewedQuestion } from '../reviewed-question.tsx';

/** Of the numbers that the examples carry; no two on the page are the same. */
const mostTimes = 4;

/** An example of what each kind of viewer sees of an attempt, and when: by the rule of the pages themselves. */
export function ReviewPreview({ draft }: { draft: QuizDraft }) {
  const { preview: words } = useMessages(vi, en);
  return (
    <div id="review-preview" className="mt-6 border-t border-line">
      <h3 className="pt-4 text-lg">{words.title}</h3>
      <p className="max-w-reading text-sm text-muted">{words.lead}</p>
      {VIEWERS.map((viewer, at) => (
        <Disclosure key={viewer} title={words.viewers[viewer]}>
          <Sights viewer={viewer} draft={draft} firstSlot={at * mostTimes + 1} />
          {words.also[viewer] && <p className="max-w-reading text-muted">{words.also[viewer]}</p>}
        </Disclosure>
      ))}
    </div>
  );
}

function Sights({ viewer, draft, firstSlot }: { viewer: Viewer; draft: QuizDraft; firstSlot: number }) {
  const { review, preview: words } = useMessages(vi, en);
  const isChecked = viewer === 'learner' && draft.kind === 'practice' && hasChecks(draft);
  const isLimited = draft.behaviour === 'tries' && [draft.triesAllowed, draft.tryPenaltyPercent].some(isSet);
  const names: Record<SightTime, string> = {
    ...{ ...words.times, ...review.whens },
    ...(isChecked && { during: `${review.whens.during} (${isLimited ? words.afterLastTry : words.afterCheck})` }),
  };
  return joinedSights(sightsOf(viewer, draft)).map(({ at, seen }, index) => (
    <div key={at[0]} className="space-y-3 border-l-2 border-line pl-4">
      <h4 className="font-semibold">{at.map((time) => names[time]).join('; ')}</h4>
      <Example viewer={viewer} slot={firstSlot + index} seen={seen} />
    </div>
  ));
}

/** Whether a number is typed that is greater than 0. */
const isSet = (typed: string) => /[1-9]/.test(typed);

/** A question that was answered wrongly, with what is shown of it and of the whole attempt. */
function Example({ viewer, slot, seen }: { viewer: Viewer; slot: number; seen: ReadonlySet<ReviewWhat> }) {
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
          total={VIEWERS.length * mostTimes}
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
        !seen.has('overall') && <p className="text-muted">{words.nothing[viewer]}</p>
      )}
    </div>
  );
}

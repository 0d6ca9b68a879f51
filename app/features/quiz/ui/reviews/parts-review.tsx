import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { CheckIcon, CrossIcon, HalfIcon, type Icon, MinusCircleIcon } from '#app/ui/icons.tsx';
import { en as resultEn } from '../../messages/en.ts';
import { en } from '../../messages/sheets-en.ts';
import { vi } from '../../messages/sheets-vi.ts';
import { vi as resultVi } from '../../messages/vi.ts';
import type { ShownQuestion } from '../../queries/shown-question.server.ts';
import type { ShownReview } from '../../queries/shown-review.server.ts';
import { Rendered, RenderedLine } from '../rendered.tsx';
import { type PartLine, partLines } from './part-lines.ts';

type Verdict = NonNullable<PartLine['verdict']>;
const signs: Record<Verdict, { sign: Icon; look: string }> = {
  right: { sign: CheckIcon, look: 'text-accent' },
  partial: { sign: HalfIcon, look: 'text-accent' },
  wrong: { sign: CrossIcon, look: 'text-red' },
  unanswered: { sign: MinusCircleIcon, look: 'text-muted' },
};

/**
 * A question of parts, one below the other: what was answered and, as far as it is shown, whether that is right, what is
 * right, and what the author says of it.
 */
export function PartsReview({ question, review }: { question: ShownQuestion; review: ShownReview }) {
  const words = useMessages(vi, en);
  const verdicts = useMessages(resultVi, resultEn).result;
  const lines = partLines(question, review, words);
  return (
    <ol className="border-t border-line">
      {lines.map(({ key, label, labelHtml, given, right, verdict, remarkHtml }) => {
        const { sign: Sign, look } = signs[verdict ?? 'unanswered'];
        return (
          <li key={key} className="flex gap-3 border-b border-line py-2">
            {verdict && <Sign className={`mt-[0.3em] h-4 w-4 shrink-0 ${look}`} />}
            <div className="min-w-0">
              <p>
                {label && <span className="font-semibold text-muted">{label}</span>}{' '}
                {labelHtml && <RenderedLine html={labelHtml} />}
                {verdict && <span className="sr-only"> {verdicts[verdict]}.</span>}
              </p>
              {given !== undefined && (
                <p>
                  <span className="text-sm text-muted">{words.review.yours}:</span>{' '}
                  <strong className="font-semibold">{given ?? words.review.none}</strong>
                </p>
              )}
              {right !== undefined && verdict !== 'right' && (
                <p>
                  <span className="text-sm text-muted">{words.review.right}:</span>{' '}
                  <strong className="font-semibold">{right}</strong>
                </p>
              )}
              {remarkHtml && <Rendered html={remarkHtml} className="text-sm text-muted" />}
            </div>
          </li>
        );
      })}
    </ol>
  );
}

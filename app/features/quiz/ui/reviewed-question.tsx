import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { classes } from '#app/ui/classes.ts';
import { CheckIcon, CircleIcon } from '#app/ui/icons.tsx';
import { en } from '../messages/en.ts';
import { vi } from '../messages/vi.ts';
import type { ShownQuestion, ShownReview } from '../queries/shown-question.server.ts';
import { Explanation, Verdict } from './question-review.tsx';
import { letterOf, Rendered, RenderedLine } from './rendered.tsx';

type Props = { question: ShownQuestion & ShownReview; total: number };

/** A question of an ended attempt: what was answered and, where it is shown, what is right and why. */
export function ReviewedQuestion({ question, total }: Props) {
  const words = useMessages(vi, en);
  const { slot, stemHtml, options, type, answer } = question;
  const id = `cau-${slot}`;
  return (
    <article id={id} aria-labelledby={`${id}-so`} className="space-y-3 border-t border-line pt-4">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <h3 id={`${id}-so`} className="text-sm text-muted">
          {words.attempt.questionOf(slot, total)}
        </h3>
        <Verdict review={question} />
      </div>
      <Rendered html={stemHtml} className="max-w-reading space-y-3 text-lg font-semibold" />
      {options.length > 0 ? (
        <Options question={question} />
      ) : (
        answer !== undefined && (
          <p>
            <span className="text-muted">{words.result.yourText}:</span>{' '}
            <strong className="font-semibold">{answerText(type, answer, words)}</strong>
          </p>
        )
      )}
      <Explanation question={question} review={question} isKeyMarked={options.length > 0} />
    </article>
  );
}

function Options({ question: { options, answer, right } }: { question: ShownQuestion & ShownReview }) {
  const words = useMessages(vi, en).result;
  const chosen = new Set(Array.isArray(answer) ? answer : [answer]);
  const isRight = (position: number) => Array.isArray(right) && (right as (number | string)[]).includes(position);
  return (
    <ul className="space-y-1.5">
      {options.map(({ position, html }) => {
        const isChosen = chosen.has(position);
        const notes = [isChosen && words.yourAnswer, isRight(position) && words.rightAnswer].filter(Boolean);
        const Sign = isRight(position) ? CheckIcon : CircleIcon;
        return (
          <li
            key={position}
            className={classes(
              'flex items-start gap-3 rounded border px-3 py-2',
              isRight(position) ? 'border-accent bg-accent-soft' : isChosen ? 'border-edge bg-sunken' : 'border-line',
            )}
          >
            {Array.isArray(right) && (
              <Sign
                className={classes('mt-[0.3em] h-4 w-4 shrink-0', isRight(position) ? 'text-accent' : 'invisible')}
              />
            )}
            <div className="flex min-w-0 flex-1 flex-wrap items-start gap-x-3 gap-y-0.5">
              <span className="min-w-0 flex-1 basis-48">
                <span className="font-semibold text-muted">{letterOf(position)}.</span> <RenderedLine html={html} />
              </span>
              {notes.length > 0 && <span className="text-sm font-semibold">{notes.join(', ')}</span>}
            </div>
          </li>
        );
      })}
    </ul>
  );
}

function answerText(
  type: ShownQuestion['type'],
  answer: ShownReview['answer'],
  words: { attempt: { true: string; false: string }; result: { none: string } },
): string {
  if (answer === null || answer === undefined) return words.result.none;
  if (type === 'true-false') return words.attempt[answer === 'true' ? 'true' : 'false'];
  return String(answer);
}

import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { classes } from '#app/ui/classes.ts';
import { CheckIcon, CircleIcon } from '#app/ui/icons.tsx';
import { en } from '../../messages/en.ts';
import { vi } from '../../messages/vi.ts';
import type { ShownQuestion } from '../../queries/shown-question.server.ts';
import type { ShownReview } from '../../queries/shown-review.server.ts';
import { letterOf, RenderedLine } from '../rendered.tsx';

/** The options as they were displayed: which was chosen and, where it is shown, which is right. */
export function OptionsReview({ question: { options, answer, right } }: { question: ShownQuestion & ShownReview }) {
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

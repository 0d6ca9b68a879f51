import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { classes } from '#app/ui/classes.ts';
import { CheckIcon, CircleIcon, FlagIcon } from '#app/ui/icons.tsx';
import { en } from '../messages/en.ts';
import { vi } from '../messages/vi.ts';

export interface MapMark {
  slot: number;
  isAnswered: boolean;
  isFlagged: boolean;
  /** Stands on the page that is shown. */
  isHere: boolean;
  /** Forward only: left for good, or not reached yet. */
  isShut: boolean;
}

/** Every question by its number with its state in a sign; each is a button of the exam's form that goes there. */
export function QuestionMap({ marks, form }: { marks: readonly MapMark[]; form: string }) {
  const words = useMessages(vi, en).attempt;
  const answered = marks.filter(({ isAnswered }) => isAnswered).length;
  return (
    <nav aria-labelledby="so-do-ten">
      <h2 id="so-do-ten" className="text-base">
        {words.map}
      </h2>
      <p className="tabular text-sm text-muted">{words.answeredOf(answered, marks.length)}</p>
      <ol className="mt-2 flex flex-wrap gap-1.5">
        {marks.map(({ slot, isAnswered, isFlagged, isHere, isShut }) => {
          const Sign = isAnswered ? CheckIcon : CircleIcon;
          const state = [words.states[isAnswered ? 'answered' : 'open'], isFlagged && words.states.flagged];
          return (
            <li key={slot}>
              <button
                type="submit"
                form={form}
                name="do"
                value={`go:${slot}`}
                disabled={isShut}
                aria-label={words.mapEntry(slot, state.filter(Boolean).join(', '))}
                className={classes(
                  'map-cell',
                  isAnswered ? 'border-accent bg-accent-soft font-semibold text-accent' : 'border-edge bg-surface',
                  isHere && 'border-b-4',
                  isShut && 'cursor-not-allowed opacity-60',
                )}
              >
                {slot}
                <Sign className="h-3 w-3" />
                {isFlagged && <FlagIcon className="absolute right-0.5 top-0.5 h-3.5 w-3.5 text-gold" />}
              </button>
            </li>
          );
        })}
      </ol>
      <ul className="mt-3 flex flex-wrap gap-x-4 gap-y-1 text-sm text-muted">
        <li className="flex items-center gap-1">
          <CheckIcon className="h-3.5 w-3.5 text-accent" /> {words.states.answered}
        </li>
        <li className="flex items-center gap-1">
          <CircleIcon className="h-3.5 w-3.5" /> {words.states.open}
        </li>
        <li className="flex items-center gap-1">
          <FlagIcon className="h-3.5 w-3.5 text-gold" /> {words.states.flagged}
        </li>
      </ul>
    </nav>
  );
}

import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { CheckIcon } from '#app/ui/icons.tsx';
import type { PaperItem } from '../../core/printed/paper-item.ts';
import { countLetters } from '../../core/printed/read-entry.ts';
import { readLetters } from '../../core/printed/read-letters.ts';
import { en } from '../../messages/printed-en.ts';
import { vi } from '../../messages/printed-vi.ts';
import { useProblemWords } from './problem-words.ts';

type Props = { items: readonly PaperItem[]; letters: string; isPressed: boolean };

/** What was understood of the letters, in fives with their numbers, and what is wrong with them. */
export function LetterStrip({ items, letters, isPressed }: Props) {
  const { entry: words } = useMessages(vi, en);
  const say = useProblemWords();
  const read = readLetters(letters, items);
  const all = countLetters(items);
  const wrong = new Set(read.problems.map(({ number }) => number));
  // That it is not finished is no mistake while it is being typed.
  const problems = read.problems.filter(({ code }) => isPressed || code !== 'too-short');
  const groups: number[][] = [];
  for (let from = 0; from < read.reached; from += 5) {
    groups.push(Array.from({ length: Math.min(5, read.reached - from) }, (_, at) => from + at));
  }
  return (
    <span className="mt-2 block space-y-1.5">
      <span className="tabular flex items-center gap-2 text-sm" aria-live="polite">
        {read.problems.length === 0 ? (
          <span className="inline-flex items-center gap-1 font-semibold text-accent">
            <CheckIcon className="h-4 w-4" /> {words.whole}
          </span>
        ) : (
          <span className="text-muted">{words.reached(String(read.reached), String(all))}</span>
        )}
      </span>
      <span className="flex flex-wrap gap-x-4 gap-y-1" aria-hidden="true">
        {groups.map((group) => (
          <span key={group[0]} className="tabular inline-flex items-baseline gap-1.5">
            <span className="w-6 text-right text-xs text-muted">{(group[0] ?? 0) + 1}</span>
            {group.map((at) => (
              <span
                key={at}
                className={wrong.has(at + 1) ? 'font-semibold text-red underline' : 'font-semibold'}
                title={String(at + 1)}
              >
                {shown(read.answers[at] ?? '', wrong.has(at + 1))}
              </span>
            ))}
          </span>
        ))}
      </span>
      {problems.map((problem) => (
        <span key={`${problem.number} ${problem.code}`} className="block text-sm font-semibold text-red">
          {say(problem)}
        </span>
      ))}
    </span>
  );
}

const shown = (answer: string, isWrong: boolean) =>
  isWrong ? '?' : answer === '' ? '–' : answer.length > 1 ? `(${answer})` : answer;

import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { controlClass } from '#app/ui/control-class.ts';
import type { PaperItem } from '../../core/printed/paper-item.ts';
import type { EntryProblem } from '../../core/printed/read-entry.ts';
import { en } from '../../messages/printed-en.ts';
import { vi } from '../../messages/printed-vi.ts';
import { useProblemWords } from './problem-words.ts';

type Props = {
  items: readonly PaperItem[];
  /** How many questions before these are answered by letters. */
  from: number;
  values: Readonly<Record<string, string>>;
  problems: readonly EntryProblem[];
  onChange: (number: string, text: string) => void;
};

/** Words that were written by hand, typed each in a field of its own. */
export function WrittenFields({ items, from, values, problems, onChange }: Props) {
  const { entry: words } = useMessages(vi, en);
  const say = useProblemWords();
  if (items.length === from) return null;
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      {items.slice(from).map((item, at) => {
        const number = String(from + at + 1);
        const problem = problems.find((each) => each.number === from + at + 1);
        return (
          <label key={number} className="block">
            <span className="block font-semibold">{words.written(number)}</span>
            {item.kind === 'essay' && <span className="block text-sm text-muted">{words.essayHint}</span>}
            {item.kind === 'blanks' && (
              <span className="block text-sm text-muted">{words.gapsHint(String(item.gaps.length))}</span>
            )}
            <input
              name={`written.${number}`}
              value={values[number] ?? ''}
              onChange={({ target }) => onChange(number, target.value)}
              className={controlClass('mt-1.5 w-full')}
            />
            {problem && <span className="block text-sm font-semibold text-red">{say({ ...problem, number: 0 })}</span>}
          </label>
        );
      })}
    </div>
  );
}

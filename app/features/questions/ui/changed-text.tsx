import { wordDifference } from '#app/kernel/word-difference.ts';
import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { en } from '../messages/bank-en.ts';
import { vi } from '../messages/bank-vi.ts';

/** One side of two texts, with the words that the other side does not have marked by more than colour. */
export function ChangedText({ before, after, side }: { before: string; after: string; side: 'before' | 'after' }) {
  const { history: words } = useMessages(vi, en);
  const parts = wordDifference(before, after).filter(({ kind }) => kind !== (side === 'before' ? 'new' : 'gone'));
  // One element: on a telephone a cell lays out its children side by side.
  return (
    <span className="min-w-0 break-words">
      {parts.map(({ kind, text }, at) => {
        if (kind === 'same') return <span key={at}>{text}</span>;
        const Mark = kind === 'gone' ? 'del' : 'ins';
        const look = kind === 'gone' ? 'bg-red-soft text-red line-through' : 'bg-accent-soft text-accent underline';
        return (
          <Mark key={at} className={look}>
            <span className="sr-only">[{kind === 'gone' ? words.removed : words.added}] </span>
            {text}
          </Mark>
        );
      })}
    </span>
  );
}

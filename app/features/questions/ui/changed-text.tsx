import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { wordDifference } from '../core/word-difference.ts';
import { en } from '../messages/bank-en.ts';
import { vi } from '../messages/bank-vi.ts';

/** One side of two texts, with the words that the other side does not have marked by more than colour. */
export function ChangedText({ before, after, side }: { before: string; after: string; side: 'before' | 'after' }) {
  const { history: words } = useMessages(vi, en);
  const parts = wordDifference(before, after).filter(({ kind }) => kind !== (side === 'before' ? 'added' : 'removed'));
  return (
    <>
      {parts.map(({ kind, text }, at) => {
        if (kind === 'same') return <span key={at}>{text}</span>;
        const Mark = kind === 'removed' ? 'del' : 'ins';
        const look = kind === 'removed' ? 'bg-red-soft text-red line-through' : 'bg-accent-soft text-accent underline';
        return (
          <Mark key={at} className={look}>
            <span className="sr-only">[{kind === 'removed' ? words.removed : words.added}] </span>
            {text}
          </Mark>
        );
      })}
    </>
  );
}

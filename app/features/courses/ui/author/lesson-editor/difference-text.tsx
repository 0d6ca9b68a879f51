import type { DifferencePiece } from '#app/kernel/word-difference.ts';
import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { classes } from '#app/ui/classes.ts';
import { en } from '../../../messages/lesson-editor-en.ts';
import { vi } from '../../../messages/lesson-editor-vi.ts';

/** Long stretches that both have are cut down to their ends. */
const KEPT = 160;

/** A difference word by word: struck out is gone, underlined is new. */
export function DifferenceText({ pieces, className }: { pieces: readonly DifferencePiece[]; className?: string }) {
  const { states: words } = useMessages(vi, en);
  return (
    <div className={classes('whitespace-pre-wrap break-words font-serif', className)} lang="vi">
      {pieces.map(({ kind, text }, at) => {
        if (kind === 'same') return <span key={at}>{shortened(text)}</span>;
        const Tag = kind === 'new' ? 'ins' : 'del';
        return (
          <Tag key={at} className={`change-${kind}`}>
            <span className="sr-only">{kind === 'new' ? words.newWord : words.goneWord} </span>
            {text}
          </Tag>
        );
      })}
    </div>
  );
}

const shortened = (text: string): string =>
  text.length <= 3 * KEPT ? text : `${text.slice(0, KEPT)}\n[…]\n${text.slice(-KEPT)}`;

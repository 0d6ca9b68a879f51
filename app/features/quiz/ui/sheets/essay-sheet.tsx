import { useId } from 'react';
import { countWords, MAX_ESSAY_LENGTH } from '#app/features/questions/core/types/essay.ts';
import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { Textarea } from '#app/ui/textarea.tsx';
import { en } from '../../messages/sheets-en.ts';
import { vi } from '../../messages/sheets-vi.ts';
import { RenderedLine } from '../rendered.tsx';
import { useIsLive } from '../use-is-live.ts';
import type { SheetProps } from './sheet.ts';

/** A long text with what is marked above it and its words counted below. */
export function EssaySheet({ question, answer, onChange, onSettle, files }: SheetProps) {
  const { slot, criteria = [], limits = { minWords: 0, maxWords: 0, maxFiles: 0 } } = question;
  const words = useMessages(vi, en);
  const count = useId();
  // Nobody counts what is written without the page's program.
  const isLive = useIsLive();
  const text = typeof answer === 'string' ? answer : '';
  const { minWords, maxWords } = limits;
  const written = countWords(text);
  const wanted =
    minWords > 0 && maxWords > 0
      ? words.essay.between(minWords, maxWords)
      : minWords > 0
        ? words.essay.atLeast(minWords)
        : maxWords > 0 && words.essay.atMost(maxWords);
  const tooMany = maxWords > 0 ? written - maxWords : 0;
  return (
    <>
      {criteria.length > 0 && (
        <div className="mb-3 text-sm">
          <p className="font-semibold text-muted">{words.essay.criteria}</p>
          <ul className="list-disc pl-5">
            {criteria.map((html) => (
              <li key={html}>
                <RenderedLine html={html} />
              </li>
            ))}
          </ul>
        </div>
      )}
      <Textarea
        name={`a${slot}`}
        rows={12}
        maxLength={MAX_ESSAY_LENGTH}
        aria-label={words.answer}
        aria-describedby={count}
        className="font-serif text-lg leading-relaxed"
        value={text}
        onChange={(event) => onChange(event.target.value === '' ? null : event.target.value, { isTyping: true })}
        onBlur={onSettle}
      />
      <p id={count} className="tabular mt-1 text-sm text-muted">
        {[isLive && words.essay.words(written), wanted].filter(Boolean).join(', ')}
        {isLive && tooMany > 0 && ', '}
        {isLive && tooMany > 0 && <strong className="font-semibold text-amber">{words.essay.tooMany(tooMany)}</strong>}
      </p>
      {files}
    </>
  );
}

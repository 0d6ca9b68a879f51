import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { en as resultEn } from '../../messages/en.ts';
import { en } from '../../messages/sheets-en.ts';
import { vi } from '../../messages/sheets-vi.ts';
import { vi as resultVi } from '../../messages/vi.ts';
import type { ShownQuestion } from '../../queries/shown-question.server.ts';
import type { ShownReview } from '../../queries/shown-review.server.ts';
import { HtmlNodes } from '../html-nodes.tsx';
import { partsOf } from '../sheets/sheet.ts';

type Props = { question: ShownQuestion & ShownReview };

/** What was typed, or said to be true or false. An essay keeps its lines. */
export function TextReview({ question }: Props) {
  const words = useMessages(vi, en);
  const result = useMessages(resultVi, resultEn).result;
  const { type, answer } = question;
  if (answer === undefined) return null;
  const none = answer === null || typeof answer === 'object';
  const said = none
    ? result.none
    : type === 'true-false'
      ? words[answer === 'true' ? 'true' : 'false']
      : String(answer);
  if (type === 'essay' && !none) {
    return (
      <div>
        <p className="text-muted">{result.yourText}:</p>
        <p className="mt-1 max-w-reading whitespace-pre-wrap border-l-4 border-edge pl-4 font-serif text-lg">{said}</p>
      </div>
    );
  }
  return (
    <p>
      <span className="text-muted">{result.yourText}:</span> <strong className="font-semibold">{said}</strong>
    </p>
  );
}

/** The text with what was filled in, in place of each blank. */
export function BlanksReview({ question: { stem = [], blanks = [], answer } }: Props) {
  const words = useMessages(vi, en);
  const parts = partsOf(answer ?? null);
  const filled = (position: number) => {
    const blank = blanks.find((one) => one.position === position);
    const part = parts[position];
    const text = blank?.options
      ? blank.options.find((option) => option.position === part)?.text
      : part === undefined
        ? undefined
        : String(part);
    return (
      <span className="border-b-2 border-edge px-1 font-semibold">
        <span className="sr-only">{words.blanks.blank(position + 1)}: </span>
        <sup className="text-muted">{position + 1}</sup>
        {answer === undefined ? '…' : (text ?? words.review.none)}
      </span>
    );
  };
  return (
    <div className="max-w-reading space-y-3 text-lg">
      <HtmlNodes nodes={stem} blank={filled} />
    </div>
  );
}

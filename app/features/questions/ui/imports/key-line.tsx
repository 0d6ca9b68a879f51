import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { blankMarks } from '../../core/blank-marks.ts';
import { printNumber } from '../../core/number-text.ts';
import { plainText } from '../../core/plain-text.ts';
import type { Blank, QuestionBody } from '../../core/question.ts';
import { en as bankEn } from '../../messages/en.ts';
import { en } from '../../messages/import-screen-en.ts';
import { vi } from '../../messages/import-screen-vi.ts';
import { vi as bankVi } from '../../messages/vi.ts';

/** The key as it was understood, of questions that do not show it on their options: no learner sees it, its author must. */
export function KeyLine({ body }: { body: QuestionBody }) {
  const words = useMessages(vi, en);
  const { truth } = useMessages(bankVi, bankEn);
  const text = keyText(body, (isTrue) => truth[isTrue ? 'true' : 'false']);
  if (text === '') return null;
  return (
    <p className="mt-3 border-l-4 border-accent bg-accent-soft px-3 py-1.5 text-sm">
      <span className="font-semibold">{words.keyLine}: </span>
      {text}
    </p>
  );
}

/** In one line; empty for choices, which show it themselves, and for what a person marks. */
export function keyText(body: QuestionBody, truth: (isTrue: boolean) => string): string {
  switch (body.type) {
    case 'true-false':
      return truth(body.answer);
    case 'cluster':
      return body.statements.map(({ answer }, at) => `${String.fromCharCode(97 + at)}) ${truth(answer)}`).join('; ');
    case 'matching': {
      const texts = new Map(body.choices.map(({ id, text }) => [id, plainText(text)]));
      return body.prompts
        .map(({ id, text }) => `${plainText(text)} → ${texts.get(body.pairs[id] ?? '') ?? '?'}`)
        .join('; ');
    }
    case 'ordering':
      return body.items.map(({ text }) => plainText(text)).join(' → ');
    case 'short-answer':
      return weighed(body.answers.map(({ text, fraction }) => ({ text, fraction })));
    case 'numerical': {
      const unit = body.units[0] ? ` ${body.units[0].name}` : '';
      return weighed(
        body.answers.map(({ value, tolerance, toleranceKind, fraction }) => {
          const percent = toleranceKind === 'relative';
          const span = percent ? `${printNumber(tolerance * 100)}%` : printNumber(tolerance);
          return { text: `${printNumber(value)}${tolerance === 0 ? '' : ` ± ${span}`}${unit}`, fraction };
        }),
      );
    }
    case 'blanks': {
      const places = blankMarks(body.stem);
      const inOrder = [...body.blanks].sort((a, b) => places.indexOf(a.id) - places.indexOf(b.id));
      return inOrder.map((blank, at) => `(${at + 1}) ${blankText(blank)}`).join('; ');
    }
    default:
      return '';
  }
}

function blankText(blank: Blank): string {
  if (blank.kind === 'choice') return plainText(blank.options.find(({ id }) => id === blank.correct)?.text ?? '?');
  if (blank.kind === 'text') return weighed(blank.answers);
  return weighed(
    blank.answers.map(({ value, tolerance, fraction }) => ({
      ...{ text: `${printNumber(value)}${tolerance === 0 ? '' : ` ± ${printNumber(tolerance)}`}`, fraction },
    })),
  );
}

const weighed = (answers: readonly { text: string; fraction: number }[]): string =>
  answers
    .map(({ text, fraction }) =>
      fraction === 1 ? text : `${text} (${printNumber(Math.round(fraction * 1000) / 10)}%)`,
    )
    .join(' / ');

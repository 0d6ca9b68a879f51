import { rowId } from '#app/features/questions/core/drafts/rows.ts';
import type { Blank, BlanksBody } from '#app/features/questions/core/question.ts';
import { type ContentMatching, type ContentType, MATCHINGS } from './content-type.ts';

/** One blank: it has `answers`, `options` (with the text of the right one) or a `number`. */
export type ContentBlank = { id: string; weight: number; feedback?: string | undefined } & (
  | { answers: string[]; matching: ContentMatching }
  | { options: string[]; correct: string }
  | { number: number; tolerance: number }
);

export interface BlanksContent {
  type: 'blanks';
  blanks: ContentBlank[];
}

export const blanksContent: ContentType<BlanksContent, BlanksBody> = {
  bodyOf: (stem, { blanks }) => ({ type: 'blanks', stem, blanks: blanks.map(blankOf) }),
  fileField: (field) =>
    field
      .replace(/^(blanks\[\d+\]\.(?:answers|options)\[\d+\])\.text$/, '$1')
      .replace(/^(blanks\[\d+\])\.answers\[0\]\.(?:value|tolerance)$/, '$1.number'),
};

function blankOf(blank: ContentBlank): Blank {
  const { id, weight, feedback } = blank;
  const common = { id, weight, ...(feedback && { feedback }) };
  if ('answers' in blank) {
    const answers = blank.answers.map((text) => ({ text, fraction: 1 }));
    return { ...common, kind: 'text', answers, matching: MATCHINGS[blank.matching] };
  }
  if ('number' in blank) {
    return { ...common, kind: 'number', answers: [{ value: blank.number, tolerance: blank.tolerance, fraction: 1 }] };
  }
  const options = blank.options.map((text, index) => ({ id: rowId(index), text }));
  const correct = options.find(({ text }) => text === blank.correct)?.id ?? (blank.correct === '' ? '' : '?');
  return { ...common, kind: 'choice', options, correct };
}

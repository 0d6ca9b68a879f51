import { blankMarks } from '#app/features/questions/core/blank-marks.ts';
import type {
  invalidResponse,
  OptionOrder,
  QuestionBody,
  QuestionResponse,
} from '#app/features/questions/core/question.ts';
import { readResponse } from '#app/features/questions/core/question-types.ts';
import { TRUE_SIGN } from './key-letters.ts';
import { SPOILED } from './read-letters.ts';

/** What is typed for an essay that stands on the sheet of paper. */
export const ON_PAPER = '+';

/** Between the words of several gaps. */
const GAP_SEPARATOR = '|';

const place = (letter: string) => letter.charCodeAt(0) - 65;

/**
 * What an answer of a sheet is as a response of the question; null for none and for what is spoiled, `invalidResponse` for
 * what does not fit. `onPaper` stands for an essay that is not typed, so that a marker is asked to read it.
 */
export function sheetResponse(
  answer: string,
  body: QuestionBody,
  order: OptionOrder,
  onPaper: string,
): QuestionResponse | null | typeof invalidResponse {
  if (answer === '' || (answer === SPOILED && body.type !== 'essay')) return null;
  return readResponse(rawOf(answer, body, onPaper), body, order);
}

function rawOf(answer: string, body: QuestionBody, onPaper: string): unknown {
  const signs = [...answer];
  switch (body.type) {
    case 'single':
      return signs.length === 1 ? place(answer) : 'several';
    case 'multiple':
      return signs.map(place);
    case 'true-false':
      return String(answer === TRUE_SIGN);
    case 'cluster':
      return partsOf(signs, (sign) => String(sign === TRUE_SIGN));
    case 'matching':
      return partsOf(signs, place);
    case 'ordering':
      return signs.map(place);
    case 'short-answer':
    case 'numerical':
      return answer;
    case 'blanks':
      return blanksOf(answer, body);
    case 'essay':
      return answer === ON_PAPER ? onPaper : answer;
  }
}

const partsOf = (signs: readonly string[], read: (sign: string) => string | number) =>
  Object.fromEntries(signs.flatMap((sign, at) => (sign === '-' ? [] : [[String(at), read(sign)]])));

/** 'words | B | 12': the gaps in the order of the text. */
function blanksOf(answer: string, { blanks, stem }: Extract<QuestionBody, { type: 'blanks' }>) {
  const inOrder = blankMarks(stem).flatMap((id) => blanks.find((blank) => blank.id === id) ?? []);
  const typed = answer.split(GAP_SEPARATOR).map((part) => part.trim());
  if (typed.length > inOrder.length) return { [String(inOrder.length)]: typed.at(-1) };
  return Object.fromEntries(
    typed.flatMap((part, at): [string, string | number][] => {
      if (part === '' || part === '-') return [];
      return [[String(at), inOrder[at]?.kind === 'choice' ? place(part.toUpperCase()) : part]];
    }),
  );
}

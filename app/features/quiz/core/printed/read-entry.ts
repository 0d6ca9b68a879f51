import { isByLetters, letterAt, type PaperItem } from './paper-item.ts';
import { type LetterProblem, readLetters } from './read-letters.ts';

export interface EntryProblem extends Omit<LetterProblem, 'code'> {
  readonly code: LetterProblem['code'] | 'too-many-gaps' | 'too-long-text';
}

const MOST_TEXT = 200;
const MOST_ESSAY = 20_000;

/**
 * The whole of what was typed from a sheet: the letters of the first questions in one string, the words of the others by
 * their numbers. Answers are complete only where there are no problems.
 */
export function readEntry(
  items: readonly PaperItem[],
  letters: string,
  written: Readonly<Record<string, string>>,
): { answers: string[]; problems: EntryProblem[] } {
  const read = readLetters(letters, items);
  const problems: EntryProblem[] = [...read.problems];
  const words = items.slice(read.answers.length).map((item, at) => {
    const number = read.answers.length + at + 1;
    const text = (written[String(number)] ?? '').normalize('NFC').trim();
    const most = item.kind === 'essay' ? MOST_ESSAY : MOST_TEXT;
    if (text.length > most)
      problems.push({ number, code: 'too-long-text', found: String(text.length), expected: String(most) });
    if (item.kind === 'blanks') return readGaps(text, item.gaps, number, problems);
    // As among the letters: nothing was written.
    return text === '-' ? '' : text;
  });
  return { answers: [...read.answers, ...words], problems };
}

/** 'words | B | 12', a gap left empty as '-' or nothing. */
function readGaps(text: string, gaps: readonly number[], number: number, problems: EntryProblem[]): string {
  if (text === '') return '';
  const parts = text.split('|').map((part) => part.trim());
  if (parts.length > gaps.length) {
    problems.push({ number, code: 'too-many-gaps', found: String(parts.length), expected: String(gaps.length) });
  }
  for (const [at, part] of parts.entries()) {
    const options = gaps[at] ?? 0;
    if (options === 0 || part === '' || part === '-') continue;
    const letter = part.toUpperCase();
    if (letter.length === 1 && letter >= 'A' && letter < letterAt(options)) continue;
    problems.push({ number, code: 'bad-letter', found: part, expected: `A–${letterAt(options - 1)}` });
  }
  return parts.every((part) => part === '' || part === '-') ? '' : parts.join(' | ');
}

/** How many of the questions are answered by letters: the first ones, as sections stand. */
export const countLetters = (items: readonly PaperItem[]): number => items.filter(isByLetters).length;

import type { PaperOption } from './paper-question.ts';
import type { Run } from './source-line.ts';

// In the order in which they are trusted: nobody underlines or colours an option without meaning it.
const looks = ['isUnderlined', 'isMarked', 'isBold', 'isItalic'] as const;

/** The letters of the options that the first telling look sets apart, letter or words; empty where none does. */
export function lettersOfLook(options: readonly PaperOption[]): string[] {
  for (const look of looks) {
    const chosen = options.filter(({ mark, words }) => has(mark, look) || has(words.flat(), look));
    if (chosen.length > 0 && chosen.length < options.length) return chosen.map(({ letter }) => letter);
  }
  return [];
}

function has(runs: readonly Run[], look: (typeof looks)[number]): boolean {
  const words = runs.filter(({ text }) => /[\p{L}\p{N}]/u.test(text));
  return words.length > 0 && words.every((run) => run[look]);
}

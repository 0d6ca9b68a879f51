import type { ReadSource } from './read-source.ts';

/** Fewer letters and digits may stand in many questions. */
const FEWEST = 12;
/** What a screen can tell of; a longer list is read in the file itself. */
const MOST = 40;

/**
 * For places of a file, by its words there, the questions of its text form in which these words stand, by key: null where none
 * does, or several do. Places of a file are counted otherwise than the lines of its text form.
 */
export function keysOfExcerpts(
  { entries, lines }: Pick<ReadSource, 'entries' | 'lines'>,
  places: readonly { excerpt: string }[],
): (string | null)[] {
  if (places.length === 0) return [];
  const texts = entries.map(({ key, from, until }) => ({
    key,
    text: lettersOf(lines.slice(from - 1, until).join(' ')),
  }));
  return places.map(({ excerpt }, at) => {
    const wanted = lettersOf(excerpt.replace(/^\s*câu\s+\d+\s*[.:)]/iu, ''));
    if (at >= MOST || wanted.length < FEWEST) return null;
    const found = texts.filter(({ text }) => text.includes(wanted));
    return found.length === 1 ? found[0]!.key : null;
  });
}

/** Letters and digits alone: marks of Markdown, pictures and spaces differ between a file and its text form. */
const lettersOf = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/!\[[^\]]*(?:\](?:\([^)]*\)?)?)?/g, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');

/** Vietnamese words as they are written, parted by spaces, that a reader reads aloud to the inner ear in a minute. Our choice. */
const WORDS_A_MINUTE = 220;
/** What a picture or a row of a table asks for, in words. */
const WORDS_A_PICTURE = 30;

export interface ReadingMeasure {
  words: number;
  /** At least 1 where there is a word. */
  minutes: number;
}

/** How long a lesson is. Signs of Markdown, addresses and names of blocks are no words. */
export function readingMeasure(body: string): ReadingMeasure {
  const pictures = body.match(/!\[/g)?.length ?? 0;
  const text = body
    .replace(/\]\([^)\n]*\)/g, '] ')
    .replace(/^:::+[ \t]*(?:[a-z-]+)?/gm, ' ')
    .replace(/^\s*\|?[\s:|-]*-{3,}[\s:|-]*$/gm, ' ');
  const words = text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}.,/-]*/gu)?.length ?? 0;
  const minutes =
    words + pictures === 0 ? 0 : Math.max(1, Math.round((words + pictures * WORDS_A_PICTURE) / WORDS_A_MINUTE));
  return { words, minutes };
}

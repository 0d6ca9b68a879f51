import { foldForSearch } from '#app/kernel/vietnamese-text.ts';
import type { ItemFields } from './item.ts';

/** A long article has no more words than fit; what stands first counts. */
const LONGEST_KEY = 6000;
// More than eight words say nothing more.
const MOST_WORDS = 8;

const wordsOf = (text: string): string[] => foldForSearch(text).match(/[\p{L}\p{N}]+/gu) ?? [];

/**
 * What a thing is found by: each of its words once, without tone marks, a space before each. A search is then a look
 * whether ' word' occurs, in a column that stays short however long the text is.
 */
export function itemSearchKey(
  item: Pick<ItemFields, 'title' | 'symbol' | 'topic' | 'tags' | 'source' | 'body'>,
): string {
  const { title, symbol, topic, tags, source, body } = item;
  const words = new Set(wordsOf([title, symbol, topic, ...tags, source, body].join(' ')));
  let key = '';
  for (const word of words) {
    if (key.length + word.length >= LONGEST_KEY) break;
    key += ` ${word}`;
  }
  return key;
}

/** The words that all must occur, or begin a word that does; 'Nghị quyết 35-NQ' gives nghi, quyet, 35, nq. */
export function itemSearchWords(search: string): string[] {
  return [...new Set(wordsOf(search))].slice(0, MOST_WORDS);
}

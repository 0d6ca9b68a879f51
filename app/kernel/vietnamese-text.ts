import { splitTone, withTone } from '#app/kernel/vietnamese-letters.ts';

/** The one form in which text is stored and compared: Unicode NFC. */
export function nfc(text: string): string {
  return text.normalize('NFC');
}

/** Takes tone marks and every other diacritic off, đ becomes d; case and spaces stay. 'Đặng Ước' gives 'Dang Uoc'. */
export function foldTones(text: string): string {
  // Old fonts and converters write đ with its look-alikes eth (ð) and African d (ɖ).
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[đðɖ]/g, 'd')
    .replace(/[ĐÐƉ]/g, 'D')
    .normalize('NFC');
}

/** The text as search compares it: lower case, no tone marks or diacritics, single spaces, none at the ends. */
export function foldForSearch(text: string): string {
  return foldTones(text.toLowerCase())
    .replace(/[\u200b-\u200d]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/**
 * Whether the query occurs in the text, both folded; an empty query matches everything. The same answer as
 * `LIKE '%query%'` in a column that holds `foldForSearch(text)`.
 */
export function matchesSearch(haystack: string, query: string): boolean {
  return foldForSearch(haystack).includes(foldForSearch(query));
}

const SYLLABLE = /^(ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnprstvx])?([aăâeêioôơuưy]{1,3})(ch|nh|ng|[cmnpt])?$/;

/**
 * One spelling for the spellings that Vietnamese holds to be the same word: the tone goes where the old style puts it
 * (hoà gives hòa, thuý gives thúy), and y as the whole rhyme after a consonant is i (kỹ gives kĩ, quý gives quí).
 * 'thúy' and 'thúi', 'tay' and 'tai', 'ý' and 'í' stay apart. Case stays; what is no Vietnamese syllable stays as it is.
 */
export function canonicalSpelling(text: string): string {
  return nfc(text).replace(/[\p{L}\p{M}]+/gu, canonicalSyllable);
}

function canonicalSyllable(word: string): string {
  const letters = [...word].map(splitTone);
  const tones = letters.filter(({ tone }) => tone > 0);
  const bare = letters.map(({ letter }) => letter);
  const match = SYLLABLE.exec(bare.join('').toLowerCase());
  if (!match || tones.length > 1) return word;

  const [, initial = '', rhyme = '', final = ''] = match;
  const isLoneY = rhyme === 'y' && final === '' && initial !== '' && initial !== 'g';
  if (isLoneY) bare[initial.length] = bare[initial.length] === 'Y' ? 'I' : 'i';
  const place = initial.length + toneIndex(rhyme, final);
  return bare.map((letter, index) => (index === place ? withTone(letter, tones[0]?.tone ?? 0) : letter)).join('');
}

function toneIndex(rhyme: string, final: string): number {
  for (let index = rhyme.length - 1; index >= 0; index--) {
    if ('ăâêôơư'.includes(rhyme[index]!)) return index;
  }
  if (rhyme.length === 2) return final === '' ? 0 : 1;
  return rhyme.length === 1 ? 0 : 1;
}

// Each mark sorts after every plain letter, so that all words in a come before all words in ă.
const LETTER_KEYS: Record<string, string> = {
  ă: 'a{',
  â: 'a|',
  đ: 'd{',
  ð: 'd{',
  ɖ: 'd{',
  ê: 'e{',
  ô: 'o{',
  ơ: 'o|',
  ư: 'u{',
};

/**
 * A string whose plain code-unit order is the order of Vietnamese name lists: the given name (last word), then the other
 * words as written; word by word, first by the letters a ă â b c d đ e ê ..., then by tone (ngang huyền hỏi ngã sắc nặng).
 * 'Đỗ Ân' gives 'a|n 0 d{o{ 3'. ASCII only: SQLite and PostgreSQL (COLLATE "C") sort it alike. Case, punctuation and
 * the place of the tone mark do not count; equal keys want a second key, such as the id.
 */
export function nameSortKey(fullName: string): string {
  const words = nfc(fullName)
    .toLowerCase()
    .split(/\s+/)
    .map(wordSortKey)
    .filter((key) => key !== '');
  return [...words.slice(-1), ...words.slice(0, -1)].join(' ');
}

function wordSortKey(word: string): string {
  let letters = '';
  let tones = '';
  for (const char of word) {
    const { letter, tone } = splitTone(char);
    letters += letterSortKey(letter);
    if (tone > 0) tones += tone;
  }
  // The space is lower than every letter, so that 'an' comes before 'anh' whatever their tones.
  return letters === '' ? '' : `${letters} ${tones || '0'}`;
}

function letterSortKey(letter: string): string {
  const own = LETTER_KEYS[letter];
  if (own) return own;
  if (!/[\p{L}\p{N}]/u.test(letter)) return '';
  const folded = foldTones(letter);
  if (/^[a-z0-9]$/.test(folded)) return folded;
  return `~${letter.codePointAt(0)!.toString(16).padStart(6, '0')}`;
}

/** Order of two full names in a Vietnamese list: negative, 0 or positive, as `Array.sort` wants it. */
export function compareNames(a: string, b: string): number {
  const left = nameSortKey(a);
  const right = nameSortKey(b);
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

import { splitTone } from '#app/kernel/vietnamese-letters.ts';
import { nfc } from '#app/kernel/vietnamese-text.ts';
import { decodeLegacy, type LegacyEncoding, legacyEncodings } from './legacy-encodings.ts';

const syllable =
  /^(ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnprstvx])?(i[aê]?|y[êae]?|[eêaăâoôơuư]|[aâ][iyuo]|êu|eo|iêu|yêu|iu|o[aăei]|oa[iy]|oeo|o[io]|ô[io]|ơi|u[aâêôơyi]|uyê?|uya|uyu|uâ?y|uôi|ư[aiơu]|ươ[iu])(ch|nh|ng|[cmnpt])?$/;

/** Whether a word can be Vietnamese: one syllable with at most one tone. */
export function isSyllable(word: string): boolean {
  let bare = '';
  let tones = 0;
  for (const char of nfc(word.toLowerCase())) {
    const { letter, tone } = splitTone(char);
    bare += letter;
    if (tone > 0) tones += 1;
  }
  return tones <= 1 && syllable.test(bare);
}

export interface Score {
  /** Words that hold more than plain letters, and how many of them can be Vietnamese. */
  readonly marked: number;
  readonly right: number;
}

/** How well texts read as Vietnamese, by the words that hold more than plain letters. */
export function scoreOf(texts: Iterable<string>): Score {
  let marked = 0;
  let right = 0;
  for (const text of texts) {
    for (const word of text.split(/[\s\d.,;:/\\()"'_+-]+/)) {
      if (!/[^\0-\x7f]/.test(word)) continue;
      marked += 1;
      if (isSyllable(word)) right += 1;
    }
  }
  return { marked, right };
}

const share = ({ marked, right }: Score) => (marked === 0 ? 0 : right / marked);

/** Below this no reading is trusted. */
const LEAST = 0.75;

/**
 * Which old encoding characters 0 to 255 are written in: the one in which nearly all words read as Vietnamese and clearly
 * more than in any other. Null where none does.
 */
export function guessLegacy(texts: readonly string[]): LegacyEncoding | null {
  const scored = legacyEncodings
    .map((encoding) => ({ encoding, share: share(scoreOf(texts.map((text) => decodeLegacy(text, encoding)))) }))
    .sort((a, b) => b.share - a.share);
  const [best, second] = scored;
  return best && second && best.share >= LEAST && best.share - second.share >= 0.1 ? best.encoding : null;
}

/**
 * Whether Unicode text is really old bytes seen through a Western code page, as a sheet typed with an ABC or VNI font is:
 * it does not read as Vietnamese, and decoded it does. Null = take it as it is.
 */
export function guessTypedLegacy(texts: readonly string[]): LegacyEncoding | null {
  const asItIs = scoreOf(texts);
  if (asItIs.marked === 0 || share(asItIs) >= LEAST) return null;
  const bytes = texts.filter((text) => !/[^\0-\xff]/.test(text));
  const guessed = bytes.length > 0 ? guessLegacy(bytes) : null;
  return guessed && share(scoreOf(bytes.map((text) => decodeLegacy(text, guessed)))) > share(asItIs) + 0.2
    ? guessed
    : null;
}

/** The old encoding that a font's name stands for: '.VnTime' is TCVN3, 'VNI-Times' is VNI. */
export function encodingOfFont(font: string | undefined): LegacyEncoding | null {
  if (!font) return null;
  if (/^\.?vn[a-z]/i.test(font) && font.startsWith('.')) return 'tcvn3';
  return /^vni[- ]/i.test(font) ? 'vni' : null;
}

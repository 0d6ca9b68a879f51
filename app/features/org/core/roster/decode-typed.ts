import { encodingOfFont } from './encoding-guess.ts';
import { decodeLegacy } from './legacy-encodings.ts';

/** Letters typed with a font from before Unicode ('.VnTime', 'VNI-Times') as the letters that were meant. */
export function decodeTyped(text: string, font: string): string {
  const encoding = encodingOfFont(font);
  return encoding === null || /[^\0-\xff]/.test(text) ? text : decodeLegacy(text, encoding);
}

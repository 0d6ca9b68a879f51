import type { SheetCell } from '#app/kernel/sheet-cell.ts';
import { nfc } from '#app/kernel/vietnamese-text.ts';
import { encodingOfFont, guessLegacy, guessTypedLegacy, scoreOf } from './encoding-guess.ts';
import { decodeLegacy, type LegacyEncoding } from './legacy-encodings.ts';

/** How the cells of a file become text; null where its bytes are of an encoding that nobody knows. */
export interface Letters {
  /** The old encoding that the file as a whole is written in; null = Unicode. */
  readonly legacy: LegacyEncoding | null;
  readonly textOf: (cell: SheetCell) => string;
}

/**
 * Finds out from the first rows. `isBytes`: the file is text of one byte a letter. Otherwise it is Unicode, in which cells
 * may still have been typed with an ABC or VNI font: by the font's name where the sheet tells it, else by how the texts read.
 */
export function lettersOf(sample: readonly SheetCell[], { isBytes }: { isBytes: boolean }): Letters | null {
  const texts = sample.map(({ text }) => text);
  if (isBytes) {
    const legacy = guessLegacy(texts);
    return legacy && { legacy, textOf: ({ text }) => decodeLegacy(text, legacy) };
  }
  const typed = guessTypedLegacy(sample.filter(({ font }) => !font).map(({ text }) => text));
  const byFont = sample.map(({ font }) => encodingOfFont(font)).find((encoding) => encoding !== null) ?? null;
  return {
    legacy: typed ?? byFont,
    textOf: ({ text, font }) => {
      if (!/[^\0-\x7f]/.test(text)) return text;
      const encoding = encodingOfFont(font) ?? typed;
      if (!encoding || /[^\0-\xff]/.test(text)) return nfc(text);
      const decoded = decodeLegacy(text, encoding);
      // A head set in Arial above a column typed in .VnTime stays what it is.
      return scoreOf([text]).right > scoreOf([decoded]).right ? nfc(text) : decoded;
    },
  };
}

import { below, type XmlNode } from './xml-tree.ts';

/** Kinds of picture that a page can show, by their first bytes. */
const KINDS: [string, (bytes: Uint8Array) => boolean][] = [
  ['png', (bytes) => starts(bytes, 0x89, 0x50, 0x4e, 0x47)],
  ['jpg', (bytes) => starts(bytes, 0xff, 0xd8, 0xff)],
  ['gif', (bytes) => starts(bytes, 0x47, 0x49, 0x46, 0x38)],
  ['webp', (bytes) => starts(bytes, 0x52, 0x49, 0x46, 0x46) && bytes[8] === 0x57 && bytes[9] === 0x45],
];
const starts = (bytes: Uint8Array, ...signs: number[]) => signs.every((sign, at) => bytes[at] === sign);

/** A name of letters and digits alone for a picture of the document, its ending by what it is; null for no such picture. */
export function pictureName(part: string, bytes: Uint8Array): string | null {
  const kind = KINDS.find(([, is]) => is(bytes))?.[0];
  if (kind === undefined) return null;
  const stem = part
    .replace(/^.*\//, '')
    .replace(/\.[^.]*$/, '')
    .replace(/[^A-Za-z0-9-]+/g, '-');
  return `${stem.replace(/^-+|-+$/g, '') || 'picture'}.${kind}`;
}

const MADE_BY_MACHINE =
  /\s*(description automatically generated.*|mô tả được (?:tạo )?tự động.*|.* automatically generated)$/isu;
const NAME_OF_A_FILE =
  /^\s*(\S+\.(png|jpe?g|gif|bmp|webp|emf|wmf|tiff?)|(picture|image|hình ảnh|hình|ảnh|graphic)\s*\d*)\s*$/iu;

/** What the document says of a picture for who cannot see it; a name that a program gave says nothing. */
export function wordsOfPicture(drawing: XmlNode): string {
  const shape = below(drawing, 'shape');
  const said = [below(drawing, 'docPr'), below(drawing, 'cNvPr')].flatMap((one) => [one?.at.descr, one?.at.title]);
  for (const text of [...said, shape?.at.alt, below(drawing, 'imagedata')?.at.title]) {
    const words = (text ?? '').replace(MADE_BY_MACHINE, '').replace(/\s+/g, ' ').trim();
    if (words !== '' && !NAME_OF_A_FILE.test(words)) return words;
  }
  return '';
}

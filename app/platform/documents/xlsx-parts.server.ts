import { SheetRefusal } from './sheet-refusal.server.ts';
import { readXml } from './xml-stream.server.ts';
import type { ZipParts } from './zip-parts.server.ts';

/** What the cells of a workbook refer to. */
export interface XlsxParts {
  readonly sheetPart: string;
  readonly sheetName: string;
  readonly from1904: boolean;
  readonly strings: readonly string[];
  /** By the number of a shared string: the font of its first run, where that is one from before Unicode. */
  readonly stringFonts: ReadonlyMap<number, string>;
  /** By the number of a cell's style: its font, where that is one from before Unicode. */
  readonly styleFonts: ReadonlyMap<number, string>;
}

const MOST_STRING_LETTERS = 80_000_000;
const oldFont = /^(\.vn|vni)/i;

/** Reads everything of a workbook but its cells: the first sheet that is not hidden, shared strings, fonts. */
export async function readXlsxParts(zip: ZipParts): Promise<XlsxParts> {
  if (!zip.has('xl/workbook.xml')) throw new SheetRefusal('other-zip');
  const sheets: { name: string; id: string; isHidden: boolean }[] = [];
  let from1904 = false;
  await readXml(await zip.open('xl/workbook.xml'), {
    open(name, at) {
      if (name === 'workbookPr') from1904 = ['1', 'true'].includes(at.date1904 ?? '');
      if (name !== 'sheet') return;
      const id = Object.entries(at).find(([key]) => /(^|:)id$/.test(key))?.[1] ?? '';
      sheets.push({ name: at.name ?? '', id, isHidden: (at.state ?? 'visible') !== 'visible' });
    },
  });
  const targets = new Map<string, string>();
  if (zip.has('xl/_rels/workbook.xml.rels')) {
    await readXml(await zip.open('xl/_rels/workbook.xml.rels'), {
      open: (name, at) => {
        if (name === 'Relationship') targets.set(at.Id ?? '', at.Target ?? '');
      },
    });
  }
  const sheet = sheets.find(({ isHidden }) => !isHidden) ?? sheets[0];
  const target = targets.get(sheet?.id ?? '') ?? 'worksheets/sheet1.xml';
  const sheetPart = target.startsWith('/') ? target.slice(1) : `xl/${target}`;
  if (!sheet || !zip.has(sheetPart)) throw new SheetRefusal('damaged');
  const styleFonts = zip.has('xl/styles.xml') ? await readStyleFonts(zip) : new Map<number, string>();
  const shared = zip.has('xl/sharedStrings.xml') ? await readStrings(zip) : { strings: [], stringFonts: new Map() };
  return { sheetPart, sheetName: sheet.name, from1904, styleFonts, ...shared };
}

async function readStyleFonts(zip: ZipParts): Promise<Map<number, string>> {
  const fonts: string[] = [];
  const styles = new Map<number, string>();
  let within = '';
  let style = 0;
  await readXml(await zip.open('xl/styles.xml'), {
    open(name, at) {
      if (name === 'fonts' || name === 'cellXfs' || name === 'dxfs') within = name;
      else if (within === 'fonts' && name === 'font') fonts.push('');
      else if (within === 'fonts' && name === 'name') fonts[fonts.length - 1] = at.val ?? '';
      else if (within === 'cellXfs' && name === 'xf') {
        const font = fonts[Number(at.fontId ?? 0)] ?? '';
        if (oldFont.test(font)) styles.set(style, font);
        style += 1;
      }
    },
    close(name) {
      if (name === within) within = '';
    },
  });
  return styles;
}

async function readStrings(zip: ZipParts): Promise<Pick<XlsxParts, 'strings' | 'stringFonts'>> {
  const strings: string[] = [];
  const stringFonts = new Map<number, string>();
  let text = '';
  let letters = 0;
  let isText = false;
  let phonetic = 0;
  await readXml(await zip.open('xl/sharedStrings.xml'), {
    open(name, at) {
      if (name === 'si') text = '';
      else if (name === 't') isText = phonetic === 0;
      else if (name === 'rPh') phonetic += 1;
      else if (name === 'rFont' && oldFont.test(at.val ?? '') && !stringFonts.has(strings.length))
        stringFonts.set(strings.length, at.val!);
    },
    text(part) {
      if (isText) text += part;
    },
    close(name) {
      if (name === 't') isText = false;
      else if (name === 'rPh') phonetic -= 1;
      else if (name === 'si') {
        letters += text.length;
        if (letters > MOST_STRING_LETTERS) throw new SheetRefusal('zip-bomb');
        strings.push(text);
      }
    },
  });
  return { strings, stringFonts };
}

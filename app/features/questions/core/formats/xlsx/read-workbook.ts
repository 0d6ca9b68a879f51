import { encodingOfFont } from '#app/features/org/core/roster/encoding-guess.ts';
import { decodeLegacy } from '#app/features/org/core/roster/legacy-encodings.ts';
import type { QuestionTable, TableCell, TableRow } from '../table/question-table.ts';
import type { Run } from '../text/source-line.ts';
import { isDateFormat, shownNumber } from './shown-number.ts';
import { eachElement } from './xml-elements.ts';

type Parts = ReadonlyMap<string, Uint8Array>;

const MOST_SHEETS = 20;
const MOST_ROWS = 20_000;
const MOST_COLUMNS = 80;
/** Excel's own limit of a cell. */
const LONGEST_CELL = 32_767;
/** Of all cells together: a text that many cells share counts each time. */
const MOST_LETTERS = 8_000_000;

/** The visible sheets of a workbook as tables, cells as they are shown: days as days, formulas by what they came to. */
export function readWorkbook(parts: Parts): QuestionTable[] {
  const { sheets, from1904 } = sheetsOf(parts);
  const styles = stylesOf(parts);
  const strings = stringsOf(parts);
  const budget = { letters: MOST_LETTERS };
  return sheets
    .slice(0, MOST_SHEETS)
    .map(({ name, part }) => ({ name, ...rowsOf(part, { styles, strings, from1904, budget }) }));
}

function sheetsOf(parts: Parts): { sheets: { name: string; part: Uint8Array }[]; from1904: boolean } {
  const listed: { name: string; id: string; isHidden: boolean }[] = [];
  let from1904 = false;
  eachElement(parts.get('xl/workbook.xml'), {
    open(name, at) {
      if (name === 'workbookPr') from1904 = ['1', 'true'].includes(at.date1904 ?? '');
      if (name !== 'sheet') return;
      const id = Object.entries(at).find(([key]) => /(^|:)id$/.test(key))?.[1] ?? '';
      listed.push({ name: at.name ?? '', id, isHidden: (at.state ?? 'visible') !== 'visible' });
    },
  });
  const targets = new Map<string, string>();
  eachElement(parts.get('xl/_rels/workbook.xml.rels'), {
    open: (name, at) => {
      if (name === 'Relationship') targets.set(at.Id ?? '', at.Target ?? '');
    },
  });
  const sheets = listed
    .filter(({ isHidden }) => !isHidden)
    .flatMap(({ name, id }) => {
      const target = targets.get(id) ?? '';
      const part = parts.get(target.startsWith('/') ? target.slice(1) : `xl/${target}`);
      return part ? [{ name, part }] : [];
    });
  return { sheets, from1904 };
}

interface Style {
  isDate: boolean;
  isPercent: boolean;
  font: string;
}

function stylesOf(parts: Parts): Style[] {
  const formats = new Map<number, string>();
  const fonts: string[] = [];
  const styles: Style[] = [];
  let within = '';
  eachElement(parts.get('xl/styles.xml'), {
    open(name, at) {
      if (name === 'fonts' || name === 'cellXfs') within = name;
      else if (name === 'numFmt') formats.set(Number(at.numFmtId), at.formatCode ?? '');
      else if (within === 'fonts' && name === 'font') fonts.push('');
      else if (within === 'fonts' && name === 'name' && fonts.length > 0) fonts[fonts.length - 1] = at.val ?? '';
      else if (within === 'cellXfs' && name === 'xf') {
        const format = Number(at.numFmtId ?? 0);
        styles.push({
          isDate: isDateFormat(format, formats.get(format)),
          isPercent: format === 9 || format === 10 || /%/.test(formats.get(format) ?? ''),
          font: fonts[Number(at.fontId ?? 0)] ?? '',
        });
      }
    },
    close(name) {
      if (name === within) within = '';
    },
  });
  return styles;
}

/** A text of the workbook in runs; a run without a font of its own has the cell's. */
interface FontRun extends Run {
  font?: string;
}

class RichText {
  runs: FontRun[] = [];
  #look: Omit<FontRun, 'text'> = {};
  #isText = false;
  #phonetic = 0;
  #isLook = false;

  open(name: string, at: Record<string, string>): void {
    if (name === 'rPh') this.#phonetic += 1;
    else if (name === 'r') this.#look = {};
    else if (name === 't') this.#isText = this.#phonetic === 0;
    else if (name === 'rPr') this.#isLook = true;
    else if (this.#isLook) this.#takeLook(name, at);
  }

  text(text: string): void {
    if (this.#isText) this.runs.push({ ...this.#look, text });
  }

  close(name: string): void {
    if (name === 't') this.#isText = false;
    else if (name === 'rPh') this.#phonetic -= 1;
    else if (name === 'rPr') this.#isLook = false;
    else if (name === 'r') this.#look = {};
  }

  #takeLook(name: string, { val }: Record<string, string>): void {
    const isOn = val !== '0' && val !== 'false';
    if (name === 'b') this.#look.isBold = isOn;
    else if (name === 'i') this.#look.isItalic = isOn;
    else if (name === 'u') this.#look.isUnderlined = val !== 'none';
    else if (name === 'rFont') this.#look.font = val ?? '';
    else if (name === 'vertAlign' && val === 'superscript') this.#look.script = 'up';
    else if (name === 'vertAlign' && val === 'subscript') this.#look.script = 'down';
  }
}

function stringsOf(parts: Parts): FontRun[][] {
  const strings: FontRun[][] = [];
  let rich = new RichText();
  eachElement(parts.get('xl/sharedStrings.xml'), {
    open(name, at) {
      if (name === 'si') rich = new RichText();
      else rich.open(name, at);
    },
    text: (text) => rich.text(text),
    close(name) {
      if (name === 'si') strings.push(rich.runs);
      else rich.close(name);
    },
  });
  return strings;
}

interface Book {
  styles: readonly Style[];
  strings: readonly (readonly FontRun[])[];
  from1904: boolean;
  budget: { letters: number };
}

interface RawCell {
  type: string;
  style: number;
  value: string;
  rich: RichText;
  hasFormula: boolean;
}

function rowsOf(part: Uint8Array, book: Book): { rows: TableRow[]; isCut: boolean } {
  const rows: TableRow[] = [];
  let isCut = false;
  let line = 0;
  let column = -1;
  let cells: (TableCell | undefined)[] = [];
  let cell: RawCell | null = null;
  let isValue = false;
  eachElement(part, {
    open(name, at) {
      if (name === 'row') {
        line = at.r ? Number(at.r) : line + 1;
        column = -1;
        cells = [];
      } else if (name === 'c') {
        column = at.r ? columnOf(at.r) : column + 1;
        cell = { type: at.t ?? 'n', style: Number(at.s ?? 0), value: '', rich: new RichText(), hasFormula: false };
      } else if (cell && name === 'f') cell.hasFormula = true;
      else if (cell && name === 'v') isValue = true;
      else cell?.rich.open(name, at);
    },
    text(text) {
      if (!cell) return;
      if (isValue) cell.value += text;
      else cell.rich.text(text);
    },
    close(name) {
      if (name === 'v') isValue = false;
      else if (name === 'row') {
        if (cells.length === 0) return;
        if (rows.length >= MOST_ROWS || book.budget.letters <= 0) isCut = true;
        else rows.push({ line: Number.isSafeInteger(line) ? line : rows.length + 1, cells });
      } else if (name === 'c' && cell) {
        const read = column >= 0 && column < MOST_COLUMNS && !isCut ? cellOf(cell, book) : undefined;
        if (read) {
          cells[column] = read;
          book.budget.letters -= read.runs.reduce((sum, { text }) => sum + text.length, 0);
        }
        cell = null;
      } else cell?.rich.close(name);
    },
  });
  return { rows, isCut };
}

function cellOf({ type, style, value, rich, hasFormula }: RawCell, book: Book): TableCell | undefined {
  if (type === 'e' || (hasFormula && value === '' && type !== 'str')) return { runs: [{ text: value }], isOdd: true };
  const look = book.styles[style];
  const runs =
    type === 's'
      ? (book.strings[Number(value)] ?? [])
      : type === 'inlineStr'
        ? rich.runs
        : [{ text: type === 'n' ? shownNumber(value, look, book.from1904) : type === 'b' ? truth(value) : value }];
  const text = runs.reduce((length, run) => length + run.text.length, 0);
  if (text === 0) return undefined;
  if (text > LONGEST_CELL)
    return {
      runs: [
        {
          text: runs
            .map((run) => run.text)
            .join('')
            .slice(0, LONGEST_CELL),
        },
      ],
    };
  return { runs: runs.map(({ font, ...run }: FontRun) => ({ ...run, text: lettersOf(run.text, font ?? look?.font) })) };
}

const truth = (value: string) => (value === '1' ? 'Đúng' : value === '0' ? 'Sai' : value);

/** Letters typed with an ABC or VNI font are the old ones. */
function lettersOf(text: string, font: string | undefined): string {
  const plain = text.replace(/_x000D_/g, '');
  const encoding = encodingOfFont(font);
  return encoding && /[\x80-\xff]/.test(plain) && !/[^\0-\xff]/.test(plain) ? decodeLegacy(plain, encoding) : plain;
}

/** Column from 0: 'C7' is 2. */
function columnOf(reference: string): number {
  let column = 0;
  for (let at = 0; at < reference.length && at < 4; at += 1) {
    const code = reference.charCodeAt(at) & ~32;
    if (code < 65 || code > 90) break;
    column = column * 26 + code - 64;
  }
  return column - 1;
}

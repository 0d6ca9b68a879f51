/** WordprocessingML in small pieces, each in the order of elements that the standard prescribes. */

/** Twentieths of a point, the measure of Word. */
export const twips = { ofMillimetres: (mm: number) => Math.round(mm * 56.6929), ofPoints: (pt: number) => pt * 20 };

const named: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text for XML: what XML cannot hold is left out. */
export const xmlText = (text: string): string =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that XML 1.0 forbids
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '')
    .replace(/[&<>"]/g, (char) => named[char]!);

export interface RunLook {
  isBold?: boolean;
  isItalic?: boolean;
  /** In points; without it that of the style. */
  size?: number;
}

export function run(text: string, { isBold, isItalic, size }: RunLook = {}): string {
  const look = [
    isBold ? '<w:b/><w:bCs/>' : '',
    isItalic ? '<w:i/><w:iCs/>' : '',
    size ? `<w:sz w:val="${size * 2}"/><w:szCs w:val="${size * 2}"/>` : '',
  ].join('');
  return `<w:r>${look && `<w:rPr>${look}</w:rPr>`}<w:t xml:space="preserve">${xmlText(text)}</w:t></w:r>`;
}

export interface ParagraphLook {
  style?: string;
  keepsWithNext?: boolean;
  keepsLines?: boolean;
  isOnNewPage?: boolean;
  /** Drawn above it, narrowed on both sides by so many twips. */
  ruleInset?: number;
  before?: number;
  after?: number;
  line?: number;
  indent?: number;
  align?: 'left' | 'center' | 'right' | 'both';
}

export function paragraph(content: string, look: ParagraphLook = {}): string {
  const { before, after, line, ruleInset, indent, align } = look;
  const spacing = [
    before === undefined ? '' : ` w:before="${before}"`,
    after === undefined ? '' : ` w:after="${after}"`,
    line === undefined ? '' : ` w:line="${line}" w:lineRule="${line < 100 ? 'exact' : 'auto'}"`,
  ].join('');
  const inset = ruleInset === undefined ? '' : ` w:left="${ruleInset}" w:right="${ruleInset}"`;
  const first = indent === undefined ? '' : ` w:firstLine="${indent}"`;
  const properties = [
    look.style ? `<w:pStyle w:val="${look.style}"/>` : '',
    look.keepsWithNext ? '<w:keepNext/>' : '',
    look.keepsLines ? '<w:keepLines/>' : '',
    look.isOnNewPage ? '<w:pageBreakBefore/>' : '',
    ruleInset === undefined ? '' : '<w:pBdr><w:top w:val="single" w:sz="6" w:space="0" w:color="000000"/></w:pBdr>',
    spacing && `<w:spacing${spacing}/>`,
    inset || first ? `<w:ind${inset}${first}/>` : '',
    align ? `<w:jc w:val="${align}"/>` : '',
  ].join('');
  return `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${content}</w:p>`;
}

export interface TableLook {
  /** Of each column, in twips. */
  widths: readonly number[];
  hasLines: boolean;
}

export function tableStart({ widths, hasLines }: TableLook): string {
  const sides = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'];
  const kind = hasLines ? 'w:val="single" w:sz="4" w:space="0" w:color="000000"' : 'w:val="nil"';
  const margin = hasLines ? 60 : 0;
  return [
    `<w:tbl><w:tblPr><w:tblW w:w="${sum(widths)}" w:type="dxa"/>${hasLines ? '' : '<w:tblInd w:w="0" w:type="dxa"/>'}`,
    `<w:tblBorders>${sides.map((side) => `<w:${side} ${kind}/>`).join('')}</w:tblBorders><w:tblLayout w:type="fixed"/>`,
    `<w:tblCellMar><w:left w:w="${margin}" w:type="dxa"/><w:right w:w="${margin}" w:type="dxa"/></w:tblCellMar></w:tblPr>`,
    `<w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>`,
  ].join('');
}

export const tableEnd = '</w:tbl>';

export function tableRow(cells: readonly string[], widths: readonly number[], isHead = false): string {
  const content = cells.map(
    (cell, at) =>
      `<w:tc><w:tcPr><w:tcW w:w="${widths[at]}" w:type="dxa"/><w:vAlign w:val="${isHead ? 'center' : 'top'}"/></w:tcPr>${cell}</w:tc>`,
  );
  return `<w:tr><w:trPr><w:cantSplit/>${isHead ? '<w:tblHeader/>' : ''}</w:trPr>${content.join('')}</w:tr>`;
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);

import type { FormulaElement, FormulaNode } from '#app/kernel/printed-document.ts';
import { xmlText } from '../docx-xml.server.ts';

const NAMESPACE = 'http://schemas.openxmlformats.org/officeDocument/2006/math';
/** Signs that what follows is summed, multiplied, integrated under. */
const LARGE = /^[∑∏∐∫∬∭∮⋃⋂⋁⋀]$/u;
const LIMITS = /^(lim|max|min|sup|inf|lim sup|lim inf)$/;
/** A sum reaches as far as the next of these. */
const ENDS_SUM = /^[=<>≤≥≠≈≡→⇒⇔+−,;]$/u;
const ACCENTS: Readonly<Record<string, string>> = {
  ...{ ˆ: '\u0302', '^': '\u0302', '˜': '\u0303', '~': '\u0303', '˙': '\u0307', '¨': '\u0308', ˇ: '\u030c' },
  ...{ '˘': '\u0306', '´': '\u0301', '`': '\u0300', '→': '\u20d7', '←': '\u20d6', '⃗': '\u20d7' },
};
const BARS = /^[‾¯_―ˉ]$/u;

/** A formula as Word itself keeps one, to be edited there; from the MathML of a page. `size` in points. */
export function docxFormula(nodes: readonly FormulaNode[], { isBlock, size }: { isBlock: boolean; size: number }) {
  const written = `<m:oMath xmlns:m="${NAMESPACE}">${row(nodes, size)}</m:oMath>`;
  return isBlock ? `<m:oMathPara xmlns:m="${NAMESPACE}">${written}</m:oMathPara>` : written;
}

const elements = (nodes: readonly FormulaNode[]): FormulaElement[] =>
  nodes.filter((node): node is FormulaElement => typeof node !== 'string');
const words = (node: FormulaNode | undefined): string => {
  if (node === undefined) return '';
  return typeof node === 'string' ? node : node.children.map(words).join('');
};
const shown = (node: FormulaNode | undefined): string =>
  words(node)
    .replace(/[\u2061-\u2064\u200b]/g, '')
    .trim();
const setting = (name: string, value: string): string => `<m:${name} m:val="${xmlText(value)}"/>`;

function run(text: string, size: number, properties = ''): string {
  if (text === '') return '';
  const font = '<w:rFonts w:ascii="Cambria Math" w:hAnsi="Cambria Math"/>';
  const look = `<w:rPr>${font}<w:sz w:val="${size * 2}"/><w:szCs w:val="${size * 2}"/></w:rPr>`;
  return `<m:r>${properties}${look}<m:t xml:space="preserve">${xmlText(text)}</m:t></m:r>`;
}

/** Things side by side; a sum takes what it sums into itself. */
function row(nodes: readonly FormulaNode[], size: number): string {
  const all = inOneRow(nodes);
  let written = '';
  for (let at = 0; at < all.length; at += 1) {
    const node = all[at]!;
    const sum = sumOf(node);
    if (!sum) {
      written += element(node, size);
      continue;
    }
    const end = all.findIndex(
      ({ tag, children }, place) =>
        place > at && tag === 'mo' && ENDS_SUM.test(words({ tag, attributes: {}, children })),
    );
    const until = end === -1 ? all.length : end;
    written += large(sum, all.slice(at + 1, until), size);
    at = until - 1;
  }
  return written;
}

/** Rows that only hold together what stands side by side anyway are none. */
const inOneRow = (nodes: readonly FormulaNode[]): FormulaElement[] =>
  elements(nodes).flatMap((node) =>
    (node.tag === 'mrow' || node.tag === 'mstyle') && !isFenced(node) && !isBoxed(node)
      ? inOneRow(node.children)
      : [node],
  );

interface Sum {
  sign: string;
  below: FormulaElement | undefined;
  above: FormulaElement | undefined;
  isUnder: boolean;
}

/** The sign of a sum with what stands below and above it; null for what is none. */
function sumOf(node: FormulaElement): Sum | null {
  const [base, first, second] = node.tag === 'mo' ? [node] : elements(node.children);
  if (base?.tag !== 'mo' || !LARGE.test(shown(base))) return null;
  const isUnder = node.tag.startsWith('mu') || node.tag === 'mover' || !/^[∫∬∭∮]$/u.test(shown(base));
  const sum = { sign: shown(base), isUnder };
  switch (node.tag) {
    case 'mo':
      return { ...sum, below: undefined, above: undefined };
    case 'msub':
    case 'munder':
      return { ...sum, below: first, above: undefined };
    case 'msup':
    case 'mover':
      return { ...sum, below: undefined, above: first };
    case 'msubsup':
    case 'munderover':
      return { ...sum, below: first, above: second };
    default:
      return null;
  }
}

function large({ sign, below, above, isUnder }: Sum, summed: readonly FormulaNode[], size: number): string {
  const properties = [
    setting('chr', sign),
    setting('limLoc', isUnder ? 'undOvr' : 'subSup'),
    below ? '' : setting('subHide', '1'),
    above ? '' : setting('supHide', '1'),
  ].join('');
  return `<m:nary><m:naryPr>${properties}</m:naryPr>${part('sub', below, size)}${part('sup', above, size)}<m:e>${row(summed, size)}</m:e></m:nary>`;
}

const part = (name: string, node: FormulaElement | undefined, size: number): string =>
  node ? `<m:${name}>${row([node], size)}</m:${name}>` : `<m:${name}/>`;

function element(node: FormulaElement, size: number): string {
  const { tag, attributes, children } = node;
  const [first, second, third] = elements(children);
  const of = (name: string, one: FormulaElement | undefined) => part(name, one, size);
  switch (tag) {
    case 'mi': {
      const isUpright = attributes.mathvariant === 'normal' || [...shown(node)].length > 1;
      return run(shown(node), size, isUpright ? '<m:rPr><m:sty m:val="p"/></m:rPr>' : '');
    }
    case 'mn':
    case 'mo':
    case 'ms':
      return run(shown(node), size);
    case 'mtext':
      return run(words(node), size, '<m:rPr><m:nor/></m:rPr>');
    case 'mspace':
    case 'annotation':
    case 'annotation-xml':
      return '';
    case 'mfrac': {
      const hasNoBar = /^0/.test(attributes.linethickness ?? '');
      return `<m:f>${hasNoBar ? '<m:fPr><m:type m:val="noBar"/></m:fPr>' : ''}${of('num', first)}${of('den', second)}</m:f>`;
    }
    case 'msqrt':
      return `<m:rad><m:radPr><m:degHide m:val="1"/></m:radPr><m:deg/><m:e>${row(children, size)}</m:e></m:rad>`;
    case 'mroot':
      return `<m:rad>${of('deg', second)}${of('e', first)}</m:rad>`;
    case 'msup':
      return `<m:sSup>${of('e', first)}${of('sup', second)}</m:sSup>`;
    case 'msub':
      if (LIMITS.test(shown(first))) return `<m:limLow>${of('e', first)}${of('lim', second)}</m:limLow>`;
      return `<m:sSub>${of('e', first)}${of('sub', second)}</m:sSub>`;
    case 'msubsup':
      if (shown(first) === '' && elements(first?.children ?? []).length === 0)
        return `<m:sPre>${of('sub', second)}${of('sup', third)}<m:e/></m:sPre>`;
      return `<m:sSubSup>${of('e', first)}${of('sub', second)}${of('sup', third)}</m:sSubSup>`;
    case 'mover':
      return over(first, second, size);
    case 'munder':
      if (shown(second) === '⏟')
        return `<m:groupChr><m:groupChrPr><m:chr m:val="⏟"/><m:pos m:val="bot"/></m:groupChrPr>${of('e', first)}</m:groupChr>`;
      if (BARS.test(shown(second))) return bar('bot', of('e', first));
      return `<m:limLow>${of('e', first)}${of('lim', second)}</m:limLow>`;
    case 'munderover':
      return `<m:limUpp><m:e><m:limLow>${of('e', first)}${of('lim', second)}</m:limLow></m:e>${of('lim', third)}</m:limUpp>`;
    case 'menclose':
      return enclosed(attributes.notation ?? '', `<m:e>${row(children, size)}</m:e>`, () => row(children, size));
    case 'mtable': {
      const rows = elements(children).map(
        ({ children: cells }) =>
          `<m:mr>${elements(cells)
            .map((cell) => `<m:e>${row(cell.children, size)}</m:e>`)
            .join('')}</m:mr>`,
      );
      return `<m:m>${rows.join('')}</m:m>`;
    }
    case 'mrow':
    case 'mstyle':
      return grouped(node, size);
    default:
      return row(children, size);
  }
}

const bar = (place: 'top' | 'bot', content: string): string =>
  `<m:bar><m:barPr><m:pos m:val="${place}"/></m:barPr>${content}</m:bar>`;

function over(base: FormulaElement | undefined, sign: FormulaElement | undefined, size: number): string {
  const content = part('e', base, size);
  const above = shown(sign);
  if (BARS.test(above)) return bar('top', content);
  if (above === '⏞')
    return `<m:groupChr><m:groupChrPr><m:chr m:val="⏞"/><m:pos m:val="top"/></m:groupChrPr>${content}</m:groupChr>`;
  const accent = sign?.tag === 'mo' ? ACCENTS[above] : undefined;
  if (accent) return `<m:acc><m:accPr><m:chr m:val="${accent}"/></m:accPr>${content}</m:acc>`;
  return `<m:limUpp>${content}${part('lim', sign, size)}</m:limUpp>`;
}

function enclosed(notation: string, content: string, plain: () => string): string {
  if (/\btop\b/.test(notation)) return bar('top', content);
  if (/\bbottom\b/.test(notation)) return bar('bot', content);
  return /\b(box|roundedbox)\b/.test(notation) ? `<m:borderBox>${content}</m:borderBox>` : plain();
}

/** A row between brackets that grow with it. */
function isFenced({ children }: FormulaElement): boolean {
  const all = elements(children);
  const isFence = (node: FormulaElement | undefined) => node?.tag === 'mo' && node.attributes.fence === 'true';
  return all.length > 1 && isFence(all[0]) && isFence(all.at(-1));
}

const isBoxed = ({ attributes }: FormulaElement): boolean => /border:/.test(attributes.style ?? '');

function grouped(node: FormulaElement, size: number): string {
  const all = elements(node.children);
  if (isFenced(node)) {
    const properties = setting('begChr', shown(all[0])) + setting('endChr', shown(all.at(-1)));
    return `<m:d><m:dPr>${properties}</m:dPr><m:e>${row(all.slice(1, -1), size)}</m:e></m:d>`;
  }
  const content = row(all, size);
  return isBoxed(node) ? `<m:borderBox><m:e>${content}</m:e></m:borderBox>` : content;
}

import type { PrintedWords } from '#app/kernel/printed-document.ts';
import type { HtmlElement, HtmlNode } from '../html-tree.server.ts';

type Look = Omit<PrintedWords, 'text'>;

/**
 * A formula in one line: powers and indices raised and lowered, fractions with a stroke, roots with their sign. What stands
 * in two lines on a page needs brackets here to say the same.
 */
export function mathRuns(nodes: readonly HtmlNode[], look: Look): PrintedWords[] {
  return nodes.flatMap((node) => (typeof node === 'string' ? textRun(node, look) : elementRuns(node, look)));
}

const textRun = (text: string, look: Look): PrintedWords[] => {
  const said = text.replace(/[\u2061-\u2064]/g, '');
  return said === '' || (said.trim() === '' && said.includes('\n')) ? [] : [{ ...look, text: said }];
};

const elements = (nodes: readonly HtmlNode[]) => nodes.filter((node): node is HtmlElement => typeof node !== 'string');
/** Whether it needs brackets where it is a part of something. */
const isLong = (node: HtmlElement | undefined): boolean => {
  if (!node) return false;
  const inside = elements(node.children);
  if (node.tag === 'mrow' || node.tag === 'mstyle') return inside.length > 1 || inside.some(isLong);
  return node.tag === 'mfrac';
};
const bracketed = (node: HtmlElement | undefined, look: Look): PrintedWords[] => {
  if (!node) return [];
  const runs = mathRuns([node], look);
  return isLong(node) ? [{ ...look, text: '(' }, ...runs, { ...look, text: ')' }] : runs;
};

function elementRuns({ tag, children }: HtmlElement, look: Look): PrintedWords[] {
  const [first, second, third] = elements(children);
  const raised = { ...look, place: 'above' } as const;
  const lowered = { ...look, place: 'below' } as const;
  switch (tag) {
    case 'annotation':
      return [];
    case 'msup':
    case 'mover':
      return [...bracketed(first, look), ...mathRuns(second ? [second] : [], raised)];
    case 'msub':
    case 'munder':
      return [...bracketed(first, look), ...mathRuns(second ? [second] : [], lowered)];
    case 'msubsup':
    case 'munderover':
      return [
        ...bracketed(first, look),
        ...mathRuns(second ? [second] : [], lowered),
        ...mathRuns(third ? [third] : [], raised),
      ];
    case 'mfrac':
      return [...bracketed(first, look), { ...look, text: '/' }, ...bracketed(second, look)];
    case 'msqrt':
      return [{ ...look, text: '√(' }, ...mathRuns(children, look), { ...look, text: ')' }];
    case 'mroot':
      return [
        ...mathRuns(second ? [second] : [], raised),
        { ...look, text: '√(' },
        ...mathRuns(first ? [first] : [], look),
        { ...look, text: ')' },
      ];
    case 'mi':
      return mathRuns(children, { ...look, isItalic: true });
    case 'mtr':
      return [...mathRuns(children, look), { ...look, text: '; ' }];
    case 'mtd':
      return [...mathRuns(children, look), { ...look, text: ' ' }];
    case 'mo':
      return spaced(mathRuns(children, look));
    default:
      return mathRuns(children, look);
  }
}

/** Signs between two things have room around them, those that part them behind them. */
const spaced = (runs: PrintedWords[]): PrintedWords[] =>
  runs.map((run) => {
    if (/^[,;]$/.test(run.text)) return { ...run, text: `${run.text} ` };
    return /^[=+−<>≤≥≠≈→⇒·×±]$/.test(run.text) ? { ...run, text: ` ${run.text} ` } : run;
  });

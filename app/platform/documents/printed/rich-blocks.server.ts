import {
  type PrintedPicture,
  type PrintedRun,
  type PrintedWords,
  type RichBlock,
  withPlainFormulas,
} from '#app/kernel/printed-document.ts';
import { type HtmlElement, type HtmlNode, htmlTree } from '../html-tree.server.ts';
import { renderMarkdown } from '../markdown.server.ts';
import { mathRuns } from './math-runs.server.ts';

type Look = Omit<PrintedWords, 'text'>;

const LOOKS: Record<string, Look> = {
  strong: { isBold: true },
  b: { isBold: true },
  em: { isItalic: true },
  i: { isItalic: true },
  u: { isUnderlined: true },
  ins: { isUnderlined: true },
  s: { isStruck: true },
  del: { isStruck: true },
  sup: { place: 'above' },
  sub: { place: 'below' },
};
const BLOCKS = new Set([
  'p',
  'ul',
  'ol',
  'li',
  'blockquote',
  'pre',
  'div',
  'table',
  'hr',
  'aside',
  'details',
  'summary',
]);

/** The ids of the kept pictures in a text. */
export const keptPictures = (markdown: string): string[] =>
  [...markdown.matchAll(/\(media:([0-9a-f]{64})\)/g)].map(([, id = '']) => id);

/**
 * Text written by authors as paragraphs and tables for print, from the very HTML that a page shows. Pictures that are not
 * handed over stand as their words in brackets; formulas come as they are, and in one line with their powers raised.
 */
export function richBlocks(markdown: string, pictures: ReadonlyMap<string, PrintedPicture>): RichBlock[] {
  const writer = new Writer(pictures);
  writer.nodes(htmlTree(renderMarkdown(markdown)), {});
  return writer.finish();
}

class Writer {
  readonly #pictures: ReadonlyMap<string, PrintedPicture>;
  readonly #blocks: RichBlock[] = [];
  #runs: PrintedRun[] = [];
  #mark = '';

  constructor(pictures: ReadonlyMap<string, PrintedPicture>) {
    this.#pictures = pictures;
  }

  finish(): RichBlock[] {
    this.#end();
    return this.#blocks;
  }

  nodes(nodes: readonly HtmlNode[], look: Look): void {
    for (const node of nodes) {
      if (typeof node === 'string') this.#text(node, look);
      else this.#element(node, look);
    }
  }

  #text(text: string, look: Look): void {
    const said = text.replace(/[ \t\r\n]+/g, ' ');
    if (said.trim() === '' && this.#runs.length === 0) return;
    if (this.#mark !== '') {
      this.#runs.push({ text: this.#mark });
      this.#mark = '';
    }
    this.#runs.push({ ...look, text: this.#runs.length === 0 ? said.trimStart() : said });
  }

  #end(): void {
    if (this.#runs.length > 0) this.#blocks.push({ kind: 'text', runs: this.#runs });
    this.#runs = [];
  }

  #element(element: HtmlElement, look: Look): void {
    const { tag, attributes, children } = element;
    if (tag === 'audio') return;
    if (tag === 'br') {
      this.#end();
      return;
    }
    if (tag === 'img') {
      this.#picture(attributes);
      return;
    }
    if (tag === 'math') {
      const isBlock = attributes.display === 'block';
      this.#runs.push({ formula: children, isBlock, plain: mathRuns(children, look) });
      return;
    }
    if (tag === 'table') {
      this.#end();
      const rows = rowsOf(element).map((row) => row.map((cell) => this.#cell(cell)));
      if (rows.length > 0) this.#blocks.push({ kind: 'table', rows });
      return;
    }
    if (!BLOCKS.has(tag)) {
      this.nodes(children, { ...look, ...LOOKS[tag] });
      return;
    }
    this.#end();
    if (tag === 'ol' || tag === 'ul') this.#list(element, look);
    else this.nodes(children, look);
    this.#end();
  }

  #list({ tag, children }: HtmlElement, look: Look): void {
    let count = 0;
    for (const item of children) {
      if (typeof item === 'string' || item.tag !== 'li') continue;
      count += 1;
      this.#mark = tag === 'ol' ? `${count}. ` : '– ';
      this.nodes(item.children, look);
      this.#end();
    }
  }

  #cell({ tag, children }: HtmlElement): PrintedRun[] {
    const inner = new Writer(this.#pictures);
    inner.nodes(children, tag === 'th' ? { isBold: true } : {});
    return inner.finish().flatMap((block) => (block.kind === 'text' ? [...block.runs] : []));
  }

  #picture({ src = '', alt = '' }: Record<string, string>): void {
    const picture = this.#pictures.get(src.replace(/^.*\/media\//, ''));
    this.#runs.push(picture ? { picture: { ...picture, alt } } : { text: `[${alt}]`, isItalic: true });
  }
}

function rowsOf(element: HtmlElement): HtmlElement[][] {
  const rows: HtmlElement[][] = [];
  const walk = ({ tag, children }: HtmlElement) => {
    const inside = children.filter((child): child is HtmlElement => typeof child !== 'string');
    if (tag === 'tr') rows.push(inside.filter((cell) => cell.tag === 'td' || cell.tag === 'th'));
    else inside.forEach(walk);
  };
  walk(element);
  return rows;
}

/** The words of runs without their look. */
export const wordsOf = (blocks: readonly RichBlock[]): string =>
  withPlainFormulas(blocks.flatMap((block) => (block.kind === 'text' ? block.runs : block.rows.flat(2))))
    .map((run) => ('text' in run ? run.text : `[${run.picture.alt}]`))
    .join('');

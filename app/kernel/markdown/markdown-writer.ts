import { escapeMarkdown } from './escape-markdown.ts';
import { formulaMarkdown, formulaPieces, isLatex } from './formulas.ts';
import { MarkdownFlow } from './markdown-flow.ts';
import { MathmlFrame } from './mathml-frame.ts';
import { TableFrame } from './table-frame.ts';

/** Where a picture, sound or link of the source leads in Markdown; null: nowhere that can be shown. */
export type AddressOf = (address: string, kind: 'picture' | 'sound' | 'link') => string | null;

const EMPHASIS: Record<string, string> = { b: '**', strong: '**', i: '*', em: '*', s: '~~', del: '~~', strike: '~~' };
/** What is gathered as plain words until it ends, and written between its signs. */
const GATHERED: Record<string, string> = { sup: '^', sub: '~', code: '`', tt: '`', kbd: '`', samp: '`', var: '`' };
const PLAIN = new Set([
  ...['span', 'font', 'small', 'big', 'body', 'html', 'tbody', 'thead', 'tfoot', 'label', 'colgroup', 'col'],
  ...['abbr', 'acronym', 'cite', 'dfn', 'q', 'bdo', 'bdi', 'wbr', 'time', 'hr', 'picture', 'nobr'],
]);
const BLOCKS = new Set([
  ...['p', 'div', 'section', 'article', 'blockquote', 'pre', 'dl', 'dt', 'dd', 'figure', 'figcaption', 'center'],
  ...['caption', 'address', 'main', 'header', 'footer', 'aside'],
]);
const SILENT = new Set(['script', 'style', 'iframe', 'object', 'embed', 'head', 'template', 'noscript']);
const HEADING = /^h([1-6])$/;
const DEEPEST_LIST = 5;
const INDENT = '   ';

const webAddress: AddressOf = (address, kind) => {
  if (/[\s()<>]/.test(address)) return null;
  const known = kind === 'link' ? /^(https?:|mailto:|\/)/i : /^(https?:\/\/|\/media\/)/i;
  return kind !== 'sound' && known.test(address) ? address : null;
};

/** Writes Markdown as the elements of HTML open and close; keeps no tree. */
export class MarkdownWriter {
  readonly #addressOf: AddressOf;
  readonly #page = new MarkdownFlow();
  readonly #lost = new Set<string>();
  readonly #lists: { isOrdered: boolean; count: number }[] = [];
  readonly #links: (string | null)[] = [];
  #words: string[] = [];
  #table: TableFrame | null = null;
  #silent = 0;
  #code: string[] | null = null;
  #gathered: { name: string; depth: number; words: string[] } | null = null;
  #sound: { address: string | null; words: string[] } | null = null;
  #math: MathmlFrame | null = null;

  constructor(addressOf: AddressOf = webAddress) {
    this.#addressOf = addressOf;
  }

  open(name: string, attributes: Record<string, string>): void {
    this.#flushWords();
    if (SILENT.has(name)) {
      this.#silent += 1;
      this.#lost.add(name);
    }
    if (this.#silent > 0 || this.#code) return;
    if (this.#math) {
      this.#math.open(name, attributes);
      return;
    }
    if (this.#sound) {
      if (name === 'source') this.#sound.address ??= this.#addressOf(attributes.src ?? '', 'sound');
      return;
    }
    if (name === 'img') this.#picture(attributes);
    else if (name === 'math') this.#math = new MathmlFrame(attributes);
    else if (name === 'audio') {
      const { src, title = '' } = attributes;
      this.#sound = { address: src ? this.#addressOf(src, 'sound') : null, words: [title] };
    } else if (this.#gathered) {
      if (name === this.#gathered.name) this.#gathered.depth += 1;
    } else if (name in GATHERED) this.#gathered = { name, depth: 1, words: [] };
    else if (!this.#table?.open(name)) this.#openElement(name, attributes);
  }

  #openElement(name: string, attributes: Record<string, string>): void {
    const flow = this.#flow();
    const heading = HEADING.exec(name);
    if (name in EMPHASIS) flow.openMark(EMPHASIS[name]!);
    else if (name === 'br') flow.break('line');
    else if (name === 'ul' || name === 'ol') {
      if (this.#lists.length === 0) flow.break('paragraph');
      this.#lists.push({ isOrdered: name === 'ol', count: 0 });
    } else if (name === 'li') this.#item();
    else if (name === 'a') this.#openLink(attributes.href ?? '');
    else if (name === 'table') this.#table = new TableFrame();
    else if (name === 'pre') this.#code = [];
    else if (heading) flow.break('paragraph', `${'#'.repeat(Number(heading[1]))} `);
    else if (name === 'blockquote') flow.break('paragraph', '> ');
    else if (BLOCKS.has(name)) this.#block();
    // Markdown underlines nothing, and a question may ask for what is underlined.
    else if (!PLAIN.has(name)) this.#lost.add(name);
    else if (/text-decoration[^;]*underline/i.test(attributes.style ?? '')) this.#lost.add('u');
  }

  text(text: string): void {
    if (this.#silent > 0) return;
    if (this.#code) this.#code.push(text);
    else if (this.#math) this.#math.text(text);
    else if (this.#sound) this.#sound.words.push(text);
    else if (this.#gathered) this.#gathered.words.push(text);
    else this.#words.push(text);
  }

  /** Markdown as it is, at this place. */
  raw(markdown: string): void {
    this.#flushWords();
    this.#flow().raw(markdown);
  }

  close(name: string): void {
    this.#flushWords();
    if (SILENT.has(name)) this.#silent = Math.max(0, this.#silent - 1);
    if (this.#silent > 0) return;
    if (this.#code) {
      if (name === 'pre') this.#closeCode();
      return;
    }
    if (this.#math) {
      if (name === 'math') this.#closeMath();
      else this.#math.close();
      return;
    }
    if (this.#sound) {
      if (name === 'audio') this.#closeSound();
      return;
    }
    if (this.#gathered) {
      if (name === this.#gathered.name) this.#gathered.depth -= 1;
      if (this.#gathered.depth === 0) this.#closeGathered();
      // A cell or a paragraph that ends takes a forgotten sign with it.
      else if (name !== this.#gathered.name && (BLOCKS.has(name) || /^(td|th|tr|table|li)$/.test(name))) {
        this.#closeGathered();
        this.close(name);
      }
      return;
    }
    if (this.#table?.close(name)) {
      if (name === 'table') this.#closeTable();
      return;
    }
    const flow = this.#flow();
    if (name in EMPHASIS) flow.closeMark(EMPHASIS[name]!);
    else if (name === 'ul' || name === 'ol') {
      this.#lists.pop();
      if (this.#lists.length === 0) flow.breakWithin('paragraph', '');
    } else if (name === 'a') {
      const href = this.#links.pop();
      if (href) flow.raw(`](${href})`);
    } else if (BLOCKS.has(name)) this.#block();
    else if (HEADING.test(name)) flow.break('paragraph');
  }

  lose(name: string): void {
    this.#lost.add(name);
  }

  result(): { markdown: string; lost: string[] } {
    this.#flushWords();
    if (this.#code) this.#closeCode();
    if (this.#math) this.#closeMath();
    if (this.#sound) this.#closeSound();
    if (this.#gathered) this.#closeGathered();
    if (this.#table) this.#closeTable();
    return { markdown: this.#page.text(), lost: [...this.#lost].sort() };
  }

  #flow(): MarkdownFlow {
    return this.#table?.cell ?? this.#page;
  }

  /** Words come in pieces, cut at their entities; a formula is sought in the whole of them. */
  #flushWords(): void {
    if (this.#words.length === 0) return;
    const all = this.#words.join('');
    this.#words = [];
    const flow = this.#flow();
    for (const piece of formulaPieces(all)) {
      if ('latex' in piece) this.#formula(piece.latex, piece.isBlock);
      else flow.words(escapeMarkdown(piece.words.replace(/[\s\u00a0]+/g, ' ')));
    }
  }

  #formula(latex: string, isBlock: boolean): void {
    // A bar would end the cell.
    const written = this.#table ? latex.replace(/\\\|/g, '\\Vert ').replace(/\|/g, '\\vert ').trim() : latex;
    this.#flow().raw(formulaMarkdown(written, isBlock));
  }

  /** A paragraph; within an item of a list it stays in the item. */
  #block(): void {
    this.#flow().breakWithin('paragraph', INDENT.repeat(Math.min(DEEPEST_LIST + 1, this.#lists.length)));
  }

  #item(): void {
    const list = this.#lists.at(-1) ?? { isOrdered: false, count: 0 };
    list.count += 1;
    const indent = INDENT.repeat(Math.min(DEEPEST_LIST, Math.max(0, this.#lists.length - 1)));
    this.#flow().break('item', `${indent}${list.isOrdered ? `${list.count}.` : '-'} `);
  }

  #openLink(href: string): void {
    const address = this.#addressOf(href, 'link');
    this.#links.push(address);
    if (address !== null) this.#flow().raw('[');
    else if (href !== '') this.#lost.add('a');
  }

  #picture({ src = '', alt = '' }: Record<string, string>): void {
    const address = this.#addressOf(src, 'picture');
    const words = escapeMarkdown(alt.replace(/\s+/g, ' ').trim());
    if (address !== null) {
      if (this.#gathered) this.#closeGathered();
      this.#flow().raw(`![${words}](${address})`);
      return;
    }
    this.#lost.add('img');
    if (!this.#gathered) this.#flow().words(words);
  }

  #closeSound(): void {
    const { address, words } = this.#sound!;
    this.#sound = null;
    const [title = '', ...inner] = words;
    const name = escapeMarkdown((title || inner.join('')).replace(/\s+/g, ' ').trim());
    if (address !== null) this.#flow().raw(`![audio: ${name || 'audio'}](${address})`);
    else {
      this.#lost.add('audio');
      this.#flow().words(name);
    }
  }

  #closeGathered(): void {
    const { name, words } = this.#gathered!;
    this.#gathered = null;
    const sign = GATHERED[name]!;
    const all = words.join('').replace(/[\s\u00a0]+/g, ' ');
    const bare = all.trim();
    if (bare === '') return;
    const flow = this.#flow();
    if (all.startsWith(' ')) flow.words(' ');
    if (sign === '`') flow.raw(codeSpan(bare, this.#table !== null));
    else flow.raw(`${sign}${escapeMarkdown(bare).replace(/ /g, '\\ ')}${sign}`);
    if (all.endsWith(' ')) flow.words(' ');
  }

  #closeMath(): void {
    const { latex, words, isBlock } = this.#math!.result();
    this.#math = null;
    if (latex !== null && isLatex(latex)) this.#formula(latex, isBlock);
    else {
      this.#lost.add('math');
      this.#flow().words(escapeMarkdown(words));
    }
  }

  #closeCode(): void {
    const code = (this.#code ?? []).join('').replace(/^\r?\n|\s+$/g, '');
    this.#code = null;
    if (code === '') return;
    const fence = '`'.repeat(Math.max(3, 1 + longestRun(code)));
    this.#flow().break('paragraph');
    this.#flow().raw(this.#table ? codeSpan(code.replace(/\s+/g, ' '), true) : `${fence}\n${code}\n${fence}`);
    this.#flow().break('paragraph');
  }

  #closeTable(): void {
    const table = this.#table?.markdown() ?? '';
    this.#table = null;
    if (table === '') return;
    this.#page.break('paragraph');
    this.#page.raw(table);
    this.#page.break('paragraph');
  }
}

const longestRun = (text: string): number =>
  (text.match(/`+/g) ?? []).reduce((longest, run) => Math.max(longest, run.length), 0);

/** Code within a line: nothing in it is a mark, except the bar that parts the cells of a table. */
function codeSpan(text: string, isInCell: boolean): string {
  const fence = '`'.repeat(1 + longestRun(text));
  const room = /^`|`$/.test(text) ? ' ' : '';
  return `${fence}${room}${isInCell ? text.replace(/\|/g, '\\|') : text}${room}${fence}`;
}

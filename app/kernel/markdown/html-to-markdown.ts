import { Parser } from 'htmlparser2';
import { escapeMarkdown } from './escape-markdown.ts';
import { MarkdownFlow } from './markdown-flow.ts';
import { TableFrame } from './table-frame.ts';

export interface MarkdownReading {
  markdown: string;
  /** Elements whose meaning Markdown has no word for: their text is kept, but not that of scripts, styles and frames. */
  lost: string[];
}

const EMPHASIS: Record<string, string> = { b: '**', strong: '**', i: '*', em: '*', code: '`' };
const PLAIN = new Set([
  'span',
  'font',
  'small',
  'big',
  'body',
  'html',
  'tbody',
  'thead',
  'tfoot',
  'label',
  'u',
  'colgroup',
  'col',
]);
const BLOCKS = new Set(['p', 'div', 'section', 'article', 'blockquote', 'pre', 'dl', 'dt', 'dd', 'figure', 'center']);
const SILENT = new Set(['script', 'style', 'iframe', 'object', 'embed', 'head', 'template', 'noscript']);
const HEADING = /^h([1-6])$/;
const DEEPEST_LIST = 5;
/** No person writes so deep; the parser's time grows with the square of the depth. */
const DEEPEST = 500;

/**
 * HTML of a question file as the Markdown that the product keeps: paragraphs, emphasis, lists, tables, pictures, links and
 * code. Streams and keeps no tree, so that faults do no harm; nothing of it is ever shown as HTML. What is nested deeper
 * than 500 elements is read up to there, and 'depth' stands among what is lost.
 */
export function htmlToMarkdown(html: string): MarkdownReading {
  const writer = new HtmlWriter();
  let depth = 0;
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        depth += 1;
        if (depth > DEEPEST) throw new TooDeep();
        writer.open(name, attributes);
      },
      ontext: (text) => writer.text(text),
      onclosetag: (name) => {
        depth -= 1;
        writer.close(name);
      },
    },
    { decodeEntities: true, lowerCaseTags: true },
  );
  try {
    parser.end(html);
  } catch (error) {
    if (!(error instanceof TooDeep)) throw error;
    writer.lose('depth');
  }
  return writer.result();
}

class TooDeep extends Error {}

class HtmlWriter {
  readonly #page = new MarkdownFlow();
  readonly #lost = new Set<string>();
  readonly #lists: { isOrdered: boolean; count: number }[] = [];
  readonly #links: (string | null)[] = [];
  #table: TableFrame | null = null;
  #silent = 0;
  #code: string[] | null = null;

  open(name: string, attributes: Record<string, string>): void {
    if (SILENT.has(name)) {
      this.#silent += 1;
      this.#lost.add(name);
    }
    if (this.#silent > 0 || this.#code) return;
    if (this.#table?.open(name)) return;
    const flow = this.#flow();
    const heading = HEADING.exec(name);
    if (name in EMPHASIS) flow.openMark(EMPHASIS[name]!);
    else if (name === 'br') flow.break('line');
    else if (name === 'ul' || name === 'ol') {
      if (this.#lists.length === 0) flow.break('paragraph');
      this.#lists.push({ isOrdered: name === 'ol', count: 0 });
    } else if (name === 'li') this.#item();
    else if (name === 'a') this.#openLink(attributes.href ?? '');
    else if (name === 'img') this.#picture(attributes);
    else if (name === 'table') this.#table = new TableFrame();
    else if (name === 'pre') this.#code = [];
    else if (heading) flow.break('paragraph', `${'#'.repeat(Number(heading[1]))} `);
    else if (name === 'blockquote') flow.break('paragraph', '> ');
    else if (BLOCKS.has(name)) flow.break('paragraph');
    else if (!PLAIN.has(name)) this.#lost.add(name);
  }

  text(text: string): void {
    if (this.#silent > 0) return;
    if (this.#code) this.#code.push(text);
    else this.#flow().words(escapeMarkdown(text.replace(/[\s\u00a0]+/g, ' ')));
  }

  close(name: string): void {
    if (SILENT.has(name)) this.#silent = Math.max(0, this.#silent - 1);
    if (this.#silent > 0) return;
    if (this.#code) {
      if (name === 'pre') this.#closeCode();
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
      if (this.#lists.length === 0) flow.break('paragraph');
    } else if (name === 'a') {
      const href = this.#links.pop();
      if (href) flow.raw(`](${href})`);
    } else if (BLOCKS.has(name) || HEADING.test(name)) flow.break('paragraph');
  }

  lose(name: string): void {
    this.#lost.add(name);
  }

  result(): MarkdownReading {
    if (this.#code) this.#closeCode();
    if (this.#table) this.#closeTable();
    return { markdown: this.#page.text(), lost: [...this.#lost].sort() };
  }

  #flow(): MarkdownFlow {
    return this.#table?.cell ?? this.#page;
  }

  #item(): void {
    const list = this.#lists.at(-1) ?? { isOrdered: false, count: 0 };
    list.count += 1;
    const indent = '   '.repeat(Math.min(DEEPEST_LIST, Math.max(0, this.#lists.length - 1)));
    this.#flow().break('item', `${indent}${list.isOrdered ? `${list.count}.` : '-'} `);
  }

  #openLink(href: string): void {
    const isSafe = /^(https?:|mailto:|\/)/i.test(href) && !/[\s()<>]/.test(href);
    this.#links.push(isSafe ? href : null);
    if (isSafe) this.#flow().raw('[');
    else if (href !== '') this.#lost.add('a');
  }

  #picture({ src = '', alt = '' }: Record<string, string>): void {
    const isReachable = /^(https?:\/\/|\/media\/)/.test(src) && !/[\s()<>]/.test(src);
    if (!isReachable) this.#lost.add('img');
    const words = escapeMarkdown(alt);
    if (isReachable) this.#flow().raw(`![${words}](${src})`);
    else this.#flow().words(words);
  }

  #closeCode(): void {
    const code = (this.#code ?? []).join('').replace(/^\r?\n|\s+$/g, '');
    this.#code = null;
    if (code === '') return;
    this.#flow().break('paragraph');
    this.#flow().raw(`\`\`\`\n${code}\n\`\`\``);
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

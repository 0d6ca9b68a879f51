import { escapeMarkdown } from '../markdown/escape-markdown.ts';
import { type StyledText, stylesToMarkdown } from '../markdown/styles-to-markdown.ts';
import type { WordBlock, WordParagraph, WordPiece, WordTable } from './word-document.ts';

const SAFE_LINK = /^(https?:\/\/|mailto:)[^\s()<>]+$/i;
const DEEPEST_LIST = 5;

export const isSafeLink = (href: string): boolean => SAFE_LINK.test(href);
export const linkMarkdown = (words: string, href: string): string => `[${escapeMarkdown(words)}](${href})`;

/** The Markdown of a picture or a formula of a document. */
export function pieceMarkdown(piece: Exclude<WordPiece, { kind: 'text' }>): string {
  if (piece.kind === 'formula') return piece.isBlock ? `$$${piece.latex}$$` : `$${piece.latex}$`;
  return `![${escapeMarkdown(piece.words)}](attached:${piece.name})`;
}

/** The words of a paragraph as Markdown, without what it is (a heading, an item): breaks, emphasis, links, pictures. */
export function paragraphMarkdown({ pieces }: Pick<WordParagraph, 'pieces'>): string {
  const lines: StyledText[][] = [[]];
  for (let at = 0; at < pieces.length; at += 1) {
    const piece = pieces[at]!;
    if (piece.kind !== 'text') lines.at(-1)!.push({ text: pieceMarkdown(piece), isMarkdown: true });
    else if (piece.href !== undefined && SAFE_LINK.test(piece.href)) {
      // What leads to one place is one link, however many looks it has.
      const words: StyledText[] = [];
      for (let one: WordPiece | undefined = piece; one?.kind === 'text' && one.href === piece.href; one = pieces[at]) {
        words.push({ ...one, text: one.text.replace(/\s+/g, ' ') });
        at += 1;
      }
      at -= 1;
      const text = stylesToMarkdown(words);
      if (text !== '') lines.at(-1)!.push({ text: `[${text}](${piece.href})`, isMarkdown: true });
    } else {
      for (const [index, text] of piece.text.split('\n').entries()) {
        if (index > 0) lines.push([]);
        if (text !== '') lines.at(-1)!.push({ ...piece, text });
      }
    }
  }
  return lines
    .map(stylesToMarkdown)
    .filter((line) => line !== '')
    .join('  \n');
}

/** Blocks of a document as Markdown: paragraphs, lists, quotations, tables. Headings are the caller's. */
export function blocksMarkdown(blocks: readonly WordBlock[]): string {
  let text = '';
  let before: 'item' | 'quote' | 'other' = 'other';
  let depth = -1;
  let isNumbered = false;
  const add = (kind: typeof before, markdown: string) => {
    const isOn = kind === before && kind !== 'other';
    text += text === '' ? markdown : `${isOn ? (kind === 'quote' ? '\n>\n' : '\n') : '\n\n'}${markdown}`;
    before = kind;
  };
  for (const block of blocks) {
    if (block.kind === 'table') {
      const table = tableMarkdown(block);
      if (table !== '') add('other', table);
      depth = -1;
      continue;
    }
    const words = paragraphMarkdown(block);
    if (words === '') continue;
    const sign = block.isQuote ? null : listSign(block.label);
    if (sign !== null) {
      depth = Math.min(block.label!.depth, depth + 1, DEEPEST_LIST);
      const indent = ' '.repeat(4 * depth);
      // Points behind numbers are a list of their own.
      if (depth === 0 && (sign !== '-') !== isNumbered) before = 'other';
      if (depth === 0) isNumbered = sign !== '-';
      add('item', `${indent}${sign} ${words.replace(/\n/g, `\n${indent}  `)}`);
      continue;
    }
    depth = -1;
    const label = block.label && !block.label.isBullet ? `${escapeMarkdown(block.label.text)} ` : '';
    if (block.isQuote) add('quote', `> ${label}${words.replace(/\n/g, '\n> ')}`);
    else add('other', `${label}${words}`);
  }
  return text;
}

/** Markdown has points and plain numbers; 'Điều 3.' and 'a)' stay words of their paragraph. */
function listSign(label: WordParagraph['label']): string | null {
  if (!label) return null;
  if (label.isBullet) return '-';
  const number = /^\(?(\d{1,6})[.)]?$/.exec(label.text)?.[1];
  return number === undefined ? null : `${number}.`;
}

/** A table by rows, its first as head; one of a single column only frames what is in it. */
export function tableMarkdown({ rows }: WordTable): string {
  const width = Math.max(0, ...rows.map((row) => row.length));
  if (width <= 1) return blocksMarkdown(rows.flat(2));
  const lines = rows.map((row, index) => {
    const cells = Array.from({ length: width }, (_, at) =>
      cellMarkdown(index === 0 ? plainly(row[at] ?? []) : (row[at] ?? [])),
    );
    return `| ${cells.join(' | ')} |`;
  });
  lines.splice(1, 0, `| ${Array.from({ length: width }, () => '---').join(' | ')} |`);
  return lines.join('\n');
}

/** The head of a table is bold by itself. */
const plainly = (blocks: readonly WordBlock[]): WordBlock[] =>
  blocks.map((block) => {
    if (block.kind === 'table') return block;
    const pieces = block.pieces.map((piece) => (piece.kind === 'text' ? { ...piece, isBold: false } : piece));
    return { ...block, pieces };
  });

const cellMarkdown = (blocks: readonly WordBlock[]): string =>
  blocks
    .map((block) => {
      if (block.kind === 'table') return block.rows.flat().map(cellMarkdown).join(' ');
      const label = block.label ? `${block.label.isBullet ? '•' : escapeMarkdown(block.label.text)} ` : '';
      const words = paragraphMarkdown(block);
      return words === '' ? '' : `${label}${words}`;
    })
    .filter((text) => text !== '')
    .join(' ')
    .replace(/\s*\n\s*/g, ' ');

import { Parser } from 'htmlparser2';

/** An element of pasted HTML, or a text. */
interface Piece {
  name: string;
  attributes: Record<string, string>;
  children: (Piece | string)[];
}

/** What a paste held that a text has no words for. */
export type PasteLoss = 'merged-cells' | 'footnote' | 'deleted-text' | 'text-box' | 'depth';

/** No person nests so deep; what is deeper is let go. */
const DEEPEST = 200;
/** No list that a person wrote by hand is deeper. */
const DEEPEST_LIST = 6;
/** Cells that one cell may stand for: a hostile table would grow without end. */
const MOST_SPAN = 50;
const MOST_COLUMNS = 60;

const VOID = new Set([
  'br',
  'img',
  'hr',
  'col',
  'input',
  'meta',
  'link',
  'wbr',
  'source',
  'track',
  'area',
  'base',
  'embed',
]);
const SILENT = new Set([
  'script',
  'style',
  'head',
  'title',
  'meta',
  'link',
  'xml',
  'template',
  'noscript',
  'svg',
  'object',
  'iframe',
]);

/**
 * What Word, LibreOffice and Google Docs say by styles alone, said by elements: list paragraphs become lists, bold and
 * italic spans become b and i, joined cells stand apart, headings begin at the second level, and what is only for the
 * program itself is gone. Not yet safe: it is cleaned afterwards.
 */
export function plainedHtml(html: string): { html: string; lost: PasteLoss[] } {
  const lost = new Set<PasteLoss>();
  const root = treeOf(html, lost);
  clear(root, lost);
  nestLists(root);
  levelHeadings(root);
  return { html: root.children.map(written).join(''), lost: [...lost].sort() };
}

function treeOf(html: string, lost: Set<PasteLoss>): Piece {
  const root: Piece = { name: 'root', attributes: {}, children: [] };
  const open = [root];
  let silent = 0;
  let tooDeep = 0;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (silent > 0 || SILENT.has(name)) {
          silent += VOID.has(name) ? 0 : 1;
          if (silent > 2 * DEEPEST) throw new TooDeep();
        } else if (open.length > DEEPEST) {
          lost.add('depth');
          tooDeep += VOID.has(name) ? 0 : 1;
          // The parser's own time grows with the square of the depth.
          if (tooDeep > DEEPEST) throw new TooDeep();
        } else {
          const piece = { name, attributes, children: [] };
          open.at(-1)!.children.push(piece);
          if (!VOID.has(name)) open.push(piece);
        }
      },
      ontext(text) {
        if (silent === 0) open.at(-1)!.children.push(text);
      },
      onclosetag(name) {
        if (VOID.has(name)) return;
        if (silent > 0) silent -= 1;
        else if (tooDeep > 0) tooDeep -= 1;
        else if (open.length > 1) open.pop();
      },
    },
    { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  );
  try {
    parser.end(html);
  } catch (error) {
    if (!(error instanceof TooDeep)) throw error;
  }
  return root;
}

class TooDeep extends Error {}

/** Styles become elements; what is not meant for readers goes. */
function clear(piece: Piece, lost: Set<PasteLoss>): void {
  piece.children = piece.children.flatMap((child): (Piece | string)[] => {
    if (typeof child === 'string') return [child.replace(/[\u00ad\u200b\ufeff]/g, '')];
    const style = styleOf(child);
    const { name } = child;
    if (name === 'del' || name === 's' || name === 'strike') lost.add('deleted-text');
    if (name === 'del' || /(?:^|;)\s*(?:display\s*:\s*none|mso-hide\s*:\s*all)/.test(style)) return [];
    if (name.startsWith('v:') || name === 'textarea' || name === 'select' || name === 'button') {
      if (name === 'v:textbox') lost.add('text-box');
      else return [];
    }
    // A list's own sign stands there as text too; the list item needs it to know what kind it is.
    if (/mso-list\s*:\s*ignore/.test(style)) return [{ name: 'list-sign', attributes: {}, children: [textOf(child)] }];
    clear(child, lost);
    if (/^(o|w|st1|m|v):/.test(name)) return child.children;
    // LibreOffice gives each item a paragraph of its own, which would part the list.
    const [only, ...others] = child.children.filter((each) => typeof each !== 'string' || each.trim() !== '');
    if (
      name === 'li' &&
      only &&
      typeof only !== 'string' &&
      only.name === 'p' &&
      others.every((each) => typeof each !== 'string' && /^[uo]l$/.test(each.name))
    )
      only.name = 'span';
    if (/mso-footnote-id|mso-endnote-id|mso-comment/.test(style)) {
      lost.add('footnote');
      return [];
    }
    if (name === 'tr' || name === 'table' || name === 'tbody') return [child];
    if (name === 'td' || name === 'th') return [child];
    return [emphasised(child, style)];
  });
  if (piece.name === 'table') partCells(piece, lost);
}

const styleOf = ({ attributes }: Piece): string => (attributes.style ?? '').toLowerCase();

/** b and i for what styles say; no b for what styles take back. */
function emphasised(piece: Piece, style: string): Piece {
  const { name } = piece;
  const weight = /(?:^|;)\s*font-weight\s*:\s*([a-z0-9]+)/.exec(style)?.[1];
  const isBold = weight === 'bold' || weight === 'bolder' || Number(weight) >= 600;
  const isThin = weight === 'normal' || Number(weight) < 600;
  const slope = /(?:^|;)\s*font-style\s*:\s*(italic|oblique|normal)/.exec(style)?.[1];
  if ((name === 'b' || name === 'strong') && isThin) return { ...piece, name: 'span' };
  if ((name === 'i' || name === 'em') && slope === 'normal') return { ...piece, name: 'span' };
  if (name !== 'span' && name !== 'font' && name !== 'p' && name !== 'div') return piece;
  const raised = /(?:^|;)\s*vertical-align\s*:\s*(super|sub)/.exec(style)?.[1];
  const signs = [
    isBold && 'b',
    slope && slope !== 'normal' && 'i',
    raised === 'super' && 'sup',
    raised === 'sub' && 'sub',
  ];
  const around = signs.filter((sign) => typeof sign === 'string');
  if (around.length === 0) return piece;
  const inner = around.reduce<(Piece | string)[]>(
    (children, sign) => [{ name: sign, attributes: {}, children }],
    piece.children,
  );
  return { ...piece, children: inner };
}

/** A cell that stands for several leaves empty ones where Markdown wants them. */
function partCells(table: Piece, lost: Set<PasteLoss>): void {
  const below = new Map<number, number>();
  for (const row of rowsOf(table)) {
    const cells: (Piece | string)[] = [];
    let column = 0;
    const skipJoined = () => {
      for (let left = below.get(column) ?? 0; left > 0 && column < MOST_COLUMNS; left = below.get(column) ?? 0) {
        below.set(column, left - 1);
        cells.push({ name: 'td', attributes: {}, children: [] });
        column += 1;
      }
    };
    for (const cell of row.children) {
      if (typeof cell === 'string' || (cell.name !== 'td' && cell.name !== 'th')) continue;
      skipJoined();
      const [wide, high] = [spanOf(cell.attributes.colspan), spanOf(cell.attributes.rowspan)];
      if (wide > 1 || high > 1) lost.add('merged-cells');
      for (let at = 0; at < wide && (at === 0 || column < MOST_COLUMNS); at += 1) {
        cells.push(at === 0 ? cell : { name: 'td', attributes: {}, children: [] });
        if (high > 1) below.set(column, high - 1);
        column += 1;
      }
    }
    skipJoined();
    row.children = cells;
  }
}

const spanOf = (text: string | undefined): number =>
  Math.min(MOST_SPAN, Math.max(1, Number.parseInt(text ?? '1', 10) || 1));

const rowsOf = (piece: Piece): Piece[] =>
  piece.children.flatMap((child) => {
    if (typeof child === 'string' || child.name === 'table') return [];
    return child.name === 'tr' ? [child] : rowsOf(child);
  });

/** Word's list paragraphs that follow one another become a list, its levels lists within it. */
function nestLists(piece: Piece): void {
  const settled: (Piece | string)[] = [];
  let run: { level: number; piece: Piece }[] = [];
  const end = () => {
    if (run.length > 0) settled.push(...listOf(run, 1));
    run = [];
  };
  for (const child of piece.children) {
    const level = typeof child === 'string' ? null : levelOf(child);
    if (level !== null) run.push({ level, piece: child as Piece });
    else if (typeof child === 'string' && child.trim() === '' && run.length > 0) continue;
    else {
      end();
      if (typeof child !== 'string') nestLists(child);
      settled.push(child);
    }
  }
  end();
  piece.children = settled;
}

function levelOf({ name, attributes }: Piece): number | null {
  if (name !== 'p' && !/^h[1-6]$/.test(name)) return null;
  const found = /mso-list\s*:\s*l\d+\s+level(\d+)/i.exec(attributes.style ?? '');
  return found && name === 'p' ? Math.min(DEEPEST_LIST, Number(found[1])) : null;
}

function listOf(run: { level: number; piece: Piece }[], level: number): Piece[] {
  const lists: Piece[] = [];
  for (let at = 0; at < run.length; ) {
    const { piece } = run[at]!;
    const { isOrdered, lead } = signOf(piece);
    const children = lead === '' ? piece.children : [`${lead} `, ...piece.children];
    const item: Piece = { name: 'li', attributes: {}, children: children.filter((child) => !isSign(child)) };
    let next = at + 1;
    while (next < run.length && run[next]!.level > level) next += 1;
    item.children.push(...listOf(run.slice(at + 1, next), level + 1));
    const name = isOrdered ? 'ol' : 'ul';
    const last = lists.at(-1);
    if (last?.name === name) last.children.push(item);
    else lists.push({ name, attributes: {}, children: [item] });
    at = next;
  }
  return lists;
}

const isSign = (child: Piece | string): child is Piece => typeof child !== 'string' && child.name === 'list-sign';

/** A number counts on; letters and Roman numbers of a law ('a)', 'IV.') stay as they are written. */
function signOf(piece: Piece): { isOrdered: boolean; lead: string } {
  const sign = takeSign(piece);
  if (/^\d+[.)]$/.test(sign)) return { isOrdered: true, lead: '' };
  if (/^[a-zđ]{1,3}[.)]$/i.test(sign) && sign !== 'o' && sign !== 'n') return { isOrdered: false, lead: sign };
  return { isOrdered: false, lead: '' };
}

function takeSign(piece: Piece): string {
  for (const [at, child] of piece.children.entries()) {
    if (typeof child === 'string') {
      if (child.trim() !== '') return '';
      continue;
    }
    if (isSign(child)) {
      piece.children.splice(at, 1);
      return textOf(child).replace(/[\s\u00a0]+/g, '');
    }
    const found = takeSign(child);
    if (found !== '') return found;
    if (textOf(child).trim() !== '') return '';
  }
  return '';
}

/** The highest heading of what is pasted is of the second level: the page's own title is the first. */
function levelHeadings(root: Piece): void {
  const headings: Piece[] = [];
  const walk = (piece: Piece) => {
    for (const child of piece.children) {
      if (typeof child === 'string') continue;
      const named = /^mso(heading[1-6]|title)$/i.exec(child.attributes.class ?? '')?.[1]?.toLowerCase();
      if (child.name === 'p' && named) child.name = named === 'title' ? 'h1' : `h${named.slice(-1)}`;
      if (/^h[1-6]$/.test(child.name)) {
        headings.push(child);
        child.children = unbold(child.children);
      } else walk(child);
    }
  };
  walk(root);
  const top = Math.min(...headings.map(({ name }) => Number(name[1])));
  for (const heading of headings) heading.name = `h${Math.min(3, Number(heading.name[1]) - top + 2)}`;
}

/** A heading is bold by itself. */
const unbold = (children: (Piece | string)[]): (Piece | string)[] =>
  children.map((child) =>
    typeof child === 'string'
      ? child
      : {
          ...child,
          name: child.name === 'b' || child.name === 'strong' ? 'span' : child.name,
          children: unbold(child.children),
        },
  );

const textOf = (piece: Piece | string): string =>
  typeof piece === 'string' ? piece : piece.children.map(textOf).join('');

const toHtml = (text: string) =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

function written(piece: Piece | string): string {
  if (typeof piece === 'string') return toHtml(piece);
  if (piece.name === 'list-sign') return '';
  const attributes = ['href', 'src', 'alt', 'title']
    .flatMap((name) => (piece.attributes[name] === undefined ? [] : [` ${name}="${toHtml(piece.attributes[name])}"`]))
    .join('');
  const tag = /^[a-z][a-z0-9]*$/.test(piece.name) ? piece.name : 'span';
  if (VOID.has(tag)) return `<${tag}${attributes}>`;
  return `<${tag}${attributes}>${piece.children.map(written).join('')}</${tag}>`;
}

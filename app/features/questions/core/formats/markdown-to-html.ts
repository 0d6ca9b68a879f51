import MarkdownIt from 'markdown-it';
import type StateInline from 'markdown-it/lib/rules_inline/state_inline.mjs';

/** How a format writes what HTML alone does not settle. */
export interface HtmlWords {
  /** A formula, given as LaTeX. */
  formula(latex: string, isBlock: boolean): string;
  /** Where a picture, a sound or a kept file (`attached:NAME`, `media:ID`) lies; null where it does not come along. */
  sourceOf(address: string): string | null;
  /** The element for words that are struck out, with its attributes. */
  struck?: string;
}

/**
 * The Markdown of a question as well-formed HTML for other systems. One paragraph alone stands without its element, so that
 * an option is not a block. HTML within the text is words, as it is in the product.
 */
export function markdownToHtml(markdown: string, words: HtmlWords): string {
  if (isPlain(markdown)) return escapeHtml(markdown);
  const html = writer.render(markdown, { words }).trim();
  const [, only] = /^<p>([\s\S]*)<\/p>$/.exec(html) ?? [];
  return only !== undefined && !only.includes('<p>') ? only : html;
}

// Most options are plain words; the parser would only find that out.
const isPlain = (markdown: string) =>
  markdown.length < 2000 && /^(?!\d+[.)])[\p{L}\p{N}][\p{L}\p{N} ,;:?"'()/%–…-]*\.?$/u.test(markdown);

const escapeHtml = (text: string) => writer.utils.escapeHtml(text);

const writer = new MarkdownIt({
  html: false,
  xhtmlOut: true,
  breaks: true,
  linkify: false,
  typographer: false,
}).disable([...['heading', 'lheading', 'reference']]);
writer.validateLink = (url) => /^(https?:|mailto:|\/(?![/\\])|#|media:|attached:)/i.test(url);
const { rules } = writer.renderer;

rules.image = (tokens, at, options, env: { words: HtmlWords }, self) => {
  const token = tokens[at]!;
  const alt = self.renderInlineAsText(token.children ?? [], options, env);
  const sound = /^audio:\s*/i.exec(alt);
  const source = env.words.sourceOf(token.attrGet('src') ?? '');
  const named = escapeHtml(sound ? alt.slice(sound[0].length) : alt);
  if (source === null) return named;
  return sound
    ? `<audio controls="controls" src="${escapeHtml(source)}" title="${named}"></audio>`
    : `<img src="${escapeHtml(source)}" alt="${named}" />`;
};
rules.s_open = (_tokens, _at, _options, { words }: { words: HtmlWords }) => `<${words.struck ?? 'del'}>`;
rules.s_close = (_tokens, _at, _options, { words }: { words: HtmlWords }) =>
  `</${(words.struck ?? 'del').split(' ')[0]}>`;
rules.formula = (tokens, at, _options, { words }: { words: HtmlWords }) =>
  words.formula(tokens[at]!.content, tokens[at]!.markup === '$$');
rules.raised = (tokens, at) => {
  const { tag, content } = tokens[at]!;
  return `<${tag}>${escapeHtml(content)}</${tag}>`;
};
// The place of words within a cell has no attribute that every format allows.
for (const cell of ['th_open', 'td_open']) rules[cell] = (tokens, at) => `<${tokens[at]!.tag}>`;
rules.softbreak = () => '<br />\n';

/** `$x$` and `$$x$$`: no space inside next to a lone sign, no digit behind it. */
function formula(state: StateInline, isSilent: boolean): boolean {
  const { src, pos, posMax } = state;
  if (src[pos] !== '$') return false;
  const sign = src[pos + 1] === '$' ? '$$' : '$';
  const from = pos + sign.length;
  let end = src.indexOf(sign, from);
  while (end > 0 && src[end - 1] === '\\') end = src.indexOf(sign, end + 1);
  if (end <= from || end + sign.length > posMax) return false;
  const latex = src.slice(from, end);
  if (sign === '$' && (/^\s|\s$/.test(latex) || /\d/.test(src[end + 1] ?? '') || latex.includes('\n'))) return false;
  if (latex.trim() === '') return false;
  if (!isSilent) {
    const token = state.push('formula', '', 0);
    token.content = latex.trim();
    token.markup = sign;
  }
  state.pos = end + sign.length;
  return true;
}

/** `^x^` above and `~x~` below the line; a space inside is written `\ `. */
const raised = (sign: '^' | '~', tag: 'sup' | 'sub') => (state: StateInline, isSilent: boolean) => {
  const { src, pos, posMax } = state;
  if (src[pos] !== sign || src[pos + 1] === sign || src[pos - 1] === sign) return false;
  let end = pos + 1;
  while (end < posMax && src[end] !== sign && !/\s/.test(src[end]!)) end += src[end] === '\\' ? 2 : 1;
  if (end >= posMax || src[end] !== sign || end === pos + 1 || src[end + 1] === sign) return false;
  if (!isSilent) {
    const token = state.push('raised', tag, 0);
    token.content = src.slice(pos + 1, end).replace(/\\([\s!-/:-@[-`{-~])/g, '$1');
  }
  state.pos = end + 1;
  return true;
};

writer.inline.ruler.after('escape', 'formula', formula);
writer.inline.ruler.after('formula', 'sup', raised('^', 'sup'));
writer.inline.ruler.before('strikethrough', 'sub', raised('~', 'sub'));

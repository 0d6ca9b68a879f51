import type MarkdownIt from 'markdown-it';

/** No formula of a lesson is longer; the reader of formulas calls itself for each bracket. */
const LONGEST = 4000;
/** So many signs of LaTeX may be wider than a phone. */
const LONG = 60;
const DOLLAR = 0x24;
const BACKSLASH = 0x5c;
const SCRIPTS = { '^': 'sup', '~': 'sub' } as const;

/**
 * Formulas as LaTeX between `$` (or `$$`, on a line of their own), as MathML that the browser draws by itself; `^x^` above
 * and `~x~` below the line. A dollar sign before a space, or a second one before a number, is a dollar sign. What is no
 * formula is shown as it is written. `mathml` turns LaTeX into MathML, null where it is none: the server and the preview in the
 * browser bring it each in its own way.
 */
export function addFormulaRules(
  markdown: MarkdownIt,
  mathml: (latex: string, isBlock: boolean) => string | null,
): void {
  markdown.inline.ruler.before('escape', 'formula', (state, isSilent) => {
    if (state.src.charCodeAt(state.pos) !== DOLLAR) return false;
    const isBlock = state.src.charCodeAt(state.pos + 1) === DOLLAR;
    const from = state.pos + (isBlock ? 2 : 1);
    const end = endOfFormula(state.src, from, state.posMax, isBlock);
    if (end === -1) return false;
    if (!isSilent) {
      const token = state.push('formula', 'math', 0);
      token.content = state.src.slice(from, end);
      token.markup = isBlock ? '$$' : '$';
    }
    state.pos = end + (isBlock ? 2 : 1);
    return true;
  });
  markdown.renderer.rules.formula = (tokens, at) => {
    const { content, markup } = tokens[at]!;
    const drawn = mathml(content, markup === '$$');
    if (drawn === null) return `<code>${markdown.utils.escapeHtml(content)}</code>`;
    // A browser breaks no formula: a long one scrolls in a frame of its own, which the keyboard must reach.
    const isLong = content.length > LONG;
    if (markup === '$' && !isLong) return drawn;
    const look = markup === '$' ? 'formula' : 'formula formula-block';
    return `<span class="${look}"${isLong ? ' tabindex="0"' : ''}>${drawn}</span>`;
  };
  const scripts = new WeakSet<object>();
  // A space ends no script where it stands behind a backslash.
  markdown.inline.ruler.before('escape', 'script-space', (state, isSilent) => {
    if (!scripts.has(state) || !state.src.startsWith('\\ ', state.pos)) return false;
    if (!isSilent) state.pending += ' ';
    state.pos += 2;
    return true;
  });
  markdown.inline.ruler.after('strikethrough', 'script', (state, isSilent) => {
    const sign = state.src[state.pos] as keyof typeof SCRIPTS;
    const tag = SCRIPTS[sign];
    if (!tag || scripts.has(state)) return false;
    const end = endOfScript(state.src, state.pos + 1, state.posMax, sign);
    if (end === -1) return false;
    if (!isSilent) {
      const until = state.posMax;
      state.push(`${tag}_open`, tag, 1).markup = sign;
      state.pos += 1;
      state.posMax = end;
      scripts.add(state);
      state.md.inline.tokenize(state);
      scripts.delete(state);
      state.posMax = until;
      state.push(`${tag}_close`, tag, -1).markup = sign;
    }
    state.pos = end + 1;
    return true;
  });
}

function endOfFormula(text: string, from: number, until: number, isBlock: boolean): number {
  if (!isBlock && /\s/.test(text[from] ?? ' ')) return -1;
  for (let at = from; at < until && at - from <= LONGEST; at += 1) {
    const code = text.charCodeAt(at);
    if (code === BACKSLASH) at += 1;
    else if (code === DOLLAR) {
      if (at === from) return -1;
      if (isBlock) return text.charCodeAt(at + 1) === DOLLAR && at + 1 < until ? at : -1;
      // "5$ and 7$" are prices.
      return /\s/.test(text[at - 1]!) || /\d/.test(text[at + 1] ?? '') ? -1 : at;
    }
  }
  return -1;
}

function endOfScript(text: string, from: number, until: number, sign: string): number {
  for (let at = from; at < until; at += 1) {
    const char = text[at]!;
    if (char === '\\') at += 1;
    else if (char === sign) return at === from ? -1 : at;
    else if (/\s/.test(char)) return -1;
  }
  return -1;
}

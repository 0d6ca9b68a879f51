import MarkdownIt from 'markdown-it';
import { addFormulaRules } from '#app/kernel/markdown/formula-rules.ts';

/**
 * Short Markdown as HTML in the browser, as the server's renderer shows it: HTML in the text is shown, not obeyed, links lead to
 * safe places, pictures to kept files alone. Only the screen that previews while one types loads it.
 */
const parser = new MarkdownIt({ html: false, linkify: false, typographer: false, breaks: true });
parser.disable(['heading', 'lheading']);
const keptFile = /^media:([0-9a-f]{64})$/;
parser.validateLink = (url) => /^(https?:|mailto:|\/(?![/\\])|#)/i.test(url) || keptFile.test(url);
parser.renderer.rules.image = (tokens, at, given, env, self) => {
  const token = tokens[at]!;
  const { escapeHtml } = parser.utils;
  const id = keptFile.exec(token.attrGet('src') ?? '')?.[1];
  const alt = self.renderInlineAsText(token.children ?? [], given, env);
  const sound = /^audio:\s*/i.exec(alt);
  const words = escapeHtml(alt.slice(sound?.[0].length ?? 0).trim());
  if (!id || words === '') return escapeHtml(token.content || alt);
  if (sound) return `<span class="sound-name">${words}</span>`;
  return `<img src="/media/${id}" alt="${words}" loading="lazy" decoding="async" class="picture">`;
};
parser.renderer.rules.table_open = () => '<div class="table-scroll" tabindex="0"><table>\n';
parser.renderer.rules.table_close = () => '</table></div>\n';

type Temml = typeof import('temml').default;
let temml: Temml | null = null;
let isAsked = false;
const listeners = new Set<() => void>();

/** The writer of formulas is large and seldom wanted: it comes with the first formula, which is shown as written until then. */
function askForFormulas(): void {
  if (isAsked || typeof document === 'undefined') return;
  isAsked = true;
  import('temml').then(
    (loaded) => {
      temml = loaded.default;
      known.clear();
      for (const tell of listeners) tell();
    },
    () => {
      isAsked = false;
    },
  );
}

addFormulaRules(parser, (latex, displayMode) => {
  if (!temml) {
    askForFormulas();
    return null;
  }
  try {
    const limits = { maxExpand: 200, maxSize: [20, 20] as [number, number] };
    return temml.renderToString(latex, { displayMode, throwOnError: true, strict: false, trust: false, ...limits });
  } catch {
    return null;
  }
});

/** For `useSyncExternalStore`: whether formulas can be drawn by now. */
export const formulasStore = {
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  now: (): boolean => temml !== null,
  onServer: (): boolean => false,
};

const known = new Map<string, string>();
const MOST_KEPT = 4000;

function kept(name: string, make: () => string): string {
  const found = known.get(name);
  if (found !== undefined) return found;
  if (known.size >= MOST_KEPT) known.clear();
  const made = make();
  known.set(name, made);
  return made;
}

/** Several lines: paragraphs, lists, tables. */
export const renderShort = (text: string): string => kept(`b${text}`, () => parser.render(text));

/** One line. */
export const renderShortInline = (text: string): string => kept(`i${text}`, () => parser.renderInline(text));

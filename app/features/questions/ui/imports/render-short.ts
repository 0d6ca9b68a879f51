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

/** A kept picture that a text shows: how large it is, and the narrower widths in which it can be asked for. */
export interface PictureForms {
  width: number | null;
  height: number | null;
  widths?: readonly number[];
}
export type Pictures = Readonly<Record<string, PictureForms>>;

// As the server's renderer has it: the browser takes the form that its screen needs, and the picture's place is kept.
const SIZES = '(max-width: 40rem) calc(100vw - 2rem), 38rem';

function sizesOf(url: string, picture: PictureForms | undefined): string {
  if (!picture?.width || !picture.height) return '';
  const size = ` width="${picture.width}" height="${picture.height}"`;
  if (!picture.widths?.length) return size;
  const forms = [...picture.widths.map((width) => `${url}/${width} ${width}w`), `${url} ${picture.width}w`];
  return `${size} srcset="${forms.join(', ')}" sizes="${SIZES}"`;
}

parser.renderer.rules.image = (tokens, at, given, env: { pictures?: Pictures }, self) => {
  const token = tokens[at]!;
  const { escapeHtml } = parser.utils;
  const id = keptFile.exec(token.attrGet('src') ?? '')?.[1];
  const alt = self.renderInlineAsText(token.children ?? [], given, env);
  const sound = /^audio:\s*/i.exec(alt);
  const words = escapeHtml(alt.slice(sound?.[0].length ?? 0).trim());
  if (!id || words === '') return escapeHtml(token.content || alt);
  if (sound) return `<span class="sound-name">${words}</span>`;
  const sizes = sizesOf(`/media/${id}`, env.pictures?.[id]);
  return `<img src="/media/${id}" alt="${words}"${sizes} loading="lazy" decoding="async" class="picture">`;
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

const MOST_KEPT = 4000;
const noPictures: Pictures = {};

/** What was drawn with the same pictures. */
let drawnWith = noPictures;
const known = new Map<string, string>();

function kept(name: string, pictures: Pictures, make: () => string): string {
  if (pictures !== drawnWith || known.size >= MOST_KEPT) known.clear();
  drawnWith = pictures;
  const found = known.get(name) ?? make();
  known.set(name, found);
  return found;
}

/** Several lines: paragraphs, lists, tables. */
export const renderShort = (text: string, pictures: Pictures = noPictures): string =>
  kept(`b${text}`, pictures, () => parser.render(text, { pictures }));

/** One line. */
export const renderShortInline = (text: string, pictures: Pictures = noPictures): string =>
  kept(`i${text}`, pictures, () => parser.renderInline(text, { pictures }));

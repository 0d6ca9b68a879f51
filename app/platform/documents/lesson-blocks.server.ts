import type MarkdownIt from 'markdown-it';
import type { PluginWithParams, StateCore, Token } from 'markdown-it';
import markdownItContainer from 'markdown-it-container';

/** What the blocks of a lesson say by themselves, in the reader's language. */
export interface LessonBlockWords {
  /** luu-y */
  note: string;
  /** canh-bao */
  caution: string;
  /** quan-trong */
  important: string;
  /** vi-du */
  example: string;
  /** Before the source of a quotation, for who does not see that it stands under it. */
  source: string;
  /** Over what is said in a sound. */
  transcript?: string;
  /** Instead of a check-yourself that stands within another block. */
  checkInside: string;
  /** While it is written: behind the words of a link to the library whose thing is not there. */
  deadLink?: string;
}

/** A kept file that a text shows, by the hash of its content. */
export interface ShownFile {
  kind: 'picture' | 'sound' | 'film' | 'document';
  /** 'PDF, 1,2 MB': stands behind an attachment's name. */
  note: string;
  width: number | null;
  height: number | null;
  captions: readonly { lang: string; label: string }[];
  /** Of a picture: the narrower widths, in pixels, in which it can be asked for. */
  widths?: readonly number[];
  /** What is said in a sound, a line for each caption. */
  transcript?: readonly string[];
}

export interface LessonBlockEnv {
  blocks?: LessonBlockWords;
  files?: ReadonlyMap<string, ShownFile>;
  /** Folds are open: a page for paper, where nobody opens them. */
  isOnPaper?: boolean;
  /** Elements carry the line of the source that they come from, for an editor that scrolls in step. */
  hasLines?: boolean;
}

/** A check-yourself as its author wrote it; with its key, so for the server alone. */
export interface CheckSource {
  /** From 1, in the order of the text. */
  number: number;
  /** What stands behind the block's name: 'mo', the code of a question of the bank, or nothing. */
  info: string;
  source: string;
}

const NOTICES = { 'luu-y': 'note', 'canh-bao': 'caution', 'quan-trong': 'important', 'vi-du': 'example' } as const;
const CHECK = 'tu-kiem-tra';

// Its types speak of the CommonJS build of the same parser.
const container = markdownItContainer as unknown as PluginWithParams;

/** Where the check-yourself with this number belongs: the page puts it there. No text of an author can write it. */
export const checkMark = (number: number): string => `<!--${CHECK}:${number}-->`;

/** A line of text as HTML, which knows what the text around it knows. */
type Inline = (text: string, env: LessonBlockEnv) => string;

/** Teaches a parser the blocks of a lesson: quotations, notices, folds, figures, films, attachments, check-yourself. */
export function addLessonBlocks(parser: MarkdownIt, inline: Inline): void {
  const toHtml = parser.utils.escapeHtml;
  const title = (token: Token, name: string) => token.info.trim().slice(name.length).trim();
  for (const [name, kind] of Object.entries(NOTICES)) {
    parser.use(container, name, {
      render(tokens: Token[], at: number, _options: unknown, env: LessonBlockEnv) {
        const token = tokens[at]!;
        if (token.nesting !== 1) return '</aside>\n';
        const label = toHtml(env.blocks?.[kind] ?? '');
        const own = title(token, name);
        const words = own === '' ? label : `${label}: ${inline(own, env)}`;
        return `<aside class="notice-block ${kind}"${lineOf(token)}><p class="label">${words}</p>\n`;
      },
    });
  }
  parser.use(container, 'trich-dan', {
    render(tokens: Token[], at: number, _options: unknown, env: LessonBlockEnv) {
      const token = tokens[at]!;
      if (token.nesting === 1) return `<figure class="quotation"${lineOf(token)}><blockquote>\n`;
      const source = title(token, 'trich-dan');
      if (source === '') return '</blockquote></figure>\n';
      const label = toHtml(env.blocks?.source ?? '');
      return `</blockquote><figcaption><span class="sr-only">${label} </span>${inline(source, env)}</figcaption></figure>\n`;
    },
  });
  parser.use(container, 'gap', {
    render(tokens: Token[], at: number, _options: unknown, env: LessonBlockEnv) {
      const token = tokens[at]!;
      if (token.nesting !== 1) return '</details>\n';
      const open = env.isOnPaper ? ' open' : '';
      return `<details class="fold"${open}${lineOf(token)}><summary>${inline(title(token, 'gap'), env)}</summary>\n`;
    },
  });
  parser.use(container, CHECK, { render: () => '' });
  parser.core.ruler.push('lesson-blocks', (state) => settleBlocks(state));
  parser.renderer.rules.lesson_check = (tokens, at, _options, env: LessonBlockEnv) => {
    const { number } = tokens[at]!.meta as { number: number | null };
    return number === null ? `<p class="misplaced">${toHtml(env.blocks?.checkInside ?? '')}</p>\n` : checkMark(number);
  };
  parser.renderer.rules.lesson_media = (tokens, at, options, env: LessonBlockEnv, self) => {
    const token = tokens[at]!;
    const { image } = token.meta as { image: Token };
    const words = self.renderInlineAsText(image.children ?? [], options, env);
    return mediaFigure({ image, words, line: lineOf(token) }, env, { toHtml, inline });
  };
}

/** The checks of a text in their order. With their keys: not for a page. */
export function checksOf(parser: MarkdownIt, text: string): CheckSource[] {
  if (!text.includes(CHECK)) return [];
  return parser
    .parse(text, { contents: [], ids: new Set() })
    .flatMap(({ type, meta }) => (type === 'lesson_check' && meta.number !== null ? [meta as CheckSource] : []));
}

function settleBlocks(state: StateCore): void {
  const env = state.env as LessonBlockEnv;
  const lines = state.src.split('\n');
  const settled: Token[] = [];
  const open: Token[] = [];
  let skipped: Token | null = null;
  let count = 0;
  for (let at = 0; at < state.tokens.length; at += 1) {
    const token = state.tokens[at]!;
    if (skipped) {
      if (token.type === `container_${CHECK}_close` && token.level === skipped.level) skipped = null;
      continue;
    }
    if (env.hasLines && token.map && token.nesting >= 0) token.attrSet('data-line', String(token.map[0]));
    if (token.type === `container_${CHECK}_open`) {
      skipped = token;
      const check = new state.Token('lesson_check', '', 0);
      const [from, until] = token.map ?? [0, 0];
      // The key must not come into the page, wherever the block stands.
      if (token.level === 0) count += 1;
      const number = token.level === 0 ? count : null;
      const source = lines.slice(from + 1, until - (/^\s*:{3,}\s*$/.test(lines[until - 1] ?? '') ? 1 : 0)).join('\n');
      check.meta = { number, info: token.info.trim().slice(CHECK.length).trim(), source } satisfies {
        [Key in keyof CheckSource]: CheckSource[Key] | null;
      };
      check.block = true;
      settled.push(check);
      continue;
    }
    if (/^container_.*_open$/.test(token.type)) open.push(token);
    // What closes a block names what opened it: the source of a quotation stands at its end.
    if (/^container_.*_close$/.test(token.type)) token.info = open.pop()?.info ?? '';
    const image = token.type === 'paragraph_open' ? lonelyMedia(state.tokens[at + 1]) : null;
    if (image) {
      const figure = new state.Token('lesson_media', '', 0);
      figure.meta = { image };
      figure.map = token.map;
      figure.block = true;
      if (env.hasLines && token.map) figure.attrSet('data-line', String(token.map[0]));
      settled.push(figure);
      at += 2;
      continue;
    }
    if (token.type === 'paragraph_open') attach(state, token, state.tokens[at + 1], env);
    settled.push(token);
  }
  state.tokens = settled;
}

const keptFile = /^media:([0-9a-f]{64})$/;

/** The picture with a caption, the sound or the film that is all of a paragraph. */
function lonelyMedia(inline: Token | undefined): Token | null {
  const [image, ...others] = inline?.children ?? [];
  if (image?.type !== 'image' || others.length > 0) return null;
  const source = image.attrGet('src') ?? '';
  if (!keptFile.test(source) && !/^\/(?!\/)/.test(source)) return null;
  const words = image.content.trim();
  const isNamed = words.replace(/^(audio|video):/i, '').trim() !== '';
  return isNamed && (image.attrGet('title') || /^(audio|video):/i.test(words)) ? image : null;
}

/** A paragraph that is nothing but a link to a kept file is an attachment: its kind and size stand behind it. */
function attach(state: StateCore, paragraph: Token, inline: Token | undefined, env: LessonBlockEnv): void {
  const children = inline?.children ?? [];
  const [first, last] = [children[0], children.at(-1)];
  if (first?.type !== 'link_open' || last?.type !== 'link_close') return;
  if (children.filter(({ type }) => type === 'link_open').length > 1) return;
  const id = keptFile.exec(first.attrGet('href') ?? '')?.[1];
  if (!id) return;
  paragraph.attrJoin('class', 'attachment');
  const note = env.files?.get(id)?.note;
  if (!note) return;
  const text = new state.Token('text', '', 0);
  text.content = ` (${note})`;
  children.push(text);
}

function mediaFigure(
  { image, words, line }: { image: Token; words: string; line: string },
  env: LessonBlockEnv,
  { toHtml, inline }: { toHtml: (text: string) => string; inline: Inline },
): string {
  const source = image.attrGet('src') ?? '';
  const id = keptFile.exec(source)?.[1];
  const url = id ? `/media/${id}` : toHtml(source);
  const file = id ? env.files?.get(id) : undefined;
  const kind = /^audio:/i.test(words) ? 'sound' : /^video:/i.test(words) ? 'film' : 'picture';
  const name = toHtml(words.replace(/^(audio|video):/i, '').trim());
  const title = image.attrGet('title') ?? '';
  if (kind === 'picture') {
    const picture = `<img src="${url}" alt="${name}"${pictureSizes(url, file, env)} decoding="async" class="picture">`;
    return `<figure class="figure"${line}>${picture}<figcaption>${inline(title, env)}</figcaption></figure>\n`;
  }
  const more = title === '' ? '' : `<span class="more">${inline(title, env)}</span>`;
  const caption = `<figcaption><span class="name">${name}</span>${more}</figcaption>`;
  if (kind === 'sound') {
    const said = transcript(file, env, toHtml);
    return `<figure class="sound-figure"${line}>${caption}<audio controls preload="none" src="${url}" aria-label="${name}"></audio>${said}</figure>\n`;
  }
  const tracks = (file?.captions ?? []).map(
    ({ lang, label }, at) =>
      `<track kind="captions" src="${url}/captions/${toHtml(lang)}" srclang="${toHtml(lang)}" label="${toHtml(label)}"${at === 0 ? ' default' : ''}>`,
  );
  const size = file?.width && file.height ? ` width="${file.width}" height="${file.height}"` : '';
  const film = `<video controls playsinline preload="metadata"${size} src="${url}" aria-label="${name}">${tracks.join('')}</video>`;
  return `<figure class="film"${line}>${film}${caption}</figure>\n`;
}

/** The column of a lesson is so wide at most; on a phone it is the screen without its margins. */
const SIZES = '(max-width: 40rem) calc(100vw - 2rem), 38rem';

/** How large a picture is, so that its place is kept, and its narrower forms, of which the browser takes what its screen needs. */
export function pictureSizes(url: string, file: ShownFile | undefined, { isOnPaper }: LessonBlockEnv): string {
  const loading = ` loading="${isOnPaper ? 'eager' : 'lazy'}"`;
  if (!file?.width || !file.height) return loading;
  const size = ` width="${file.width}" height="${file.height}"`;
  if (isOnPaper || !file.widths?.length) return size + loading;
  const forms = [...file.widths.map((width) => `${url}/${width} ${width}w`), `${url} ${file.width}w`];
  return `${size} srcset="${forms.join(', ')}" sizes="${SIZES}"${loading}`;
}

function transcript(file: ShownFile | undefined, env: LessonBlockEnv, toHtml: (text: string) => string): string {
  if (!file?.transcript?.length) return '';
  const lines = file.transcript.map((line) => toHtml(line).replace(/\n/g, ' ')).join('<br>');
  const label = toHtml(env.blocks?.transcript ?? '');
  return `<details class="fold transcript"${env.isOnPaper ? ' open' : ''}><summary>${label}</summary><p>${lines}</p></details>`;
}

const lineOf = (token: Token): string => {
  const line = token.attrGet('data-line');
  return line === null ? '' : ` data-line="${line}"`;
};

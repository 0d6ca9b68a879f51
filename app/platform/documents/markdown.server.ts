import MarkdownIt, { type Options, type PluginWithParams, type RendererRule } from 'markdown-it';
import markdownItContainer from 'markdown-it-container';
import { foldForSearch } from '#app/kernel/vietnamese-text.ts';
import { sha256 } from '../ids.server.ts';
import {
  addLessonBlocks,
  type CheckSource,
  checksOf,
  type LessonBlockEnv,
  type LessonBlockWords,
  pictureSizes,
  type ShownFile,
} from './lesson-blocks.server.ts';
import { formulas } from './markdown-formulas.server.ts';
import { Recent } from './recent.server.ts';

/**
 * Text written by authors as HTML that is safe to put on a page. It is the only source for `dangerouslySetInnerHTML`:
 * HTML in the text is shown, not obeyed, and links and pictures lead to http(s), mail or this site alone.
 */
export interface RenderedDocument {
  html: string;
  /** The headings of level 2, for a table of contents. */
  contents: { id: string; title: string }[];
}

/** What the renderer itself has to say, in the reader's language. */
export interface DocumentWords {
  /** Over a `ghi-nho` block: the points to keep. */
  keyPoints: string;
  /** Over a `cho-bo-sung` block: a place that the unit fills. */
  toFill: string;
  /** Names a table to a screen reader: it scrolls on its own. */
  table: string;
  /** Of quotations, notices and checks. */
  blocks?: LessonBlockWords;
}

export interface DocumentOptions {
  /** The kept files that the text shows, as far as they are known. */
  files?: ReadonlyMap<string, ShownFile>;
  /** The things of the library that a link (`library:ID`) may lead to; the others are words without a link. */
  linked?: ReadonlySet<string>;
  isOnPaper?: boolean;
  /** While it is written: elements carry their line, and the result is not kept in memory. */
  isDraft?: boolean;
}

const documents = new Recent<RenderedDocument>(200);
const blocks = new Recent<string>(1000);
const inlines = new Recent<string>(2000);

/** A lesson: headings with ids, tables, and the blocks of prisma/content/README.md. */
export function renderDocument(text: string, words: DocumentWords, options: DocumentOptions = {}): RenderedDocument {
  const { files, linked, isOnPaper = false, isDraft = false } = options;
  const render = () => {
    const about = { blocks: words.blocks, files, linked, isOnPaper, hasLines: isDraft };
    const env: DocumentEnv = { words, contents: [], ids: new Set(), ...about };
    const html = documentParser.render(text, env);
    return { html, contents: env.contents };
  };
  if (isDraft) return render();
  const known = [[...(files ?? [])], [...(linked ?? [])]];
  return documents.get(sha256(JSON.stringify([text, words, known, isOnPaper])), render);
}

/** The check-yourself blocks of a lesson as they are written, keys and all: for the server alone. */
export const documentChecks = (text: string): CheckSource[] => checksOf(documentParser, text);

/** A short text of several lines (a question, an explanation): paragraphs, lists, tables, code; no headings. */
export function renderMarkdown(text: string, files?: ReadonlyMap<string, ShownFile>): string {
  return blocks.get(keyOfShort(text, files), () => shortParser.render(text, { files }));
}

/** One line (an option, a title): bold, italic, code, links. */
export function renderMarkdownInline(text: string, files?: ReadonlyMap<string, ShownFile>): string {
  return inlines.get(keyOfShort(text, files), () => shortParser.renderInline(text, { files }));
}

const keyOfShort = (text: string, files: ReadonlyMap<string, ShownFile> | undefined) =>
  sha256(files?.size ? JSON.stringify([text, [...files]]) : text);

interface DocumentEnv extends LessonBlockEnv {
  words?: DocumentWords;
  linked?: ReadonlySet<string>;
  /** A link whose thing is not there is open: its words stand without one. */
  isDeadLink?: boolean;
  contents: { id: string; title: string }[];
  ids: Set<string>;
}

function parser(options: Options): MarkdownIt {
  const made = new MarkdownIt({ html: false, linkify: false, typographer: false, ...options });
  made.validateLink = isSafeLink;
  made.use(formulas);
  const { rules } = made.renderer;
  // A table scrolls inside its own frame, which the keyboard must reach.
  rules.table_open = (_tokens, _at, _options, env: Partial<DocumentEnv>) => {
    const name = env.words ? ` role="group" aria-label="${made.utils.escapeHtml(env.words.table)}"` : '';
    return `<div class="table-scroll" tabindex="0"${name}><table>\n`;
  };
  rules.table_close = () => '</table></div>\n';
  rules.th_open = (tokens, at, given, _env, self) => {
    tokens[at]!.attrSet('scope', 'col');
    return self.renderToken(tokens, at, given);
  };
  rules.link_open = (tokens, at, given, env: Partial<DocumentEnv>, self) => {
    const href = tokens[at]!.attrGet('href') ?? '';
    const kept = keptFile.exec(href)?.[1];
    if (kept) tokens[at]!.attrSet('href', `/media/${kept}`);
    const item = libraryItem.exec(href)?.[1];
    if (item && !env.linked?.has(item)) {
      env.isDeadLink = true;
      return env.hasLines ? '<span class="dead-link">' : '';
    }
    if (item) tokens[at]!.attrSet('href', `/library/${item}`);
    if (/^https?:/i.test(tokens[at]!.attrGet('href') ?? '')) tokens[at]!.attrSet('rel', 'noopener noreferrer');
    return self.renderToken(tokens, at, given);
  };
  rules.link_close = (tokens, at, given, env: Partial<DocumentEnv>, self) => {
    if (!env.isDeadLink) return self.renderToken(tokens, at, given);
    env.isDeadLink = false;
    const told = env.words?.blocks?.deadLink ?? '';
    return env.hasLines ? ` <small>${made.utils.escapeHtml(told)}</small></span>` : '';
  };
  // The symbol of a document ("35-NQ/TW") is one word: a browser would break it at its hyphen.
  const text = rules.text!;
  rules.text = (...given) =>
    text(...given).replace(
      /\d+-[A-ZĐ]+(?:\/[A-ZĐ]+)+/g,
      (symbol) => `<span class="whitespace-nowrap">${symbol}</span>`,
    );
  const image = rules.image!;
  rules.image = (tokens, at, given, env: Partial<DocumentEnv>, self) => {
    const token = tokens[at]!;
    const source = token.attrGet('src') ?? '';
    const kept = keptFile.exec(source)?.[1];
    const toHtml = made.utils.escapeHtml;
    if (kept) return keptMedia(kept, self.renderInlineAsText(token.children ?? [], given, env), env, toHtml);
    const isOurs = /^\/(?!\/)/.test(source);
    return isOurs ? image(tokens, at, given, env, self) : made.utils.escapeHtml(token.content);
  };
  return made;
}

/** A file of our own by the hash of its content, as authors write it: `![lời tả](media:HASH)`. */
const keptFile = /^media:([0-9a-f]{64})$/;

/** A thing of the library, as authors write it: `[tên](library:ID)`. */
const libraryItem = /^library:([0-9A-Za-z_-]{1,64})$/;

/**
 * A picture with the words that stand for it, or after `audio:` a sound under its name. Without words it is not shown: who
 * cannot see it would miss the question, and the author sees at once that they are missing.
 */
function keptMedia(id: string, alt: string, env: LessonBlockEnv, toHtml: (text: string) => string): string {
  const film = /^video:\s*/i.exec(alt)?.[0];
  // A film stands on lines of its own; within a line it is a link.
  if (film && alt.length > film.length) return `<a href="/media/${id}">${toHtml(alt.slice(film.length))}</a>`;
  if (film) return keptMedia(id, '', env, toHtml);
  const sound = /^audio:\s*/i.exec(alt);
  const words = toHtml(alt.slice(sound?.[0].length ?? 0).trim());
  if (words === '') return `![](media:${id.slice(0, 8)}…)`;
  if (!sound) {
    const sizes = pictureSizes(`/media/${id}`, env.files?.get(id), env);
    return `<img src="/media/${id}" alt="${words}"${sizes} decoding="async" class="picture">`;
  }
  return `<span class="sound"><span class="sound-name">${words}</span><audio controls preload="none" src="/media/${id}" aria-label="${words}"></audio></span>`;
}

/** http(s), mail, a path of this site or a place on this page; nothing that runs. The URL comes with its controls encoded. */
function isSafeLink(url: string): boolean {
  return /^(https?:|mailto:|\/(?![/\\])|#)/i.test(url) || keptFile.test(url) || libraryItem.test(url);
}

const shortParser = parser({ breaks: true }).disable(['heading', 'lheading']);

// Its types speak of the CommonJS build of the same parser.
const block = markdownItContainer as unknown as PluginWithParams;

const documentParser = parser({})
  .use(block, 'ghi-nho', { render: aside('key-points', 'keyPoints') })
  .use(block, 'cho-bo-sung', { render: aside('to-fill', 'toFill') })
  .use(block, 'hoi', {
    render: ((tokens, at) => {
      const token = tokens[at]!;
      if (token.nesting !== 1) return '</details>\n';
      const question = token.info.trim().replace(/^hoi\s*/, '');
      return `<details><summary>${shortParser.renderInline(question)}</summary>\n`;
    }) satisfies RendererRule,
  });

function aside(name: string, label: 'keyPoints' | 'toFill'): RendererRule {
  return (tokens, at, _options, env: DocumentEnv) => {
    if (tokens[at]!.nesting !== 1) return '</aside>\n';
    const words = documentParser.utils.escapeHtml(env.words?.[label] ?? '');
    return `<aside class="${name}"><p class="label">${words}</p>\n`;
  };
}

addLessonBlocks(documentParser, (text, env: Partial<DocumentEnv>) => {
  const { words, linked, hasLines } = env;
  return shortParser.renderInline(text, { words, linked, hasLines });
});

documentParser.core.ruler.push('heading-ids', (state) => {
  const env = state.env as DocumentEnv;
  for (const [at, token] of state.tokens.entries()) {
    if (token.type !== 'heading_open' && token.type !== 'heading_close') continue;
    // The page's own title is the only heading of level 1.
    if (token.tag === 'h1') token.tag = 'h2';
    if (token.type === 'heading_close') continue;
    const title = plainText(state.tokens[at + 1]?.children ?? []);
    const id = freeId(title, env.ids);
    token.attrSet('id', id);
    if (token.tag === 'h2' && token.level === 0) env.contents.push({ id, title });
  }
});

function plainText(tokens: readonly { type: string; content: string }[]): string {
  return tokens.map((token) => (token.type === 'softbreak' ? ' ' : token.content)).join('');
}

// The prefix keeps the ids of a text apart from the ids of the page around it.
function freeId(title: string, taken: Set<string>): string {
  const base = `muc-${foldForSearch(title)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')}`;
  let id = base;
  for (let count = 2; taken.has(id); count += 1) id = `${base}-${count}`;
  taken.add(id);
  return id;
}

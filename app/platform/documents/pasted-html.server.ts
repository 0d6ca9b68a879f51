import sanitizeHtml from 'sanitize-html';
import { htmlToMarkdown } from '#app/kernel/markdown/html-to-markdown.ts';
import { nfc } from '#app/kernel/vietnamese-text.ts';
import { type PasteLoss, plainedHtml } from './word-html.server.ts';

export interface PastedText {
  /** Pictures that came along stand in it as ![words](attached:N), N from 1. */
  markdown: string;
  /** In the order of their numbers. */
  pictures: PastedPicture[];
  problems: PasteProblem[];
}

export type PastedPicture =
  /** Its bytes stood in the HTML. */
  | { kind: 'bytes'; bytes: Uint8Array; alt: string }
  /** A file of the writer's machine, which no browser hands over; perhaps it came beside the text. */
  | { kind: 'local'; alt: string };

export interface PasteProblem {
  code: PasteLoss | 'picture-elsewhere' | 'picture-without-words' | 'markup-lost';
  /** How often, or the names of elements. */
  detail: string;
}

/** Elements that a text of ours can say. Everything else is taken off; its words stay, but not of what runs. */
const ELEMENTS = [
  ...['p', 'div', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'li', 'blockquote', 'pre', 'br', 'hr'],
  ...['b', 'strong', 'i', 'em', 'sup', 'sub', 'code', 'a', 'img', 'span'],
  ...['table', 'thead', 'tbody', 'tfoot', 'tr', 'td', 'th', 'caption', 'figure', 'figcaption'],
  ...['dl', 'dt', 'dd', 'section', 'article'],
];

/** HTML without anything that runs, that is styled, or that leads elsewhere than to the web, to mail or to this site. */
export const cleanHtml = (html: string): string =>
  sanitizeHtml(html, {
    allowedTags: ELEMENTS,
    allowedAttributes: { a: ['href'], img: ['src', 'alt'] },
    allowedSchemes: ['http', 'https', 'mailto'],
    // The bytes of a picture were taken out before; what is left has an address of ours.
    allowedSchemesByTag: { img: ['http', 'https'] },
    allowProtocolRelative: false,
    disallowedTagsMode: 'discard',
    nonTextTags: [
      'script',
      'style',
      'textarea',
      'option',
      'noscript',
      'iframe',
      'object',
      'svg',
      'math',
      'template',
      'title',
    ],
    nestingLimit: 220,
    parser: { decodeEntities: true, lowerCaseTags: true },
  });

const OWN = '/pasted-picture/';

/** What was pasted from Word, LibreOffice or a web page as Markdown: structure stays, looks go, nothing can run. */
export function pastedText(html: string): PastedText {
  const pictures: PastedPicture[] = [];
  const problems = new Map<PasteProblem['code'], Set<string> | number>();
  const count = (code: PasteProblem['code']) => problems.set(code, Number(problems.get(code) ?? 0) + 1);
  const plained = plainedHtml(fragmentOf(html));
  for (const code of plained.lost) problems.set(code, 0);
  const numbered = plained.html.replace(/<img([^>]*)>/g, (whole, attributes: string) => {
    const source = decoded(/ src="([^"]*)"/.exec(attributes)?.[1] ?? '');
    const alt = decoded(/ alt="([^"]*)"/.exec(attributes)?.[1] ?? '')
      .replace(/\s+/g, ' ')
      .trim();
    if (/^\/media\/[0-9a-f]{64}$/.test(source)) return whole;
    const bytes = bytesOf(source);
    if (bytes) pictures.push({ kind: 'bytes', bytes, alt });
    else if (/^file:/i.test(source) || source === '') pictures.push({ kind: 'local', alt });
    else {
      count('picture-elsewhere');
      return toHtml(alt);
    }
    if (wordsOf(alt) === '') count('picture-without-words');
    return `<img src="${OWN}${pictures.length}" alt="${toHtml(wordsOf(alt))}">`;
  });
  const read = htmlToMarkdown(cleanHtml(numbered), { addressOf: addressOf });
  const lost = read.lost.filter((name) => name !== 'a' && name !== 'img');
  if (lost.length > 0) problems.set('markup-lost', new Set(lost));
  return {
    // A number at the beginning of a heading makes no list.
    markdown: nfc(read.markdown)
      .replace(/^(#{1,6} +\d+)\\([.)])/gm, '$1$2')
      .replace(/\n{3,}/g, '\n\n'),
    pictures,
    problems: [...problems].map(([code, detail]) => ({
      code,
      detail: typeof detail === 'number' ? (detail > 0 ? String(detail) : '') : [...detail].join(', '),
    })),
  };
}

/** Word names the part that was copied by comments; around it stands its whole page. */
function fragmentOf(html: string): string {
  const [from, to] = [html.indexOf('<!--StartFragment-->'), html.lastIndexOf('<!--EndFragment-->')];
  return from >= 0 && to > from ? html.slice(from + 20, to) : html;
}

function addressOf(address: string, kind: 'picture' | 'sound' | 'link'): string | null {
  if (address.startsWith(OWN)) return kind === 'picture' ? `attached:${address.slice(OWN.length)}` : null;
  const kept = /^\/media\/([0-9a-f]{64})$/.exec(address)?.[1];
  if (kept) return `media:${kept}`;
  return kind === 'link' && /^(https?:|mailto:)/i.test(address) && !/[\s()<>]/.test(address) ? address : null;
}

/** Word's own guess at what a picture shows helps nobody. */
const wordsOf = (alt: string): string =>
  /^(picture \d+|image\d*|ảnh \d+|hình \d+|graphic \d+|description automatically generated)$/i.test(alt) ||
  /\.(png|jpe?g|gif|webp|emf|wmf)$/i.test(alt)
    ? ''
    : alt
        .replace(/[[\]\\`*_!<>]/g, ' ')
        .replace(/\s+/g, ' ')
        .trim();

function bytesOf(source: string): Uint8Array | null {
  const found = /^data:image\/(?:png|jpe?g|gif|webp);base64,([A-Za-z0-9+/=\s%]+)$/i.exec(source)?.[1];
  return found ? Buffer.from(found.replace(/%0a|%0d|\s/gi, ''), 'base64') : null;
}

const toHtml = (text: string) =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
const decoded = (text: string) =>
  text
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');

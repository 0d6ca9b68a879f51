import { escapeMarkdown } from '#app/kernel/markdown/escape-markdown.ts';
import { htmlToMarkdown } from '#app/kernel/markdown/html-to-markdown.ts';
import type { AddressOf } from '#app/kernel/markdown/markdown-writer.ts';
import { plainText } from '../../plain-text.ts';
import { type AttachedFiles, bytesOfBase64 } from '../attached-files.ts';
import type { Doubts } from '../doubts.ts';
import type { TextBudget } from '../text-budget.ts';
import { childrenOf, wordsOf, type XmlElement } from '../xml/xml-element.ts';
import { rawText } from './moodle-reading.ts';

const LOOKS_LIKE_HTML = /<\/?[a-z][a-z0-9]*(\s[^<>]*)?\/?>|&[a-z]{2,8};|&#\d+;/i;
const PLUGIN_FILE = /^@@PLUGINFILE@@\//i;
/** A whole address that holds its file; no quote, no space ends in it. */
const INLINE = /data:(?:image|audio)\/[a-z0-9.+-]{1,20};base64,[A-Za-z0-9+/=]*/gi;
const DATA = /^data:(image|audio)\/([a-z0-9.+-]+);base64,/i;

/** Reads the texts of one question of Moodle's: each has a markup of its own and brings its own files. */
export class MoodleTexts {
  readonly #doubts: Doubts;
  readonly #attached: AttachedFiles;
  readonly #budget: TextBudget;
  /** What stands in an address itself; taken out while the text around it is read. */
  readonly #data: string[] = [];

  constructor(doubts: Doubts, attached: AttachedFiles, budget: TextBudget) {
    this.#doubts = doubts;
    this.#attached = attached;
    this.#budget = budget;
  }

  /** A text in the one markup that the product keeps; empty for an element that is not there. */
  markdown(element: XmlElement | null): string {
    if (!element) return '';
    return this.markdownOf(rawText(element), element);
  }

  /** Words that the text of `element` holds, after something was done to them. */
  markdownOf(written: string, element: XmlElement): string {
    const raw = written.replace(INLINE, (address) => `data:${this.#data.push(address) - 1}:`);
    if (!this.#budget.takes(raw.length)) {
      this.#doubts.say('error', 'xml-too-large', String(raw.length), element.line);
      return '';
    }
    const format = element.attributes.format ?? 'moodle_auto_format';
    const files = childrenOf(element, 'file');
    const addressOf = this.#addressesOf(files);
    if (format === 'markdown')
      return raw
        .replace(/(\]\()(@@PLUGINFILE@@\/[^)\s]+)(?=[)\s])/g, (all, opens, address) => {
          const found = addressOf(address, 'picture');
          return found === null ? all : `${opens}${found}`;
        })
        .trim();
    const isHtml = format === 'html' || (format === 'moodle_auto_format' && LOOKS_LIKE_HTML.test(raw));
    if (!isHtml) return linesOf(raw);
    const { markdown, lost } = htmlToMarkdown(raw, { addressOf });
    if (lost.length > 0) this.#doubts.say('warning', 'markup-lost', lost.join(', '));
    return markdown;
  }

  /** A text that is typed or compared: without markup, on one line. */
  plain(element: XmlElement | null): string {
    if (!element) return '';
    const raw = rawText(element);
    const words = element.attributes.format === 'html' ? plainText(this.markdown(element)) : raw;
    return words.replace(/\s+/g, ' ').trim();
  }

  #addressesOf(files: readonly XmlElement[]): AddressOf {
    return (address, kind) => {
      if (PLUGIN_FILE.test(address)) return this.#fileOf(address, files);
      const [, place] = /^data:(\d+):$/.exec(address) ?? [];
      const inline = place === undefined ? '' : (this.#data[Number(place)] ?? '');
      const data = DATA.exec(inline);
      if (data)
        return this.#attach(
          `${data[1] === 'audio' ? 'am-thanh' : 'hinh'}.${endingOf(data[2]!)}`,
          inline.slice(data[0].length),
        );
      if (/[\s()<>]/.test(address)) return null;
      if (kind === 'link') return /^(https?:|mailto:)/i.test(address) ? address : null;
      return null;
    };
  }

  #fileOf(address: string, files: readonly XmlElement[]): string | null {
    const path = decoded(address.replace(PLUGIN_FILE, '').replace(/\?.*$/, ''));
    const file = files.find(
      ({ attributes: { name = '', path: folder = '/' } }) => `${folder}${name}`.replace(/^\//, '') === path,
    );
    if (file && (file.attributes.encoding ?? 'base64') === 'base64')
      return this.#attach(file.attributes.name ?? '', wordsOf(file));
    this.#doubts.say('warning', 'file-missing', path);
    return null;
  }

  #attach(name: string, base64: string): string | null {
    const bytes = bytesOfBase64(base64);
    if (bytes) return this.#attached.add(name, base64, () => bytes);
    this.#doubts.say('warning', 'file-missing', name);
    return null;
  }
}

/** Plain words: a line that ends is a line break, an empty one parts paragraphs. */
function linesOf(raw: string): string {
  const paragraphs: string[][] = [[]];
  for (const line of raw.split('\n')) {
    const words = line.trim();
    if (words !== '') paragraphs.at(-1)!.push(escapeMarkdown(words));
    else if (paragraphs.at(-1)!.length > 0) paragraphs.push([]);
  }
  return paragraphs
    .map((lines) => lines.join('  \n'))
    .join('\n\n')
    .trim();
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path).normalize('NFC');
  } catch {
    return path;
  }
}

const endingOf = (type: string): string => ({ jpeg: 'jpg', 'svg+xml': 'svg', mpeg: 'mp3' })[type.toLowerCase()] ?? type;

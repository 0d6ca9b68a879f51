import { MarkdownWriter } from '#app/kernel/markdown/markdown-writer.ts';
import { plainText } from '../../plain-text.ts';
import { type AttachedFiles, bytesOfBase64 } from '../attached-files.ts';
import type { Doubts } from '../doubts.ts';
import type { AttachedFile } from '../read-question.ts';
import { isElement, type XmlElement, type XmlNode } from '../xml/xml-element.ts';

/** A file that an item names, with the words that tell it from others; null where it did not come along. */
export type FileAt = (address: string) => AttachedFile | null;

/** Markdown to be put in place of an element; null: the element is left out; undefined: it is read as it is. */
export type Replace = (element: XmlElement, read: (nodes: readonly XmlNode[]) => void) => string | null | undefined;

const DATA = /^data:(image|audio)\/([a-z0-9.+-]+);base64,/i;
const NOT_SHOWN = new Set(['stylesheet', 'templateBlock', 'templateInline', 'catalogInfo', 'companionMaterialsInfo']);

/** Reads the texts of one item, which are XML themselves. */
export class QtiTexts {
  readonly #doubts: Doubts;
  readonly #attached: AttachedFiles;
  readonly #fileAt: FileAt;

  constructor(doubts: Doubts, attached: AttachedFiles, fileAt: FileAt) {
    this.#doubts = doubts;
    this.#attached = attached;
    this.#fileAt = fileAt;
  }

  markdown(nodes: readonly XmlNode[], replace: Replace = () => undefined): string {
    const writer = new MarkdownWriter((address, kind) => this.#addressOf(address, kind));
    const read = (some: readonly XmlNode[]) => {
      for (const node of some) {
        if (typeof node === 'string') writer.text(node);
        else if (isElement(node)) this.#element(node, writer, replace, read);
      }
    };
    read(nodes);
    const { markdown, lost } = writer.result();
    if (lost.length > 0) this.#doubts.say('warning', 'markup-lost', lost.join(', '));
    return markdown;
  }

  plain(nodes: readonly XmlNode[]): string {
    return plainText(this.markdown(nodes));
  }

  #element(
    element: XmlElement,
    writer: MarkdownWriter,
    replace: Replace,
    read: (nodes: readonly XmlNode[]) => void,
  ): void {
    const { name, attributes, children } = element;
    if (NOT_SHOWN.has(name)) return;
    const replaced = replace(element, (nodes) => {
      writer.open('p', {});
      read(nodes);
      writer.close('p');
    });
    if (replaced === null) return;
    if (replaced !== undefined) {
      writer.raw(replaced);
      return;
    }
    if (name === 'feedbackInline' || name === 'feedbackBlock') {
      this.#doubts.say('warning', 'feedback-lost', attributes.identifier ?? '');
      return;
    }
    if (name === 'printedVariable' || name === 'include') {
      this.#doubts.say('warning', 'part-lost', name);
      return;
    }
    if (name === 'object') {
      this.#object(element, writer, read);
      return;
    }
    const html = /strikethrough|line-through/.test(`${attributes.class ?? ''}${attributes.style ?? ''}`)
      ? 'del'
      : htmlName(name);
    writer.open(html, attributes);
    read(children);
    writer.close(html);
  }

  /** A picture or a sound of QTI 2, its content being the words for it. */
  #object(
    { attributes, children }: XmlElement,
    writer: MarkdownWriter,
    read: (nodes: readonly XmlNode[]) => void,
  ): void {
    const { data = '', type = '' } = attributes;
    const words = children.filter((child) => typeof child === 'string').join(' ');
    if (/^image\//.test(type) || /\.(png|jpe?g|gif|webp|svg)$/i.test(data))
      writer.open('img', { src: data, alt: words });
    else if (/^audio\//.test(type) || /\.(mp3|ogg|wav|m4a)$/i.test(data)) {
      writer.open('audio', { src: data, title: words });
      writer.close('audio');
    } else {
      writer.lose('object');
      read(children);
    }
  }

  #addressOf(address: string, kind: 'picture' | 'sound' | 'link'): string | null {
    if (kind === 'link') return /^(https?:|mailto:)[^\s()<>]+$/i.test(address) ? address : null;
    const data = DATA.exec(address);
    if (data) {
      const base64 = address.slice(data[0].length);
      const bytes = bytesOfBase64(base64);
      const ending = { jpeg: 'jpg', 'svg+xml': 'svg', mpeg: 'mp3' }[data[2]!.toLowerCase()] ?? data[2]!;
      return bytes && this.#attached.add(`${kind === 'sound' ? 'am-thanh' : 'hinh'}.${ending}`, base64, () => bytes);
    }
    // Nothing outside the file is ever fetched.
    const file = /^[a-z][a-z0-9+.-]*:|^\/\//i.test(address) ? null : this.#fileAt(address);
    if (file) return this.#attached.add(file.name.replace(/^.*\//, ''), file.name, () => file.bytes);
    this.#doubts.say('warning', 'file-missing', address.slice(0, 80));
    return null;
  }
}

/** Elements of QTI that only hold others read as what they are on a page. */
function htmlName(name: string): string {
  if (/^(rubricBlock|contentBody|stimulusBody|itemBody|prompt|modalFeedback|gapText|infoControl)$/.test(name))
    return 'div';
  if (name === 'hottext') return 'span';
  return name.toLowerCase();
}

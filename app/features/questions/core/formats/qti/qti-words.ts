import temml from 'temml';
import { type HtmlWords, markdownToHtml } from '../markdown-to-html.ts';
import { xmlText } from '../xml/write-xml.ts';

/** Where a file of the package lies for an item. */
export type SourceOf = (name: string) => string | null;

/** The texts of an item as QTI holds them: HTML that is XML, formulas as MathML. */
export class QtiWords {
  readonly #words: HtmlWords;

  constructor(sourceOf: SourceOf) {
    this.#words = {
      formula: (latex, isBlock) => mathOf(latex, isBlock),
      sourceOf: (address) => (address.startsWith('attached:') ? sourceOf(address.slice('attached:'.length)) : null),
      struck: 'span class="qti-strikethrough"',
    };
  }

  html(markdown: string): string {
    // What XML cannot hold is left out of the words; the extras have it.
    return cleaned(markdownToHtml(markdown, this.#words));
  }

  block(markdown: string): string {
    const html = this.html(markdown);
    return /^<(p|ul|ol|table|pre|blockquote|hr)[\s>/]/.test(html) ? html : `<p>${html}</p>`;
  }

  stem(markdown: string): string {
    return `<div>${this.block(markdown)}</div>`;
  }
}

function mathOf(latex: string, isBlock: boolean): string {
  try {
    return temml.renderToString(latex, { xml: true, annotate: true, displayMode: isBlock, throwOnError: true });
  } catch {
    return xmlText(isBlock ? `\\[${latex}\\]` : `\\(${latex}\\)`);
  }
}

// Controls and halves of characters, which no XML may hold.
const cleaned = (html: string): string => html.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '');

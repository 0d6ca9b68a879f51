import { Parser } from 'htmlparser2';
import { type AddressOf, MarkdownWriter } from './markdown-writer.ts';

export interface MarkdownReading {
  markdown: string;
  /** Elements whose meaning Markdown has no word for: their text is kept, but not that of scripts, styles and frames. */
  lost: string[];
}

/** No person writes so deep; the parser's time grows with the square of the depth. */
const DEEPEST = 500;

/**
 * HTML of a question file as the Markdown that the product keeps: paragraphs, emphasis, superscripts, lists, tables,
 * pictures, links, formulas and code. Streams and keeps no tree, so that faults do no harm; nothing of it is ever shown as
 * HTML. `addressOf` names what a picture, sound or link leads to. What is nested deeper than 500 elements is read up to
 * there, and 'depth' stands among what is lost.
 */
export function htmlToMarkdown(html: string, { addressOf }: { addressOf?: AddressOf } = {}): MarkdownReading {
  const writer = new MarkdownWriter(addressOf);
  let depth = 0;
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        depth += 1;
        if (depth > DEEPEST) throw new TooDeep();
        writer.open(name, attributes);
      },
      ontext: (text) => writer.text(text),
      onclosetag: (name) => {
        depth -= 1;
        writer.close(name);
      },
    },
    { decodeEntities: true, lowerCaseTags: true },
  );
  try {
    parser.end(html);
  } catch (error) {
    if (!(error instanceof TooDeep)) throw error;
    writer.lose('depth');
  }
  return writer.result();
}

class TooDeep extends Error {}

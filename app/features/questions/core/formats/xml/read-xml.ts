import { SaxesParser } from 'saxes';
import { scanXml, withPlainBreaks } from '#app/kernel/xml/scan-xml.ts';
import { type FormatProblem, type FormatProblemCode, problemAt } from '../read-question.ts';
import type { XmlElement, XmlNode } from './xml-element.ts';

/** No editor of questions nests so deep; what follows the tree would exhaust its stack. */
export const DEEPEST_XML = 200;
/** Some ten thousand questions; pictures within the file count. */
const LONGEST = 25_000_000;
/** A thousand questions are some 25,000 elements. */
const MOST_ELEMENTS = 200_000;

export interface XmlReading {
  /** What was read, as far as it is whole; null where nothing may be used. */
  root: XmlElement | null;
  problem: FormatProblem | null;
}

/**
 * Reads XML into a tree in one pass. A document type is refused, since entities of the file's own are how a small file
 * becomes a large one, and so is nesting deeper than 200. Where the file breaks, what was closed before it stays. Nothing
 * outside the file is ever fetched.
 */
export function readXml(source: string): XmlReading {
  if (source.length > LONGEST) {
    return { root: null, problem: problemAt('error', 'xml-too-large', { line: 1, text: source.slice(0, 200) }) };
  }
  return quickly(source) ?? carefully(source);
}

/** The tree of a text that is well formed, or how it passes the bounds; null for any other. */
function quickly(given: string): XmlReading | null {
  const source = withPlainBreaks(given);
  const builder = new TreeBuilder();
  const lineOfPlace = linesOf(source);
  let line = 1;
  const lineAt = (place: number) => {
    line = lineOfPlace(place);
    return line;
  };
  try {
    const isWhole = scanXml(source, {
      open: (name, attributes, place) => builder.open(name, attributes ?? NONE, lineAt(place)),
      close: (place) => builder.close(lineAt(place)),
      text: (words) => builder.add(words),
      cdata: (words) => builder.add(words),
      instruction: (instruction, words) => builder.add({ instruction, words }),
    });
    return isWhole && builder.root ? { root: builder.root, problem: null } : null;
  } catch (error) {
    if (error instanceof Refusal) return refused(error, source, line);
    throw error;
  }
}

/** Nothing of a text that passes the bounds is used. */
const refused = ({ code, detail }: Refusal, source: string, line: number): XmlReading => ({
  root: null,
  problem: problemAt('error', code, { line, text: lineOf(source, line), detail }),
});

/** Counts lines up to places that only grow. */
function linesOf(source: string): (place: number) => number {
  let line = 1;
  let next = source.indexOf('\n');
  return (place) => {
    for (; next !== -1 && next < place; next = source.indexOf('\n', next + 1)) line += 1;
    return line;
  };
}

/** Any text, with what is wrong with it and where. */
function carefully(source: string): XmlReading {
  const parser = new SaxesParser({ xmlns: false, position: false });
  const builder = new TreeBuilder();
  let line = 1;
  parser.on('error', ({ message }) => {
    throw new Refusal('xml-broken', message.replace(/^[\d:]+\s*/, ''));
  });
  parser.on('doctype', () => {
    throw new Refusal('xml-entities');
  });
  parser.on('opentagstart', () => {
    line = parser.line;
  });
  parser.on('opentag', ({ name, attributes }) => builder.open(name, attributes as Record<string, string>, line));
  parser.on('closetag', () => builder.close(parser.line));
  parser.on('text', (words) => builder.add(words));
  parser.on('cdata', (words) => builder.add(words));
  parser.on('processinginstruction', ({ target, body }) => builder.add({ instruction: target, words: body }));
  try {
    parser.write(source).close();
    return { root: builder.root, problem: null };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const reading = refused(error, source, parser.line);
    // What is open where the file breaks is not whole; only the frame around whole elements is kept.
    return error.code === 'xml-broken' ? { ...reading, root: builder.root } : reading;
  }
}

/** Makes a tree of what is read in order, within the bounds of a file of questions. */
class TreeBuilder {
  root: XmlElement | null = null;
  readonly #open: XmlElement[] = [];
  #elements = 0;
  #attributes = 0;

  open(name: string, given: Record<string, string>, line: number): void {
    this.#elements += 1;
    if (this.#elements > MOST_ELEMENTS) throw new Refusal('xml-too-large', String(MOST_ELEMENTS));
    const attributes = this.#bareNames(given);
    const element: XmlElement = { name: bareName(name), attributes, line, untilLine: line, children: [] };
    this.#open.push(element);
    if (this.#open.length > DEEPEST_XML) throw new Refusal('xml-too-deep', String(DEEPEST_XML));
    this.root ??= element;
  }

  close(line: number): void {
    const element = this.#open.pop()!;
    element.untilLine = line;
    this.#open.at(-1)?.children.push(element);
  }

  add(node: XmlNode): void {
    this.#open.at(-1)?.children.push(node);
  }

  /** Attributes without prefixes, except `xml:` and `xmlns`. */
  #bareNames(attributes: Record<string, string>): Record<string, string> {
    let bare: Record<string, string> | null = null;
    for (const name in attributes) {
      this.#attributes += 1;
      if (this.#attributes > MOST_ELEMENTS) throw new Refusal('xml-too-large', String(MOST_ELEMENTS));
      const written = name.startsWith('xml') ? name : bareName(name);
      // A name that means something to every object is nobody's attribute.
      if (written === '__proto__') continue;
      bare ??= {};
      bare[written] = attributes[name]!;
    }
    return bare ?? NONE;
  }
}

class Refusal extends Error {
  readonly code: FormatProblemCode;
  readonly detail: string;

  constructor(code: FormatProblemCode, detail = '') {
    super(code);
    this.code = code;
    this.detail = detail;
  }
}

const bareName = (name: string): string => (name.includes(':') ? name.slice(name.indexOf(':') + 1) : name);

/** Most elements have no attributes; one object serves them all. */
const NONE: Record<string, string> = Object.freeze({});

function lineOf(source: string, line: number): string {
  let from = 0;
  for (let count = 1; count < line; count += 1) {
    const next = source.indexOf('\n', from);
    if (next < 0) break;
    from = next + 1;
  }
  const end = source.indexOf('\n', from);
  return source.slice(from, Math.min(end < 0 ? source.length : end, from + 400));
}

import { SaxesParser } from 'saxes';
import { type FormatProblem, type FormatProblemCode, problemAt } from '../read-question.ts';
import type { XmlElement } from './xml-element.ts';

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
  const parser = new SaxesParser({ xmlns: false, position: false });
  const open: XmlElement[] = [];
  let root: XmlElement | null = null;
  let elements = 0;
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
  let attributes = 0;
  parser.on('attribute', () => {
    attributes += 1;
    if (attributes > MOST_ELEMENTS) throw new Refusal('xml-too-large', String(MOST_ELEMENTS));
  });
  parser.on('opentag', ({ name, attributes: given }) => {
    const element: XmlElement = {
      ...{ name: bareName(name), attributes: bareNames(given as Record<string, string>) },
      ...{ line, untilLine: line, children: [] },
    };
    elements += 1;
    if (elements > MOST_ELEMENTS) throw new Refusal('xml-too-large', String(MOST_ELEMENTS));
    open.push(element);
    if (open.length > DEEPEST_XML) throw new Refusal('xml-too-deep', String(DEEPEST_XML));
    root ??= element;
  });
  parser.on('closetag', () => {
    const element = open.pop()!;
    element.untilLine = parser.line;
    open.at(-1)?.children.push(element);
  });
  const addText = (text: string) => open.at(-1)?.children.push(text);
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('processinginstruction', ({ target, body }) => {
    open.at(-1)?.children.push({ instruction: target, words: body });
  });

  try {
    parser.write(source).close();
    return { root, problem: null };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { code, detail } = error;
    const text = lineOf(source, parser.line);
    const problem = problemAt('error', code, { line: parser.line, text, detail });
    if (code !== 'xml-broken') return { root: null, problem };
    // What is open where the file breaks is not whole; only the frame around whole elements is kept.
    return { root, problem };
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

/** Attributes without prefixes, except `xml:` and `xmlns`. */
function bareNames(attributes: Record<string, string>): Record<string, string> {
  let bare: Record<string, string> | null = null;
  for (const name in attributes) {
    const written = name.startsWith('xml') ? name : bareName(name);
    // A name that means something to every object is nobody's attribute.
    if (written === '__proto__') continue;
    bare ??= {};
    bare[written] = attributes[name]!;
  }
  return bare ?? NONE;
}

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

import { scanXml, withPlainBreaks } from '../xml/scan-xml.ts';
import type { WordFault } from './word-document.ts';

/** An element by its plain name and attributes: prefixes differ between writers and say nothing that the place does not. */
export interface XmlNode {
  readonly name: string;
  readonly at: Readonly<Record<string, string>>;
  readonly children: XmlNode[];
  text: string;
}

/** The reading stops; nothing of the document is used. */
export class WordFaultError extends Error {
  constructor(readonly fault: WordFault) {
    super(fault);
  }
}

/** A thousand questions, each with a look for every word, are 8 MB and 300,000 elements with half a million letters. */
const MOST_BYTES = 16 * 1024 * 1024;
const MOST_ELEMENTS = 600_000;
const MOST_LETTERS = 4_000_000;
/** Of one text, and of one block (a table, say), which is held in memory as a whole. */
const LONGEST_TEXT = 100_000;
const MOST_HELD = 150_000;
const DEEPEST = 600;

/** Shared by the many elements without attributes. */
const NOTHING: Record<string, string> = {};

const plainNames = new Map<string, string>();
function plain(name: string): string {
  let short = plainNames.get(name);
  if (short === undefined) {
    short = name.slice(name.indexOf(':') + 1);
    // Names are few in any honest file; one that makes them up does not grow the list for good.
    if (plainNames.size < 5000) plainNames.set(name, short);
  }
  return short;
}

export interface TreeOptions {
  /** Children of elements of this name are handed on one by one, and not kept. */
  within?: string;
  each?: (node: XmlNode) => void;
}

/** Reads XML into a tree. Throws WordFaultError for what is not well formed, has a document type, or is far too large. */
export function readTree(bytes: Uint8Array, { within, each }: TreeOptions = {}): XmlNode {
  if (bytes.byteLength > MOST_BYTES) throw new WordFaultError('too-large');
  const root: XmlNode = { name: '', at: {}, children: [], text: '' };
  const open: XmlNode[] = [root];
  let node = root;
  let elements = 0;
  let held = 0;
  let letters = 0;
  let handed = 0;
  const isWhole = scanXml(withPlainBreaks(new TextDecoder('utf-8').decode(bytes)), {
    open(written, given) {
      elements += 1;
      held += 1;
      if (elements > MOST_ELEMENTS || held > MOST_HELD || open.length > DEEPEST) throw new WordFaultError('too-large');
      const attributes = given ?? NOTHING;
      let at = NOTHING;
      for (const key in attributes) {
        if (at === NOTHING) at = {};
        at[plain(key)] = attributes[key]!;
      }
      const name = plain(written);
      node = { name, at, children: [], text: '' };
      open.push(node);
      if (within !== undefined && handed === 0 && name === within) handed = open.length;
    },
    close() {
      const closed = node;
      open.pop();
      node = open[open.length - 1]!;
      if (open.length < handed) handed = 0;
      if (each && handed > 0 && open.length === handed) {
        each(closed);
        held = open.length;
      } else node.children.push(closed);
    },
    text(words) {
      letters += words.length;
      if (letters > MOST_LETTERS || words.length > LONGEST_TEXT) throw new WordFaultError('too-large');
      if (node.name === 't' || words.trim() !== '') node.text += words;
    },
  });
  if (!isWhole) throw new WordFaultError('damaged');
  return root.children[0] ?? root;
}

export const child = (node: XmlNode | undefined, name: string): XmlNode | undefined => {
  if (node) for (const one of node.children) if (one.name === name) return one;
  return undefined;
};

export const settingOf = (node: XmlNode | undefined, name: string): string | undefined => child(node, name)?.at.val;

/** The first element of a name anywhere below. */
export function below(node: XmlNode, name: string): XmlNode | undefined {
  for (const one of node.children) {
    if (one.name === name) return one;
    const found = below(one, name);
    if (found) return found;
  }
  return undefined;
}

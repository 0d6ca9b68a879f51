import { SaxesParser } from 'saxes';
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
  const parser = new SaxesParser({ xmlns: false, position: false });
  const root: XmlNode = { name: '', at: {}, children: [], text: '' };
  const open: XmlNode[] = [root];
  let elements = 0;
  let held = 0;
  let letters = 0;
  let handed = 0;
  const refuse = (fault: WordFault) => {
    throw new WordFaultError(fault);
  };
  parser.on('error', () => refuse('damaged'));
  parser.on('doctype', () => refuse('damaged'));
  parser.on('opentag', ({ name, attributes }) => {
    elements += 1;
    held += 1;
    if (elements > MOST_ELEMENTS || held > MOST_HELD || open.length > DEEPEST) refuse('too-large');
    const given = attributes as Record<string, string>;
    let at = NOTHING;
    for (const key in given) {
      if (at === NOTHING) at = {};
      at[plain(key)] = given[key]!;
    }
    open.push({ name: plain(name), at, children: [], text: '' });
    if (within !== undefined && handed === 0 && plain(name) === within) handed = open.length;
  });
  parser.on('closetag', () => {
    const node = open.pop()!;
    if (open.length < handed) handed = 0;
    if (each && handed > 0 && open.length === handed) {
      each(node);
      held = open.length;
    } else open.at(-1)!.children.push(node);
  });
  parser.on('text', (text) => {
    const node = open.at(-1)!;
    letters += text.length;
    if (letters > MOST_LETTERS || text.length > LONGEST_TEXT) refuse('too-large');
    if (node.name === 't' || text.trim() !== '') node.text += text;
  });
  parser.write(new TextDecoder('utf-8').decode(bytes)).close();
  return root.children[0] ?? root;
}

export const child = (node: XmlNode | undefined, name: string): XmlNode | undefined => {
  for (const one of node?.children ?? []) if (one.name === name) return one;
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

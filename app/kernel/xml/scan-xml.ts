import { decodeEntities } from './xml-entities.ts';

/** What is told of an XML text as it is read. Texts come whole between two pieces of markup, entities resolved. */
export interface XmlEvents {
  /** `place`: behind the sign that ends the name, by which lines are counted. Null: no attributes. */
  open(name: string, attributes: Record<string, string> | null, place: number): void;
  /** `place`: behind the tag. */
  close(place: number): void;
  text(words: string): void;
  cdata?(words: string): void;
  instruction?(target: string, body: string): void;
}

const [TAB, BREAK, SPACE, QUOTE, APOSTROPHE, AMPERSAND] = [0x09, 0x0a, 0x20, 0x22, 0x27, 0x26];
const [LESS, EQUAL, GREATER, SLASH, BANG, QUESTION] = [0x3c, 0x3d, 0x3e, 0x2f, 0x21, 0x3f];

/** 1: may stand in a name; 3: may begin one. */
const NAMES = new Uint8Array(128);
for (const sign of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_:') NAMES[sign.charCodeAt(0)] = 3;
for (const sign of '0123456789.-') NAMES[sign.charCodeAt(0)] = 1;

/** What XML 1.0 cannot hold: controls, halves of characters. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that are sought
const FORBIDDEN = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]/u;
/** The same and whole characters of two halves: quicker to tell that there is none. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that are sought
const SUSPECT = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]/;
const DECLARATION =
  /<\?xml[ \t\n]+version[ \t\n]*=[ \t\n]*(?:"1\.0"|'1\.0')(?:[ \t\n]+encoding[ \t\n]*=[ \t\n]*(?:"[A-Za-z][\w.-]*"|'[A-Za-z][\w.-]*'))?(?:[ \t\n]+standalone[ \t\n]*=[ \t\n]*(?:"(?:yes|no)"|'(?:yes|no)'))?[ \t\n]*\?>/y;

const isSpace = (code: number): boolean => code === SPACE || code === BREAK || code === TAB;
const nameSign = (code: number): number => (code < 128 ? NAMES[code]! : 0);

/** The text as it is scanned: every end of a line is one sign. Places of `scanXml` are places in it. */
export const withPlainBreaks = (source: string): string =>
  source.includes('\r') ? source.replace(/\r\n?/g, '\n') : source;

/**
 * Reads XML as nearly every program writes it, several times faster than a parser of all of XML; `source` has plain breaks.
 * True: it was well formed, and what was told is what any parser tells. False: it is broken, has a document type, or uses what
 * hardly anybody does (XML 1.1, names with marks); nothing that was told counts then, and a parser of all of XML decides.
 */
export function scanXml(source: string, events: XmlEvents): boolean {
  if (SUSPECT.test(source) && FORBIDDEN.test(source)) return false;
  const open: string[] = [];
  const hasMarkEnd = source.includes(']]>');
  const length = source.length;
  let hasRoot = false;
  let at = startOf(source);
  if (at < 0) return false;
  for (let less = source.indexOf('<', at); ; ) {
    const end = less === -1 ? length : less;
    if (end > at) {
      const raw = source.slice(at, end);
      if (open.length === 0) {
        if (!/^[ \t\n]*$/.test(raw)) return false;
      } else {
        if (hasMarkEnd && raw.includes(']]>')) return false;
        const words = raw.includes('&') ? decodeEntities(raw) : raw;
        if (words === null) return false;
        events.text(words);
      }
    }
    if (less === -1) return hasRoot && open.length === 0;
    const code = source.charCodeAt(less + 1);
    if (code === SLASH) {
      const name = open.pop();
      if (name === undefined || !source.startsWith(name, less + 2)) return false;
      at = less + 2 + name.length;
      while (isSpace(source.charCodeAt(at))) at += 1;
      if (source.charCodeAt(at) !== GREATER) return false;
      at += 1;
      events.close(at);
    } else if (code === BANG) {
      if (source.startsWith('<!--', less)) {
        const close = source.indexOf('--', less + 4);
        if (close === -1 || source.charCodeAt(close + 2) !== GREATER) return false;
        at = close + 3;
      } else {
        const close = source.startsWith('<![CDATA[', less) ? source.indexOf(']]>', less + 9) : -1;
        if (close === -1 || open.length === 0) return false;
        events.cdata?.(source.slice(less + 9, close));
        at = close + 3;
      }
    } else if (code === QUESTION) {
      const close = source.indexOf('?>', less + 2);
      if (close === -1 || !instruction(source, less + 2, close, events)) return false;
      at = close + 2;
    } else {
      if (hasRoot && open.length === 0) return false;
      hasRoot = true;
      at = tag(source, less + 1, open, events);
      if (at < 0) return false;
    }
    less = source.indexOf('<', at);
  }
}

/** Where the text begins behind its mark and its declaration; -1 for a declaration that is out of the ordinary. */
function startOf(source: string): number {
  const at = source.charCodeAt(0) === 0xfeff ? 1 : 0;
  if (!source.startsWith('<?xml', at) || nameSign(source.charCodeAt(at + 5)) > 0) return at;
  DECLARATION.lastIndex = at;
  return DECLARATION.test(source) ? DECLARATION.lastIndex : -1;
}

function instruction(source: string, from: number, until: number, events: XmlEvents): boolean {
  let at = from;
  if (nameSign(source.charCodeAt(at)) !== 3) return false;
  while (at < until && nameSign(source.charCodeAt(at)) > 0) at += 1;
  const target = source.slice(from, at);
  if ((at < until && !isSpace(source.charCodeAt(at))) || target.toLowerCase() === 'xml') return false;
  while (at < until && isSpace(source.charCodeAt(at))) at += 1;
  events.instruction?.(target, source.slice(at, until));
  return true;
}

/** Reads an opening tag from its name on; answers the place behind it, -1 for one that is not well formed. */
function tag(source: string, from: number, open: string[], events: XmlEvents): number {
  let at = from;
  let code = source.charCodeAt(at);
  if (nameSign(code) !== 3) return -1;
  while (nameSign(code) > 0) code = source.charCodeAt(++at);
  const name = source.slice(from, at);
  const place = at + 1;
  let attributes: Record<string, string> | null = null;
  for (;;) {
    const isApart = isSpace(code);
    while (isSpace(code)) code = source.charCodeAt(++at);
    if (code === GREATER) {
      events.open(name, attributes, place);
      open.push(name);
      return at + 1;
    }
    if (code === SLASH) {
      if (source.charCodeAt(at + 1) !== GREATER) return -1;
      events.open(name, attributes, place);
      events.close(at + 2);
      return at + 2;
    }
    if (!isApart || nameSign(code) !== 3) return -1;
    const start = at;
    while (nameSign(code) > 0) code = source.charCodeAt(++at);
    const key = source.slice(start, at);
    while (isSpace(code)) code = source.charCodeAt(++at);
    if (code !== EQUAL) return -1;
    code = source.charCodeAt(++at);
    while (isSpace(code)) code = source.charCodeAt(++at);
    if (code !== QUOTE && code !== APOSTROPHE) return -1;
    const quote = code;
    const first = ++at;
    let isPlain = true;
    for (code = source.charCodeAt(at); code !== quote; code = source.charCodeAt(++at)) {
      if (code === LESS || Number.isNaN(code)) return -1;
      if (code === AMPERSAND || code === BREAK || code === TAB) isPlain = false;
    }
    const raw = source.slice(first, at);
    const value = isPlain ? raw : decodeEntities(raw.replace(/[\t\n]/g, ' '));
    if (value === null) return -1;
    if (attributes === null) attributes = {};
    else if (Object.hasOwn(attributes, key)) return -1;
    if (key === '__proto__') return -1;
    attributes[key] = value;
    code = source.charCodeAt(++at);
  }
}

import type { WordParts } from './word-parts.ts';
import { below, readTree, WordFaultError, type XmlNode } from './xml-tree.ts';

/** A document has a few for its first, odd and even pages; more, or larger ones, are not worth the time. */
const MOST = 12;
const LARGEST = 512 * 1024;
const NUMBER_OF_PAGE = /^[\s\d/|.\-–—]*(?:trang|tr\.?|page|p\.?)?[\s\d/|.\-–—]*$/iu;

/**
 * What stands at the head and at the foot of the pages, each text once: no part of what is read. Numbers of pages and the
 * document's own title say nothing more and are left out.
 */
export function marginTexts(parts: WordParts): string[] {
  const title = textOf(below(treeOf(parts.get('docProps/core.xml')), 'title'));
  const targets = [...parts.relations.values()].filter(
    ({ type, isOutside }) => !isOutside && /\/(header|footer)$/.test(type),
  );
  const texts = targets.slice(0, MOST).map(({ target }) => textOf(treeOf(parts.get(target))));
  return [...new Set(texts)].filter((text) => {
    const rest = title === '' ? text : text.replace(title, ' ').trim();
    return !NUMBER_OF_PAGE.test(rest);
  });
}

const NOTHING: XmlNode = { name: '', at: {}, children: [], text: '' };

function treeOf(bytes: Uint8Array | undefined): XmlNode {
  if (!bytes || bytes.byteLength > LARGEST) return NOTHING;
  try {
    return readTree(bytes);
  } catch (error) {
    // A page head that is broken spoils no document.
    if (error instanceof WordFaultError) return NOTHING;
    throw error;
  }
}

const wordsIn = (node: XmlNode): string => {
  if (node.name === 't' || node.name === 'title') return node.text;
  if (node.name === 'instrText' || node.name === 'Fallback') return '';
  const within = node.children.map(wordsIn).join('');
  return node.name === 'p' || node.name === 'tab' ? `${within} ` : within;
};
const textOf = (node: XmlNode | undefined): string => (node ? wordsIn(node).replace(/\s+/g, ' ').trim() : '');

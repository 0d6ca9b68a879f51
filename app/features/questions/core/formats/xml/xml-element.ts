/** An element of an XML file. Names come without their prefix. */
export interface XmlElement {
  name: string;
  attributes: Record<string, string>;
  /** First and last line in the file, from 1. */
  line: number;
  untilLine: number;
  children: XmlNode[];
}

/** An instruction to one program, `<?name words?>`; others pass it over. */
export interface XmlInstruction {
  instruction: string;
  words: string;
}

export type XmlNode = XmlElement | XmlInstruction | string;

export const isElement = (node: XmlNode): node is XmlElement => typeof node === 'object' && 'name' in node;

export const elementsOf = (element: XmlElement): XmlElement[] => element.children.filter(isElement);

export const childrenOf = (element: XmlElement, name: string): XmlElement[] =>
  elementsOf(element).filter((child) => child.name === name);

export const childOf = (element: XmlElement | null, name: string): XmlElement | null =>
  element?.children.find((child): child is XmlElement => isElement(child) && child.name === name) ?? null;

/** All words within an element, those of the elements in it too. */
export function wordsOf(element: XmlElement | null): string {
  if (!element) return '';
  return element.children
    .map((child) => (typeof child === 'string' ? child : isElement(child) ? wordsOf(child) : ''))
    .join('');
}

/** The elements below with one of these names, in the order of the file. */
export function findAll(element: XmlElement, names: ReadonlySet<string>): XmlElement[] {
  return elementsOf(element).flatMap((child) => [...(names.has(child.name) ? [child] : []), ...findAll(child, names)]);
}

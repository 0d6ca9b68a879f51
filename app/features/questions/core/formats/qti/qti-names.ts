import { isElement, type XmlElement } from '../xml/xml-element.ts';

const camel = (name: string): string => name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** An element of QTI 3 by the names of QTI 2 (`qti-choice-interaction` is `choiceInteraction`), so that one reader reads both. */
export function byNamesOfVersion2(element: XmlElement): XmlElement {
  const isOwn = element.name.startsWith('qti-');
  const children = element.children.map((child) =>
    typeof child === 'object' && isElement(child) ? byNamesOfVersion2(child) : child,
  );
  if (!isOwn) return { ...element, children };
  const attributes = Object.fromEntries(
    Object.entries(element.attributes).map(([name, value]) => [/^(data|aria)-/.test(name) ? name : camel(name), value]),
  );
  return { ...element, name: camel(element.name.slice('qti-'.length)), attributes, children };
}

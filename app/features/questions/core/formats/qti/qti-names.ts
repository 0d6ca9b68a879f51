import { isElement, type XmlElement } from '../xml/xml-element.ts';

const camel = (name: string): string => name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** An element of QTI 3 by the names of QTI 2 (`qti-choice-interaction` is `choiceInteraction`), so that one reader reads both.
 * The tree itself is renamed. */
export function byNamesOfVersion2(root: XmlElement): XmlElement {
  // A few names come again and again.
  const names = new Map<string, string>();
  const named = (name: string): string => {
    let known = names.get(name);
    if (known === undefined) {
      known = camel(name);
      names.set(name, known);
    }
    return known;
  };
  const rename = (element: XmlElement): void => {
    if (element.name.startsWith('qti-')) {
      element.name = named(element.name.slice('qti-'.length));
      element.attributes = renamed(element.attributes, named);
    }
    for (const child of element.children) if (typeof child === 'object' && isElement(child)) rename(child);
  };
  rename(root);
  return root;
}

function renamed(attributes: Record<string, string>, named: (name: string) => string): Record<string, string> {
  let hasHyphen = false;
  for (const name in attributes) if (name.includes('-')) hasHyphen = true;
  if (!hasHyphen) return attributes;
  const result: Record<string, string> = {};
  for (const name in attributes) result[/^(data|aria)-/.test(name) ? name : named(name)] = attributes[name]!;
  return result;
}

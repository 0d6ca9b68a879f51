import { isElement, type XmlElement } from '../xml/xml-element.ts';

const camel = (name: string): string => name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** An element of QTI 3 by the names of QTI 2 (`qti-choice-interaction` is `choiceInteraction`), so that one reader reads both. */
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
  const rename = ({ name, attributes, line, untilLine, children }: XmlElement): XmlElement => {
    const isOwn = name.startsWith('qti-');
    return {
      name: isOwn ? named(name.slice('qti-'.length)) : name,
      attributes: isOwn ? renamed(attributes, named) : attributes,
      ...{ line, untilLine },
      children: children.map((child) => (typeof child === 'object' && isElement(child) ? rename(child) : child)),
    };
  };
  return rename(root);
}

function renamed(attributes: Record<string, string>, named: (name: string) => string): Record<string, string> {
  const result: Record<string, string> = {};
  for (const name in attributes) result[/^(data|aria)-/.test(name) ? name : named(name)] = attributes[name]!;
  return result;
}

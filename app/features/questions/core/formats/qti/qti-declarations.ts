import { childOf, childrenOf, wordsOf, type XmlElement } from '../xml/xml-element.ts';

/** What a response may be and what is right. */
export interface Declaration {
  cardinality: string;
  baseType: string;
  correct: string[];
  mapping: Mapping | null;
}

export interface Mapping {
  entries: { key: string; value: number; isCased: boolean }[];
  /** What a response that is not listed earns. */
  other: number;
}

/** More than any question has; what compares each with each would take its time. */
const MOST = 1000;

export function declarationsOf(item: XmlElement): Map<string, Declaration> {
  return new Map(
    childrenOf(item, 'responseDeclaration')
      .slice(0, MOST)
      .map((declaration) => [
        declaration.attributes.identifier ?? '',
        {
          cardinality: declaration.attributes.cardinality ?? 'single',
          baseType: declaration.attributes.baseType ?? 'identifier',
          correct: childrenOf(childOf(declaration, 'correctResponse') ?? declaration, 'value')
            .slice(0, MOST)
            .map((value) => wordsOf(value).trim()),
          mapping: mappingOf(childOf(declaration, 'mapping')),
        },
      ]),
  );
}

function mappingOf(mapping: XmlElement | null): Mapping | null {
  if (!mapping) return null;
  const entries = childrenOf(mapping, 'mapEntry')
    .slice(0, MOST)
    .map(({ attributes }) => ({
      key: (attributes.mapKey ?? '').trim(),
      value: numberOr(attributes.mappedValue, 0),
      isCased: attributes.caseSensitive !== 'false',
    }));
  return { entries, other: numberOr(mapping.attributes.defaultValue, 0) };
}

export function numberOr<Other>(text: string | undefined, other: Other): number | Other {
  const value = text === undefined || text.trim() === '' ? Number.NaN : Number(text);
  return Number.isFinite(value) ? value : other;
}

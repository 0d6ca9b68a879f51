import { childOf, elementsOf, findAll, wordsOf, type XmlElement } from '../xml/xml-element.ts';
import { numberOr } from './qti-declarations.ts';

/** One rule "if the response is this, the score is that". */
export interface Rule {
  response: string;
  /** null: what the declaration calls right. */
  value: string | null;
  /** How far below and above a number may lie; relative: as a fraction of it. */
  tolerance: { below: number; above: number; isRelative: boolean };
  score: number;
}

/** How an item marks: by what is right, by a mapping, by rules, or in a way that is not understood. */
export interface Processing {
  kind: 'match' | 'map' | 'rules' | 'none' | 'unknown';
  rules: Rule[];
}

/** More than any question has. */
const MOST_RULES = 1000;
const RIGHT = new Set(['correct']);
const MAPPED = new Set(['mapResponse']);
const CONDITIONS = new Set(['responseIf', 'responseElseIf']);

export function processingOf(item: XmlElement): Processing {
  const processing = childOf(item, 'responseProcessing');
  if (!processing) return { kind: 'none', rules: [] };
  const template = processing.attributes.template ?? processing.attributes.templateLocation ?? '';
  if (template !== '') {
    if (/(match_correct|cc2_match(_basic)?)(\.xml)?$/i.test(template)) return { kind: 'match', rules: [] };
    if (/(map_response|cc2_map_response)(\.xml)?$/i.test(template)) return { kind: 'map', rules: [] };
    return { kind: 'unknown', rules: [] };
  }
  if (elementsOf(processing).length === 0) return { kind: 'none', rules: [] };
  const rules = findAll(processing, CONDITIONS).slice(0, MOST_RULES).flatMap(rulesOf);
  if (rules.length > 0) return { kind: 'rules', rules };
  if (findAll(processing, MAPPED).length > 0) return { kind: 'map', rules: [] };
  return { kind: findAll(processing, RIGHT).length > 0 ? 'match' : 'unknown', rules: [] };
}

/** The rules of one branch; none where its condition or its score is more than a comparison. */
function rulesOf(branch: XmlElement): Rule[] {
  const [condition, ...rest] = elementsOf(branch);
  const set = rest.find(({ name, attributes }) => name === 'setOutcomeValue' && attributes.identifier === 'SCORE');
  const score = set ? scoreOf(set) : null;
  if (!condition || score === null || score <= 0) return [];
  const alternatives = condition.name === 'or' ? elementsOf(condition) : [condition];
  const rules = alternatives.map((one) => ruleOf(one, score));
  return rules.every((rule) => rule !== null) ? rules : [];
}

/** A number, alone or added to the score so far. */
function scoreOf(set: XmlElement): number | null {
  const [value] = elementsOf(set);
  if (value?.name === 'baseValue') return numberOr(wordsOf(value).trim(), null);
  if (value?.name !== 'sum') return null;
  const terms = elementsOf(value);
  const number = terms.find(({ name }) => name === 'baseValue');
  return terms.length === 2 && number ? numberOr(wordsOf(number).trim(), null) : null;
}

function ruleOf({ name, attributes, ...rest }: XmlElement, score: number): Rule | null {
  if (name !== 'equal' && name !== 'match' && name !== 'stringMatch') return null;
  const terms = elementsOf({ name, attributes, ...rest });
  const response = terms.find((term) => term.name === 'variable')?.attributes.identifier;
  const other = terms.find((term) => term.name === 'baseValue' || term.name === 'correct');
  if (response === undefined || !other) return null;
  const mode = attributes.toleranceMode ?? 'exact';
  const [below = 0, above = below] = (attributes.tolerance ?? '')
    .split(/\s+/)
    .map((part) => Math.abs(numberOr(part, 0)));
  // Relative tolerances are per cent.
  const isRelative = mode === 'relative';
  const share = isRelative ? 100 : 1;
  const tolerance = mode === 'exact' ? { below: 0, above: 0 } : { below: below / share, above: above / share };
  return {
    ...{ response, score, tolerance: { ...tolerance, isRelative } },
    value: other.name === 'correct' ? null : wordsOf(other).trim(),
  };
}

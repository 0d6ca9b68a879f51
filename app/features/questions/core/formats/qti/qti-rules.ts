import { xmlTag as tag, xmlText } from '../xml/write-xml.ts';

/** A response and what it earns. */
export type Entry = [key: string, value: number];

export const template = (name: 'match_correct' | 'map_response'): string =>
  tag('qti-response-processing', { template: `https://purl.imsglobal.org/spec/qti/v3p0/rptemplates/${name}.xml` });

export const processing = (rules: readonly string[]): string =>
  tag('qti-response-processing', {}, `\n${rules.join('\n')}\n`);

export const declare = (identifier: string, cardinality: string, baseType: string, content: string): string =>
  tag('qti-response-declaration', { identifier, cardinality, 'base-type': baseType }, content);

export const correctOf = (values: readonly string[]): string =>
  values.length === 0
    ? ''
    : tag('qti-correct-response', {}, values.map((value) => tag('qti-value', {}, xmlText(value))).join(''));

export function mappingOf(
  entries: readonly Entry[],
  { other, lowest, isCased }: { other: number; lowest?: number; isCased?: boolean },
): string {
  const cased = isCased === undefined ? {} : { 'case-sensitive': String(isCased) };
  const written = entries.map(([key, value]) =>
    tag('qti-map-entry', { 'map-key': key, 'mapped-value': String(value), ...cased }),
  );
  const bounds = { 'default-value': String(other), 'lower-bound': lowest === undefined ? undefined : String(lowest) };
  return tag('qti-mapping', bounds, written.join(''));
}

const variable = (identifier: string): string => tag('qti-variable', { identifier });
const value = (type: string, text: string): string => tag('qti-base-value', { 'base-type': type }, text);
const setScore = (content: string): string => tag('qti-set-outcome-value', { identifier: 'SCORE' }, content);

/** SCORE is 1 where the response is the right one. */
export const matchRule = (): string =>
  tag(
    'qti-response-condition',
    {},
    tag(
      'qti-response-if',
      {},
      tag('qti-match', {}, variable('RESPONSE') + tag('qti-correct', { identifier: 'RESPONSE' })) +
        setScore(value('float', '1')),
    ),
  );

/** SCORE is what the mappings of these responses give together. */
export const addMapped = (responses: readonly string[]): string => {
  const mapped = responses.map((identifier) => tag('qti-map-response', { identifier }));
  return setScore(mapped.length === 1 ? mapped[0]! : tag('qti-sum', {}, mapped.join('')));
};

/** What was chosen is said something about, and the explanation goes on being shown. */
export const feedbackRule = (hasExplanation: boolean): string =>
  tag(
    'qti-set-outcome-value',
    { identifier: 'FEEDBACK' },
    tag('qti-multiple', {}, variable('RESPONSE') + (hasExplanation ? value('identifier', 'explanation') : '')),
  );

export interface NumberAnswer {
  value: number;
  tolerance: number;
  toleranceKind?: 'absolute' | 'relative';
  fraction: number;
}

/** The first answer that the number meets gives the score; those that earn most come first. */
const branches = (response: string, answers: readonly NumberAnswer[], score: (fraction: number) => string): string => {
  const ranked = [...answers].sort((a, b) => b.fraction - a.fraction);
  const written = ranked.map(({ value: wanted, tolerance, toleranceKind, fraction }, index) => {
    const isRelative = toleranceKind === 'relative';
    // Relative tolerances are per cent there.
    const around = String(isRelative ? tolerance * 100 : tolerance);
    const equal = tag(
      'qti-equal',
      { 'tolerance-mode': isRelative ? 'relative' : 'absolute', tolerance: `${around} ${around}` },
      variable(response) + value('float', String(wanted)),
    );
    return tag(index === 0 ? 'qti-response-if' : 'qti-response-else-if', {}, equal + setScore(score(fraction)));
  });
  return tag('qti-response-condition', {}, written.join('\n'));
};

export const scoreForEqual = (response: string, answers: readonly NumberAnswer[]): string =>
  branches(response, answers, (fraction) => value('float', String(fraction)));

export const addForEqual = (response: string, answers: readonly NumberAnswer[], weight: number): string =>
  branches(response, answers, (fraction) =>
    tag('qti-sum', {}, variable('SCORE') + value('float', String(fraction * weight))),
  );

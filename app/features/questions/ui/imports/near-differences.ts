import { nfc } from '#app/kernel/vietnamese-text.ts';
import type { NearQuestion } from '../../core/imports/decisions.ts';
import { plainText } from '../../core/plain-text.ts';
import type { Difficulty, QuestionBody, QuestionTypeName } from '../../core/question.ts';
import { keyText } from './key-line.tsx';

/** What one side says beside its stem and its options, in words. */
export type NearLineName = 'type' | 'key' | 'explanation' | 'source' | 'difficulty' | 'tags';
export type NearPart = NearLineName | 'stem' | 'options' | 'details';

export interface NearLine {
  name: NearLineName;
  here: string;
  there: string;
}

export interface NearDifferences {
  /** What differs, in the order of a question; empty where nothing does. */
  parts: NearPart[];
  /** The key always, anything else where it differs. */
  lines: NearLine[];
}

/** The words in which codes are told. */
export interface NearWords {
  types: Record<QuestionTypeName, string>;
  difficulties: Record<Difficulty, string>;
  truth: { true: string; false: string };
}

/**
 * What differs between two questions as a person reads them: the order of options and their ids do not count. A file that says
 * no difficulty or no tags contradicts none.
 */
export function nearDifferences(here: NearQuestion, there: NearQuestion, words: NearWords): NearDifferences {
  const truth = (isTrue: boolean) => words.truth[isTrue ? 'true' : 'false'];
  const line = (name: NearLineName, of: (question: NearQuestion) => string): NearLine => ({
    ...{ name, here: of(here), there: of(there) },
  });
  const key = line('key', ({ body }) => keyOf(body, truth));
  const isRated = here.difficulty !== null && there.difficulty !== null;
  const others = [
    line('type', ({ body }) => words.types[body.type]),
    line('explanation', ({ explanation }) => plainText(explanation)),
    line('source', ({ source }) => plainText(source)),
    ...(isRated ? [line('difficulty', ({ difficulty }) => words.difficulties[difficulty!])] : []),
    ...(here.tags.length > 0 ? [line('tags', ({ tags }) => [...new Set(tags)].sort().join(', '))] : []),
  ].filter((one) => one.here !== one.there);
  const isStemSame = plainText(here.body.stem) === plainText(there.body.stem);
  const isSameSet = rowTexts(here.body).sort().join('\n') === rowTexts(there.body).sort().join('\n');
  const isBodySame = isStemSame && isSameSet && key.here === key.there && here.body.type === there.body.type;
  const differing: Record<NearPart, boolean> = {
    ...{ type: false, explanation: false, source: false, difficulty: false, tags: false },
    ...Object.fromEntries(others.map(({ name }) => [name, true])),
    ...{ stem: !isStemSame, options: !isSameSet, key: key.here !== key.there },
    details: isBodySame && detailsOf(here.body) !== detailsOf(there.body),
  };
  const lines = [key, ...others].filter((one) => one.here !== '' || one.there !== '');
  return { parts: ORDER.filter((part) => differing[part]), lines };
}

/** The key in words that do not depend on the order of rows; empty for what a person marks. */
function keyOf(body: QuestionBody, truth: (isTrue: boolean) => string): string {
  const sorted = (texts: readonly string[]) => [...texts].sort().join('; ');
  switch (body.type) {
    case 'single':
    case 'multiple': {
      const right: readonly string[] = body.type === 'single' ? [body.correct] : body.correct;
      return sorted(body.options.flatMap(({ id, text }) => (right.includes(id) ? [plainText(text)] : [])));
    }
    case 'cluster':
      return sorted(body.statements.map(({ text, answer }) => `${plainText(text)}: ${truth(answer)}`));
    case 'matching': {
      const texts = new Map(body.choices.map(({ id, text }) => [id, plainText(text)]));
      return sorted(
        body.prompts.map(({ id, text }) => `${plainText(text)} → ${texts.get(body.pairs[id] ?? '') ?? '?'}`),
      );
    }
    default:
      return keyText(body, truth);
  }
}

const ORDER: readonly NearPart[] = [
  ...(['type', 'stem', 'options', 'key', 'details', 'explanation', 'source', 'difficulty', 'tags'] as const),
];

/** The rows of a question that a learner chooses among, as plain text. */
export function rowTexts(body: QuestionBody): string[] {
  const rows =
    'options' in body
      ? body.options
      : body.type === 'cluster'
        ? body.statements
        : body.type === 'matching'
          ? [...body.prompts, ...body.choices]
          : body.type === 'ordering'
            ? body.items
            : [];
  return rows.map(({ text }) => plainText(text));
}

/** Everything of a body but ids and order, as one text: what its words and its key do not tell. */
const detailsOf = (body: QuestionBody): string => JSON.stringify(withoutIds(body));

const IDS = new Set(['id', 'correct', 'pairs']);

function withoutIds(value: unknown): unknown {
  if (typeof value === 'string') return nfc(value).trim();
  if (Array.isArray(value)) return value.map((one) => JSON.stringify(withoutIds(one))).sort();
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .filter(([name, field]) => !IDS.has(name) && field !== undefined && field !== '' && field !== false)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, field]) => [name, withoutIds(field)]);
}

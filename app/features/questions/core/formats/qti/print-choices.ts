import type { OrderingBody, QuestionOption } from '../../question.ts';
import { xmlTag as tag } from '../xml/write-xml.ts';
import type { ItemParts } from './item-parts.ts';
import { lawfulIds } from './lawful-ids.ts';
import {
  addMapped,
  correctOf,
  declare,
  type Entry,
  feedbackRule,
  mappingOf,
  matchRule,
  processing,
  template,
} from './qti-rules.ts';
import type { QtiWords } from './qti-words.ts';

/** Options of which one or several are right. Answers its parts; `said`: the choices that something is said of. */
export function choiceParts(
  words: QtiWords,
  stem: string,
  options: readonly QuestionOption[],
  correct: readonly string[],
  {
    hasExplanation,
    most,
    mapping = null,
    isOrdered = false,
  }: {
    hasExplanation: boolean;
    most: number;
    mapping?: { entries: Entry[]; other: number } | null;
    isOrdered?: boolean;
  },
): ItemParts & { said: string[] } {
  const said: string[] = [];
  const ids = lawfulIds(options);
  const isSeveral = options.length > 0 && most > 1 ? true : mapping !== null || correct.length > 1;
  const choices = options.map(({ id, text, fixed, feedback }) => {
    if (feedback) said.push(ids.get(id)!);
    const inline = feedback
      ? tag(
          'qti-feedback-inline',
          { 'outcome-identifier': 'FEEDBACK', identifier: ids.get(id)!, 'show-hide': 'show' },
          words.html(feedback),
        )
      : '';
    return tag(
      'qti-simple-choice',
      { identifier: ids.get(id)!, fixed: fixed ? 'true' : undefined },
      words.html(text) + inline,
    );
  });
  const named = mapping && {
    ...mapping,
    entries: mapping.entries.map(([id, value]): Entry => [ids.get(id)!, value]),
  };
  const cardinality = isSeveral ? 'multiple' : 'single';
  const right = correctOf(correct.map((id) => ids.get(id) ?? id));
  const scored = mapping ? addMapped(['RESPONSE']) : matchRule();
  const plainRules = mapping ? template('map_response') : template('match_correct');
  return {
    declarations: [
      declare(
        'RESPONSE',
        cardinality,
        'identifier',
        right + (named ? mappingOf(named.entries, { other: named.other, lowest: 0 }) : ''),
      ),
    ],
    content: `${words.stem(stem)}\n${tag(
      'qti-choice-interaction',
      {
        'response-identifier': 'RESPONSE',
        shuffle: isOrdered ? 'false' : 'true',
        'max-choices': isSeveral ? '0' : '1',
      },
      `\n${choices.join('\n')}\n`,
    )}`,
    rules: said.length > 0 ? processing([scored, feedbackRule(hasExplanation)]) : plainRules,
    most,
    said,
  };
}

/** Rows of which each is matched with a target, or judged true or false. */
export function matchParts(
  words: QtiWords,
  stem: string,
  {
    sources,
    targets,
    pairs,
    scoring,
  }: {
    sources: readonly { id: string; text: string }[];
    targets: readonly { id: string; text: string }[];
    pairs: readonly [string, string][];
    scoring: 'all-or-nothing' | 'proportional' | 'right-minus-wrong';
  },
): ItemParts {
  const [from, to] = [lawfulIds(sources, 'S_'), lawfulIds(targets, 'T_')];
  const named = pairs.map(([source, target]) => `${from.get(source)} ${to.get(target) ?? ''}`.trim());
  const set = (rows: readonly { id: string; text: string }[], ids: ReadonlyMap<string, string>, most: string) =>
    tag(
      'qti-simple-match-set',
      {},
      rows
        .map(({ id, text }) =>
          tag('qti-simple-associable-choice', { identifier: ids.get(id)!, 'match-max': most }, words.html(text)),
        )
        .join('\n'),
    );
  const isWhole = scoring === 'all-or-nothing';
  const mapping = isWhole
    ? ''
    : mappingOf(
        named.map((pair): Entry => [pair, 1]),
        { other: scoring === 'right-minus-wrong' ? -1 : 0, lowest: 0 },
      );
  const interaction = tag(
    'qti-match-interaction',
    { 'response-identifier': 'RESPONSE', shuffle: 'true', 'max-associations': String(sources.length) },
    `\n${set(sources, from, '1')}\n${set(targets, to, '0')}\n`,
  );
  return {
    declarations: [declare('RESPONSE', 'multiple', 'directedPair', correctOf(named) + mapping)],
    content: `${words.stem(stem)}\n${interaction}`,
    rules: template(isWhole ? 'match_correct' : 'map_response'),
    most: isWhole ? 1 : sources.length,
  };
}

/** Items that are put in order. */
export function orderingParts(words: QtiWords, body: OrderingBody): ItemParts {
  const ids = lawfulIds(body.items);
  const choices = body.items.map(({ id, text }) =>
    tag('qti-simple-choice', { identifier: ids.get(id)! }, words.html(text)),
  );
  // The order of the file is the key, which nobody is to read off the page.
  const shown = [...choices].sort((a, b) => hashOf(a) - hashOf(b));
  return {
    declarations: [declare('RESPONSE', 'ordered', 'identifier', correctOf(body.items.map(({ id }) => ids.get(id)!)))],
    content: `${words.stem(body.stem)}\n${tag('qti-order-interaction', { 'response-identifier': 'RESPONSE', shuffle: 'true' }, `\n${shown.join('\n')}\n`)}`,
    rules: template('match_correct'),
    most: 1,
  };
}

/** A number that follows from a text: an order that says nothing, the same each time. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

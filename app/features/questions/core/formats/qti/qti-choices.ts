import { plainText } from '../../plain-text.ts';
import type { QuestionBody, QuestionOption, Scoring } from '../../question.ts';
import { choiceOfWeights } from '../choice-weights.ts';
import { isTruthPair } from '../truth-words.ts';
import { childrenOf, type XmlElement, type XmlNode } from '../xml/xml-element.ts';
import type { Declaration } from './qti-declarations.ts';
import { choicesOf, type ItemReading } from './qti-item.ts';

/** The declaration of the response of an interaction. */
export function declarationOf({ declarations }: ItemReading, { attributes }: XmlElement): Declaration {
  return (
    declarations.get(attributes.responseIdentifier ?? 'RESPONSE') ?? {
      ...{ cardinality: 'single', baseType: 'identifier', correct: [], mapping: null },
    }
  );
}

const isNotFeedback = (node: XmlNode): boolean =>
  typeof node === 'string' || !('name' in node) || (node.name !== 'feedbackInline' && node.name !== 'feedbackBlock');

/** The text of a choice, without what is said once it is chosen. */
const textOf = ({ texts }: ItemReading, choice: XmlElement): string =>
  texts.markdown(choice.children.filter(isNotFeedback));

const idOf = ({ attributes }: XmlElement): string => attributes.identifier ?? '';

export function choiceBody(reading: ItemReading): QuestionBody | null {
  const { doubts, feedback, processing } = reading;
  const [interaction] = reading.interactions;
  const declaration = declarationOf(reading, interaction!);
  const options = choicesOf(interaction!).map((choice): QuestionOption => {
    const said = feedback.get(idOf(choice));
    const fixed = choice.attributes.fixed === 'true' && { fixed: true };
    return { id: idOf(choice), text: textOf(reading, choice), ...fixed, ...(said && { feedback: said }) };
  });
  if (options.length === 0) {
    doubts.say('error', 'no-options');
    return null;
  }
  const unknown = declaration.correct.filter((id) => !options.some((option) => option.id === id));
  if (unknown.length > 0) {
    doubts.say('error', 'key-not-an-option', unknown.join(', '));
    return null;
  }
  const isSingle = declaration.cardinality === 'single';
  const stem = reading.stem();
  const scores = scoresOf(reading, declaration, options);
  if (!isSingle && !scores) {
    if (declaration.correct.length > 0) {
      return { type: 'multiple', stem, options, correct: [...declaration.correct], scoring: 'all-or-nothing' };
    }
    doubts.say('error', 'no-key');
    return null;
  }
  const worth = scores ?? options.map(({ id }) => (declaration.correct.includes(id) ? 1 : 0));
  const right = worth.filter((one) => one > 0);
  const whole = isSingle ? Math.max(...worth) : right.reduce((sum, one) => sum + one, 0);
  const percents = worth.map((one) => (whole > 0 ? (one / whole) * 100 : 0));
  const read = choiceOfWeights(options, percents, { isSingle, doubts });
  if (processing.kind === 'unknown' && !read) return null;
  if (read?.type !== 'single') return read && { ...read, stem };
  return asTruth(stem, options, read.correct) ?? { ...read, stem };
}

/** What each option earns by a mapping or by rules; null where only what is right is told. */
function scoresOf(
  { processing, interactions }: ItemReading,
  { mapping, correct, cardinality }: Declaration,
  options: readonly QuestionOption[],
): number[] | null {
  if (mapping && (processing.kind === 'map' || correct.length === 0)) {
    const values = new Map(mapping.entries.map(({ key, value }) => [key, value]));
    return options.map(({ id }) => values.get(id) ?? mapping.other);
  }
  const id = interactions[0]!.attributes.responseIdentifier;
  const rules = processing.rules.filter(({ response }) => response === id);
  if (cardinality !== 'single' || rules.length === 0) return null;
  return options.map((option) =>
    Math.max(0, ...rules.filter(({ value }) => (value ?? correct[0]) === option.id).map(({ score }) => score)),
  );
}

/** "Đúng" and "Sai" as the only options are a statement that is true or false. */
function asTruth(stem: string, options: readonly QuestionOption[], correct: string): QuestionBody | null {
  const [first, second] = options;
  if (options.length !== 2 || !first || !second) return null;
  const [one, other] = [plainText(first.text), plainText(second.text)];
  const isFirstTrue = isTruthPair(one, other);
  if (!isFirstTrue && !isTruthPair(other, one)) return null;
  const [isTrue, isFalse] = isFirstTrue ? [first, second] : [second, first];
  return {
    ...{ type: 'true-false', stem, answer: correct === isTrue.id },
    ...(isTrue.feedback && { feedbackTrue: isTrue.feedback }),
    ...(isFalse.feedback && { feedbackFalse: isFalse.feedback }),
  };
}

export function orderBody(reading: ItemReading): QuestionBody | null {
  const [interaction] = reading.interactions;
  const choices = choicesOf(interaction!);
  const { correct } = declarationOf(reading, interaction!);
  const inOrder = correct.flatMap((id) => choices.filter((choice) => idOf(choice) === id));
  if (inOrder.length === 0) {
    reading.doubts.say('error', 'no-key');
    return null;
  }
  // A part of the choices may be asked for; the product orders all of them.
  if (inOrder.length < choices.length) {
    reading.doubts.say('error', 'unsupported', `orderInteraction ${inOrder.length}/${choices.length}`);
    return null;
  }
  const items = inOrder.map((choice) => ({ id: idOf(choice), text: textOf(reading, choice) }));
  return { type: 'ordering', stem: reading.stem(), items, scoring: 'all-or-nothing' };
}

const PREFIXES = ['S_', 'T_'];

export function matchBody(reading: ItemReading): QuestionBody | null {
  const { doubts, processing } = reading;
  const [interaction] = reading.interactions;
  const declaration = declarationOf(reading, interaction!);
  const sets = childrenOf(interaction!, 'simpleMatchSet').map(choicesOf);
  // Our own files keep the two lists apart by what their identifiers begin with.
  const isOurs =
    sets.length === 2 && sets.every((set, at) => set.every((choice) => idOf(choice).startsWith(PREFIXES[at]!)));
  const bare = (id: string) => (isOurs ? id.slice(2) : id);
  const [sources = [], targets = []] = sets.map((set) =>
    set.map((choice) => ({ id: bare(idOf(choice)), text: textOf(reading, choice) })),
  );
  const correct = declaration.correct.length > 0 ? declaration.correct : rightOf(declaration);
  const all = correct.map((pair) => pair.split(/\s+/).map(bare) as [string, string]);
  const isFull = (rows: readonly { id: string }[], at: 0 | 1) =>
    all.length === rows.length && rows.every(({ id }) => all.filter((pair) => pair[at] === id).length === 1);
  const isTurned = !isFull(sources, 0) && isFull(targets, 1);
  if (all.length === 0 || (!isFull(sources, 0) && !isTurned)) {
    doubts.say('error', all.length === 0 ? 'no-key' : 'unsupported', all.length === 0 ? '' : 'matchInteraction n:m');
    return null;
  }
  const [prompts, choices] = isTurned ? [targets, sources] : [sources, targets];
  const pairs = Object.fromEntries(all.map(([source, target]) => (isTurned ? [target, source] : [source, target])));
  const scoring = scoringOf(declaration, processing.kind === 'map');
  const stem = reading.stem();
  const [first, second] = choices;
  if (choices.length === 2 && first && second && isTruthPair(plainText(first.text), plainText(second.text))) {
    const statements = prompts.map(({ id, text }) => ({ id, text, answer: pairs[id] === first.id }));
    return { type: 'cluster', stem, statements, scoring };
  }
  return { type: 'matching', stem, prompts, choices, pairs, scoring };
}

/** The pairs that earn something, where none is called right. */
const rightOf = ({ mapping }: Declaration): string[] =>
  mapping?.entries.filter(({ value }) => value > 0).map(({ key }) => key) ?? [];

function scoringOf({ mapping }: Declaration, isMapped: boolean): Scoring {
  if (!isMapped || !mapping) return 'all-or-nothing';
  const takes = mapping.other < 0 || mapping.entries.some(({ value }) => value < 0);
  return takes ? 'right-minus-wrong' : 'proportional';
}

/** Pairs among one list: the first of each is asked, the second to be found. */
export function associateBody(reading: ItemReading): QuestionBody | null {
  const [interaction] = reading.interactions;
  const declaration = declarationOf(reading, interaction!);
  const choices = new Map(choicesOf(interaction!).map((choice) => [idOf(choice), textOf(reading, choice)]));
  const all = (declaration.correct.length > 0 ? declaration.correct : rightOf(declaration)).map((pair) =>
    pair.split(/\s+/),
  );
  const named = all.flat();
  if (all.length === 0 || new Set(named).size !== named.length || named.some((id) => !choices.has(id))) {
    reading.doubts.say(
      'error',
      all.length === 0 ? 'no-key' : 'unsupported',
      all.length === 0 ? '' : 'associateInteraction',
    );
    return null;
  }
  reading.doubts.say('warning', 'type-changed', 'associateInteraction');
  const spare = [...choices.keys()].filter((id) => !named.includes(id));
  const row = (id: string) => ({ id, text: choices.get(id)! });
  return {
    ...{ type: 'matching', stem: reading.stem(), scoring: scoringOf(declaration, reading.processing.kind === 'map') },
    prompts: all.map(([first = '']) => row(first)),
    choices: [...all.map(([, second = '']) => second), ...spare].map(row),
    pairs: Object.fromEntries(all.map(([first, second]) => [first, second])),
  };
}

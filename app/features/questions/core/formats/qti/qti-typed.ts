import { MATCHINGS } from '../../content/content-type.ts';
import type { Blank, EssayBody, NumericalBody, QuestionBody } from '../../question.ts';
import { childOf, findAll, type XmlElement } from '../xml/xml-element.ts';
import { declarationOf } from './qti-choices.ts';
import { type Declaration, numberOr } from './qti-declarations.ts';
import { choicesOf, type ItemReading } from './qti-item.ts';
import type { Rule } from './qti-processing.ts';

const isNumeric = ({ baseType }: Declaration): boolean => baseType === 'integer' || baseType === 'float';
const PLACE = '\ue010';

/** One gap: alone behind its question a short answer or a number, within a sentence a blank. */
export function textEntryBody(reading: ItemReading): QuestionBody | null {
  const [interaction] = reading.interactions;
  const marked = reading.stem((element) => (element === interaction ? PLACE : undefined));
  const [before = '', behind = ''] = marked.split(PLACE);
  if (/[^\s.:;,!?*_|)\]…]/.test(behind) || before.trim() === '') return blanksBody(reading);
  const stem = `${before.trim()}${behind.trim() === '' ? '' : ` ${behind.trim()}`}`.replace(/\s*[.:;,]\s*$/, (end) =>
    end.trim(),
  );
  const declaration = declarationOf(reading, interaction!);
  if (isNumeric(declaration)) {
    const answers = numbersOf(reading, interaction!, declaration);
    return answers && { type: 'numerical', stem, answers, units: [], unitPolicy: 'not-asked', unitPenalty: 0 };
  }
  const read = textsOf(reading, interaction!, declaration);
  return read && { type: 'short-answer', stem, answers: read.answers, matching: read.matching };
}

/** The texts that are right, and what each earns of the most that one does; `most` is that, in the item's own points. */
function textsOf(reading: ItemReading, interaction: XmlElement, { mapping, correct }: Declaration) {
  const rules = rulesOf(reading, interaction);
  const given =
    mapping && (reading.processing.kind !== 'match' || correct.length === 0)
      ? mapping.entries.map(({ key, value }) => ({ text: key, value }))
      : rules.length > 0
        ? rules.map(({ value, score }) => ({ text: value ?? correct[0] ?? '', value: score }))
        : correct.map((text) => ({ text, value: 1 }));
  const most = Math.max(0, ...given.map(({ value }) => value));
  if (most === 0) {
    reading.doubts.say('error', 'no-key');
    return null;
  }
  const isCased = mapping && mapping.entries.length > 0 ? mapping.entries.some((entry) => entry.isCased) : true;
  return {
    most,
    answers: given.map(({ text, value }) => ({ text, fraction: Math.max(0, value) / most })),
    matching: { ...MATCHINGS['ignore-case'], case: isCased },
  };
}

type NumberAnswers = NumericalBody['answers'];

function numbersOf(reading: ItemReading, interaction: XmlElement, declaration: Declaration): NumberAnswers | null {
  const { correct, mapping } = declaration;
  const exact = { below: 0, above: 0, isRelative: false };
  const rules = rulesOf(reading, interaction);
  const given: Pick<Rule, 'value' | 'tolerance' | 'score'>[] =
    rules.length > 0
      ? rules
      : mapping && reading.processing.kind === 'map'
        ? mapping.entries.map(({ key, value }) => ({ value: key, tolerance: exact, score: value }))
        : correct.map((value) => ({ value, tolerance: exact, score: 1 }));
  const most = Math.max(0, ...given.map(({ score }) => score));
  const answers: NumberAnswers = [];
  for (const { value: written, tolerance, score } of given) {
    const number = numberOr(written ?? correct[0], null);
    if (number === null) {
      reading.doubts.say('error', 'bad-number', written ?? '');
      return null;
    }
    const { below, above, isRelative } = tolerance;
    // A product's tolerance is the same on both sides.
    const shift = isRelative ? 0 : (above - below) / 2;
    if (isRelative && below !== above) reading.doubts.say('warning', 'weights-changed', 'tolerance');
    answers.push({
      ...{ value: number + shift, tolerance: shift === 0 ? Math.max(below, above) : (above + below) / 2 },
      ...{ toleranceKind: isRelative ? 'relative' : 'absolute', fraction: most > 0 ? Math.max(0, score) / most : 0 },
    });
  }
  if (answers.length > 0 && most > 0) return answers;
  reading.doubts.say('error', 'no-key');
  return null;
}

const rulesOf = ({ processing }: ItemReading, { attributes }: XmlElement): Rule[] =>
  processing.rules.filter(({ response }) => response === (attributes.responseIdentifier ?? 'RESPONSE'));

export function blanksBody(reading: ItemReading): QuestionBody | null {
  const ids = new Map(reading.interactions.map((interaction, index) => [interaction, blankId(interaction, index)]));
  const stem = reading.stem((element) => {
    const id = ids.get(element);
    return id === undefined ? undefined : `{{${id}}}`;
  });
  const blanks: Blank[] = [];
  for (const [interaction, id] of ids) {
    const blank = blankOf(reading, interaction, id);
    if (!blank) return null;
    blanks.push(blank);
  }
  return { type: 'blanks', stem, blanks };
}

/** Our own files name a response after its blank. */
function blankId({ attributes }: XmlElement, index: number): string {
  return /^BLANK_([A-Za-z0-9_-]{1,40})$/.exec(attributes.responseIdentifier ?? '')?.[1] ?? String(index + 1);
}

function blankOf(reading: ItemReading, interaction: XmlElement, id: string): Blank | null {
  const declaration = declarationOf(reading, interaction);
  if (interaction.name === 'inlineChoiceInteraction') {
    const options = choicesOf(interaction).map((choice) => ({
      ...{ id: choice.attributes.identifier ?? '', text: reading.texts.markdown(choice.children) },
    }));
    const mapped = declaration.mapping?.entries ?? [];
    const best = [...mapped].sort((a, b) => b.value - a.value)[0];
    const rule = rulesOf(reading, interaction)[0];
    const correct = declaration.correct[0] ?? best?.key;
    if (correct === undefined) {
      reading.doubts.say('error', 'no-key');
      return null;
    }
    if (mapped.some(({ value, key }) => key !== correct && value > 0))
      reading.doubts.say('warning', 'partial-credit-lost');
    const weight = rule?.score ?? mapped.find(({ key }) => key === correct)?.value ?? 1;
    return { id, kind: 'choice', weight: weight > 0 ? weight : 1, options, correct };
  }
  if (isNumeric(declaration)) {
    const answers = numbersOf(reading, interaction, declaration);
    if (!answers) return null;
    if (answers.some(({ toleranceKind }) => toleranceKind === 'relative')) {
      reading.doubts.say('warning', 'weights-changed', 'tolerance');
    }
    const scores = rulesOf(reading, interaction).map(({ score }) => score);
    return {
      ...{ id, kind: 'number', weight: scores.length > 0 ? Math.max(...scores) : 1 },
      answers: answers.map(({ value, tolerance, toleranceKind, fraction }) => ({
        ...{ value, fraction, tolerance: toleranceKind === 'relative' ? Math.abs(value) * tolerance : tolerance },
      })),
    };
  }
  const read = textsOf(reading, interaction, declaration);
  return read && { id, kind: 'text', weight: read.most, answers: read.answers, matching: read.matching };
}

/** Words to be put into gaps: each gap is a choice among all of them. */
export function gapMatchBody(reading: ItemReading): QuestionBody | null {
  const [interaction] = reading.interactions;
  const choices = choicesOf(interaction!);
  const pairs = declarationOf(reading, interaction!).correct.map((pair) => pair.split(/\s+/));
  const gaps = findAll(interaction!, new Set(['gap']));
  const keys = gaps.map(({ attributes }) =>
    pairs.filter(([, gap]) => gap === attributes.identifier).map(([choice]) => choice!),
  );
  if (choices.some(({ name }) => name === 'gapImg') || gaps.length === 0 || keys.some((one) => one.length !== 1)) {
    reading.doubts.say('error', 'unsupported', 'gapMatchInteraction');
    return null;
  }
  const options = choices.map((choice) => ({
    id: choice.attributes.identifier ?? '',
    text: reading.texts.markdown(choice.children),
  }));
  const places = new Map(gaps.map((gap, index) => [gap, String(index + 1)]));
  const stem = reading.stem((element, read) => {
    if (element === interaction) {
      const prompt = childOf(element, 'prompt');
      if (prompt) read(prompt.children);
      read(element.children.filter((child) => child !== prompt && !choices.includes(child as XmlElement)));
      return null;
    }
    const place = places.get(element);
    return place === undefined ? undefined : `{{${place}}}`;
  });
  reading.doubts.say('hint', 'type-changed', 'gapMatchInteraction');
  const blanks = keys.map(
    ([correct = ''], index): Blank => ({ id: String(index + 1), kind: 'choice', weight: 1, options, correct }),
  );
  return { type: 'blanks', stem, blanks };
}

export function essayBody(reading: ItemReading): EssayBody {
  const maxFiles = reading.interactions.filter(({ name }) => name === 'uploadInteraction').length;
  const stem = reading.stem();
  return {
    ...{ type: 'essay', stem, minWords: 0, maxWords: 0, maxFiles, rubric: [] },
    markerNotes: reading.notes(),
  };
}

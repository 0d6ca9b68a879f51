import { escapeMarkdown } from '#app/kernel/markdown/escape-markdown.ts';
import { MATCHINGS } from '../../content/content-type.ts';
import { plainText } from '../../plain-text.ts';
import type { EssayBody, NumericalBody, OrderScoring, QuestionBody, QuestionOption } from '../../question.ts';
import { MAX_ESSAY_FILES } from '../../types/essay.ts';
import { choiceOfWeights, fractionOfPercent } from '../choice-weights.ts';
import { letterId } from '../letter-ids.ts';
import { childOf, childrenOf, wordsOf, type XmlElement } from '../xml/xml-element.ts';
import { readCloze } from './cloze.ts';
import { readGaps } from './gaps.ts';
import { decimalOf, type MoodleReading, rawText, settingOf } from './moodle-reading.ts';

/** The readers of Moodle's types of question, by their names; null where a question cannot be taken. */
export const moodleBodies: Readonly<Record<string, (reading: MoodleReading) => QuestionBody | null>> = {
  multichoice: choice,
  multichoiceset: allOrNothing,
  oumultiresponse: severalOf,
  truefalse: trueFalse,
  shortanswer: shortAnswer,
  numerical,
  matching,
  match: matching,
  ddmatch: matching,
  essay,
  ordering,
  kprime: cluster,
  mtf: cluster,
  cloze: readCloze,
  multianswer: readCloze,
  gapselect: readGaps,
  ddwtos: readGaps,
};

const isOn = (value: string): boolean => value === 'true' || value === '1';

const percentOf = ({ attributes }: XmlElement): number => {
  const percent = Number((attributes.fraction ?? '0').trim().replace(',', '.'));
  return Number.isFinite(percent) ? Math.max(-100, Math.min(100, percent)) : 0;
};

const fractionOf = (answer: XmlElement): number => Math.max(0, fractionOfPercent(percentOf(answer)));

function optionsOf({ element, texts }: MoodleReading): QuestionOption[] {
  const keepsOrder = settingOf(element, 'shuffleanswers') !== '' && !isOn(settingOf(element, 'shuffleanswers'));
  return childrenOf(element, 'answer').map((answer, index) => {
    const feedback = texts.markdown(childOf(answer, 'feedback'));
    return {
      ...{ id: letterId(index), text: texts.markdown(answer) },
      ...(keepsOrder && { fixed: true }),
      ...(feedback && { feedback }),
    };
  });
}

function choice(reading: MoodleReading): QuestionBody | null {
  const { element, stem, doubts } = reading;
  const options = optionsOf(reading);
  if (options.length === 0) {
    doubts.say('error', 'no-options');
    return null;
  }
  const worth = childrenOf(element, 'answer').map(percentOf);
  const single = settingOf(element, 'single');
  const read = choiceOfWeights(options, worth, { isSingle: single === '' || isOn(single), doubts });
  return read && { ...read, stem };
}

function allOrNothing(reading: MoodleReading): QuestionBody | null {
  const right = childrenOf(reading.element, 'answer').map((answer) => percentOf(answer) > 0);
  return severalRight(reading, right, 'all-or-nothing');
}

function severalOf(reading: MoodleReading): QuestionBody | null {
  const right = childrenOf(reading.element, 'answer').map(
    (answer) => childOf(answer, 'correctanswer') !== null || isOn(answer.attributes.correctanswer ?? ''),
  );
  return severalRight(reading, right, 'proportional');
}

function severalRight(
  reading: MoodleReading,
  isRight: readonly boolean[],
  scoring: 'all-or-nothing' | 'proportional',
): QuestionBody | null {
  const options = optionsOf(reading);
  const correct = options.filter((_, index) => isRight[index]).map(({ id }) => id);
  if (correct.length > 0) return { type: 'multiple', stem: reading.stem, options, correct, scoring };
  reading.doubts.say('error', 'no-key');
  return null;
}

function trueFalse({ element, stem, texts, doubts }: MoodleReading): QuestionBody | null {
  const answers = childrenOf(element, 'answer');
  const named = (name: string) => answers.find((answer) => rawText(answer).trim().toLowerCase() === name);
  const [isTrue, isFalse] = [named('true') ?? answers[0], named('false') ?? answers[1]];
  if (!isTrue || !isFalse) {
    doubts.say('error', 'no-key');
    return null;
  }
  const answer = percentOf(isTrue) > percentOf(isFalse);
  const [feedbackTrue, feedbackFalse] = [isTrue, isFalse].map((one) => texts.markdown(childOf(one, 'feedback')));
  return {
    ...{ type: 'true-false', stem, answer },
    ...(feedbackTrue && { feedbackTrue }),
    ...(feedbackFalse && { feedbackFalse }),
  };
}

function shortAnswer({ element, stem, texts, doubts }: MoodleReading): QuestionBody | null {
  const answers: { text: string; fraction: number }[] = [];
  for (const answer of childrenOf(element, 'answer')) {
    const written = texts.plain(answer);
    if (rawText(childOf(answer, 'feedback')).trim() !== '') doubts.say('warning', 'feedback-lost');
    const text = written.replace(/\\\*/g, '*');
    if (/(?<!\\)\*/.test(written)) {
      // A star alone catches every other answer, to say something about it.
      if (written !== '*' || fractionOf(answer) > 0) doubts.say('warning', 'wildcard-lost', written);
    } else answers.push({ text, fraction: fractionOf(answer) });
  }
  if (answers.length === 0) {
    doubts.say('error', 'no-key');
    return null;
  }
  const matching = { ...MATCHINGS['ignore-case'], case: isOn(settingOf(element, 'usecase')) };
  return { type: 'short-answer', stem, answers, matching };
}

const POLICIES: Record<string, NumericalBody['unitPolicy']> = { '1': 'required', '2': 'required' };

function numerical({ element, stem, texts, doubts }: MoodleReading): QuestionBody | null {
  const answers: NumericalBody['answers'] = [];
  for (const answer of childrenOf(element, 'answer')) {
    const written = rawText(answer).trim();
    const feedback = texts.markdown(childOf(answer, 'feedback'));
    if (written === '*') {
      doubts.say('warning', 'wildcard-lost', written);
      continue;
    }
    const [value, tolerance] = [decimalOf(written), decimalOf(settingOf(answer, 'tolerance') || '0')];
    if (value === null || tolerance === null) {
      doubts.say('error', 'bad-number', '', answer.line);
      return null;
    }
    const rest = { toleranceKind: 'absolute' as const, fraction: fractionOf(answer), ...(feedback && { feedback }) };
    answers.push({ value, tolerance: Math.abs(tolerance), ...rest });
  }
  const units = childrenOf(childOf(element, 'units') ?? element, 'unit').map((unit) => ({
    name: settingOf(unit, 'unit_name'),
    // Moodle says how many of the unit make one; the product what one of it is worth.
    factor: 1 / (decimalOf(settingOf(unit, 'multiplier') || '1') ?? 1),
  }));
  const grading = settingOf(element, 'unitgradingtype');
  const isShown = settingOf(element, 'showunits') !== '3';
  const unitPolicy = units.length === 0 || !isShown ? 'not-asked' : (POLICIES[grading] ?? 'optional');
  if (unitPolicy === 'required' && grading === '1') doubts.say('warning', 'weights-changed', 'unitgradingtype');
  const unitPenalty =
    unitPolicy === 'required' ? Math.abs(decimalOf(settingOf(element, 'unitpenalty') || '0') ?? 0) : 0;
  return { type: 'numerical', stem, answers, units, unitPolicy, unitPenalty };
}

function matching({ element, stem, texts }: MoodleReading): QuestionBody {
  const pairs = childrenOf(element, 'subquestion').map((pair) => {
    const answer = childOf(pair, 'answer');
    const isMarkup = answer?.attributes.format !== undefined;
    const choice = isMarkup ? texts.markdown(answer) : escapeMarkdown(texts.plain(answer));
    return { prompt: texts.markdown(pair), choice };
  });
  const ids = new Map<string, string>();
  for (const { choice } of pairs) if (choice !== '' && !ids.has(choice)) ids.set(choice, letterId(ids.size));
  const asked = pairs.filter(({ prompt }) => prompt !== '');
  return {
    type: 'matching',
    stem,
    prompts: asked.map(({ prompt }, index) => ({ id: letterId(index), text: prompt })),
    choices: [...ids].map(([text, id]) => ({ id, text })),
    pairs: Object.fromEntries(asked.map(({ choice }, index) => [letterId(index), ids.get(choice) ?? ''])),
    scoring: 'proportional',
  };
}

function essay({ element, stem, texts, doubts }: MoodleReading): EssayBody {
  const count = (name: string) => {
    const value = Number(settingOf(element, name) || '0');
    return Number.isInteger(value) ? value : 0;
  };
  const attachments = count('attachments');
  if (rawText(childOf(element, 'responsetemplate')).trim() !== '')
    doubts.say('warning', 'part-lost', 'responsetemplate');
  return {
    ...{ type: 'essay', stem, rubric: [], markerNotes: texts.markdown(childOf(element, 'graderinfo')) },
    ...{ minWords: Math.max(0, count('minwordlimit')), maxWords: Math.max(0, count('maxwordlimit')) },
    // Moodle's -1 is as many as one likes.
    maxFiles: attachments < 0 ? MAX_ESSAY_FILES : attachments,
  };
}

/** How Moodle's ordering question marks, by the name or the number that its file has. */
const ORDER_SCORINGS: Record<string, OrderScoring> = {
  ...{ ALL_OR_NOTHING: 'all-or-nothing', '-1': 'all-or-nothing' },
  ...{ ABSOLUTE_POSITION: 'in-place', ABSOLUTE: 'in-place', '0': 'in-place' },
  ...{ RELATIVE_NEXT_EXCLUDE_LAST: 'next-to', '1': 'next-to' },
};

function ordering({ element, stem, texts, doubts }: MoodleReading): QuestionBody {
  const answers = childrenOf(element, 'answer');
  const places = answers.map(({ attributes }) => Number(attributes.fraction));
  const isRanked = new Set(places).size === places.length && places.every(Number.isFinite);
  const inOrder = isRanked
    ? [...answers].sort((a, b) => Number(a.attributes.fraction) - Number(b.attributes.fraction))
    : answers;
  const grading = settingOf(element, 'gradingtype');
  const scoring = ORDER_SCORINGS[grading];
  if (!scoring && grading !== '') doubts.say('warning', 'weights-changed', 'next-to');
  if (/RANDOM|CONTIGUOUS|[12]/.test(settingOf(element, 'selecttype'))) doubts.say('warning', 'part-lost', 'selecttype');
  const items = inOrder.map((answer, index) => ({ id: letterId(index), text: texts.markdown(answer) }));
  return { type: 'ordering', stem, items, scoring: scoring ?? 'next-to' };
}

const TRUE_WORDS = /^(true|đúng|yes|có|correct|richtig)$/i;

/** Statements under two columns, of which the first, or the one that says so, is "true". */
function cluster({ element, stem, texts, doubts }: MoodleReading): QuestionBody | null {
  const columns = childrenOf(element, 'column');
  const isTrue =
    columns.find((column) => TRUE_WORDS.test(plainText(texts.markdown(childOf(column, 'responsetext'))))) ?? columns[0];
  const trueNumber = isTrue?.attributes.number ?? '1';
  if (columns.length > 2) {
    doubts.say('error', 'unsupported', `${element.attributes.type} × ${columns.length}`);
    return null;
  }
  const weights = childrenOf(element, 'weight');
  const statements = childrenOf(element, 'row').map((row, index) => {
    const feedback = texts.markdown(childOf(row, 'feedbacktext'));
    const isRight = weights.some(
      ({ attributes, children }) =>
        attributes.rownumber === row.attributes.number &&
        attributes.columnnumber === trueNumber &&
        Number(wordsOf({ ...row, children }).trim()) > 0,
    );
    const text = texts.markdown(childOf(row, 'optiontext'));
    return { id: letterId(index), text, answer: isRight, ...(feedback && { feedback }) };
  });
  const method = settingOf(element, 'scoringmethod');
  return { type: 'cluster', stem, statements, scoring: /kprime/i.test(method) ? 'all-or-nothing' : 'proportional' };
}

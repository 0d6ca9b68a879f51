import { blankMarks } from '../../../blank-marks.ts';
import type { Blank, EssayBody, NumericalBody, QuestionBody, QuestionTypeName } from '../../../question.ts';
import { letterId } from '../../letter-ids.ts';
import type { FormatProblemCode } from '../../read-question.ts';
import { inlineOptions } from '../split-options.ts';
import type { FieldName } from './field-lines.ts';
import { fieldForms } from './field-lines.ts';
import { blankKindWords, chosen, readPolicy, typeWords, unitPolicyWords } from './field-words.ts';
import { numberOf, plainOf, readAround, readShare, readWorth, splitList } from './values.ts';
import { fieldOf, fieldsOf, itemsOf, type WrittenField, type WrittenQuestion, wordsOf } from './written-question.ts';

export type Say = (code: FormatProblemCode, detail?: string, line?: number) => null;

const USUAL = { case: false, tones: 'exact', spelling: 'equivalent' } as const;
const TRUTH = /^(đúng|đ|true|sai|s|false)\.?$/iu;
const isTrue = (word: string) => /^(đ|t)/iu.test(word);

/** The type that a question says it is, or that its fields, options and key show; null for none. */
export function typeOfWritten(written: WrittenQuestion): QuestionTypeName | null {
  const said = fieldOf(written, 'type');
  if (said) return chosen(said.lines[0]!, typeWords);
  const has = (...names: FieldName[]) => names.some((name) => fieldOf(written, name));
  if (has('pairs', 'left')) return 'matching';
  if (has('order', 'items')) return 'ordering';
  if (has('blank')) return 'blanks';
  const key = fieldOf(written, 'key')?.lines[0]?.trim() ?? '';
  if (written.options.length > 0) {
    if (truthsOf(keyOf(written)).size > 0) return 'cluster';
    return (lettersOf(key)?.letters.length ?? 0) > 1 ? 'multiple' : 'single';
  }
  if (TRUTH.test(key)) return 'true-false';
  if (has('units')) return 'numerical';
  if (has('words', 'files', 'criterion', 'marker')) return 'essay';
  if (key === '') return has('explanation') ? 'essay' : null;
  return holdsOptions(written, key) ? null : 'short-answer';
}

/** 'Đáp án: A' under 'Mấy? A. 4 B. 6' chooses among options that have no line of their own; it is no answer to be typed. */
const holdsOptions = ({ stem }: WrittenQuestion, key: string): boolean =>
  /^[A-H]\.?$/i.test(key) && stem.split('\n').some((line) => inlineOptions(line) !== null);

/** Whether only fields can tell what the question is; the letters and looks of a paper say nothing of it. */
export const isToldByFields = (fields: readonly WrittenField[]): boolean =>
  fields.some(({ name }) => ['type', 'left', 'pairs', 'items', 'order', 'blank', 'units'].includes(name));

const KEY_LETTERS =
  /^(?:phương án\s+|ý\s+)?([A-Ta-t](?:\s*(?:[,;&+/]|và)?\s*[A-Ta-t])*)(?=$|[\s.,;:()–-])[\s.,;:)–-]*/u;

/** The letters that a key begins with, and the words behind them. */
export function lettersOf(key: string): { letters: string[]; rest: string } | null {
  const match = KEY_LETTERS.exec(key);
  if (!match) return null;
  const letters = match[1]!.replace(/và/giu, ' ').toUpperCase().match(/[A-T]/g) ?? [];
  return { letters: [...new Set(letters)], rest: key.slice(match[0].length) };
}

/** 'a) Đúng, b) Sai', 'Đ, S, Đ', 'ĐSĐ': the truth of each letter. */
function truthsOf(key: string): Map<string, boolean> {
  const truths = new Map<string, boolean>();
  const isRow = /^[đs]{2,20}$/iu.test(key);
  const parts = isRow ? [...key] : key.split(/[,;\n]/);
  for (const [index, part] of parts.entries()) {
    const match = /^\s*([a-t](?![\p{L}]))?\s*[).:-]?\s*(đúng|sai|đ|s)\s*\.?\s*$/iu.exec(part);
    if (!match || (!match[1] && parts.length < 2)) return new Map();
    truths.set(match[1]?.toUpperCase() ?? String.fromCharCode(65 + index), isTrue(match[2]!));
  }
  return truths;
}

/** The body of a written question, or null with what keeps it from being one. */
export function bodyOfWritten(written: WrittenQuestion, say: Say): QuestionBody | null {
  const said = fieldOf(written, 'type');
  const type = typeOfWritten(written);
  if (!type) return said ? bad(say, said) : say(written.options.length > 0 ? 'no-key' : 'no-options');
  return readers[type](written, say);
}

/** What cannot be read of a field; names it as it is printed. */
export const bad = (say: Say, { name, line, arg }: WrittenField): null =>
  say('bad-field', [fieldForms[name].printed, arg].filter(Boolean).join(' '), line);

type Reader = (written: WrittenQuestion, say: Say) => QuestionBody | null;

const rowsOf = ({ options }: WrittenQuestion) => options.map(({ text }, index) => ({ id: letterId(index), text }));
const keyOf = (written: WrittenQuestion) => fieldOf(written, 'key')?.lines.join('\n').trim() ?? '';

const choice: (type: 'single' | 'multiple') => Reader = (type) => (written, say) => {
  if (written.options.length === 1) return say('one-option');
  if (written.options.length === 0) return say('no-options');
  const { letters } = lettersOf(keyOf(written)) ?? { letters: [] };
  if (letters.length === 0) return say('no-key');
  const places = letters.map((letter) => written.options.findIndex((option) => option.letter === letter));
  const missing = places.indexOf(-1);
  if (missing !== -1) return say('key-not-an-option', letters[missing], fieldOf(written, 'key')?.line);
  const correct = places.sort((a, b) => a - b).map(letterId);
  const [first = '', second] = correct;
  const { stem } = written;
  if (type === 'multiple') return { type, stem, options: rowsOf(written), correct, scoring: 'all-or-nothing' };
  if (second !== undefined) return say('two-keys', String(correct.length), fieldOf(written, 'key')?.line);
  return { type, stem, options: rowsOf(written), correct: first };
};

const readers: Record<QuestionTypeName, Reader> = {
  single: choice('single'),
  multiple: choice('multiple'),
  'true-false': (written, say) => {
    const key = keyOf(written);
    if (!TRUTH.test(key)) return say('no-key');
    return { type: 'true-false', stem: written.stem, answer: isTrue(key) };
  },
  cluster: (written, say) => {
    const truths = truthsOf(keyOf(written));
    const answers = written.options.map(({ letter }) => truths.get(letter));
    if (answers.length === 0) return say('no-options');
    if (answers.includes(undefined)) return say('no-key');
    const statements = rowsOf(written).map((row, index) => ({ ...row, answer: answers[index]! }));
    return { type: 'cluster', stem: written.stem, statements, scoring: 'proportional' };
  },
  matching: (written, say) => {
    const left = itemsOf(fieldOf(written, 'left'), written.glue);
    const right = itemsOf(fieldOf(written, 'right'), written.glue);
    const key = fieldOf(written, 'pairs') ?? fieldOf(written, 'key');
    if (left.length === 0 || right.length === 0) return say('no-options');
    if (!key) return say('no-key');
    const pairs: Record<string, string> = {};
    for (const [, from = '', to = ''] of key.lines[0]!.matchAll(
      /(\d{1,2}|[a-t])\s*(?:[-–:=]|→|->)\s*(\d{1,2}|[a-t])/giu,
    )) {
      const prompt = left.findIndex(({ label }) => label === from.toLowerCase());
      const choiceAt = right.findIndex(({ label }) => label === to.toLowerCase());
      if (prompt === -1 || choiceAt === -1) return bad(say, key);
      pairs[letterId(prompt)] = letterId(choiceAt);
    }
    const lettered = (items: readonly { text: string }[]) => items.map(({ text }, at) => ({ id: letterId(at), text }));
    const { stem } = written;
    return {
      ...{ type: 'matching', stem, pairs, scoring: 'proportional' },
      prompts: lettered(left),
      choices: lettered(right),
    };
  },
  ordering: (written, say) => {
    const items = itemsOf(fieldOf(written, 'items'), written.glue);
    const listed =
      items.length > 0 ? items : written.options.map(({ letter, text }) => ({ label: letter.toLowerCase(), text }));
    const order = fieldOf(written, 'order') ?? fieldOf(written, 'key');
    if (listed.length === 0) return say('no-options');
    const said = order && (order.lines[0] ?? '').toLowerCase().match(/\d{1,2}|[a-t]/gu);
    const places = said?.map((label) => listed.findIndex((item) => item.label === label));
    if (order && (new Set(places).size !== listed.length || places?.includes(-1))) return bad(say, order);
    const inOrder = (places ?? listed.map((_, at) => at)).map((place) => listed[place]!);
    const rows = inOrder.map(({ text }, at) => ({ id: letterId(at), text }));
    return { type: 'ordering', stem: written.stem, items: rows, scoring: 'in-place' };
  },
  'short-answer': (written, say) => {
    const keys = fieldsOf(written, 'key');
    if (keys.length === 0) return say('no-key');
    const answers = keys.map((key) => ({
      text: wordsOf(key, ' '),
      fraction: key.note === '' ? 1 : readShare(key.note),
    }));
    const wrong = answers.findIndex(({ fraction }) => fraction === null);
    if (wrong !== -1) return bad(say, keys[wrong]!);
    const policy = fieldOf(written, 'policy');
    const matching = policy ? readPolicy(policy.lines[0]!) : USUAL;
    if (!matching) return bad(say, policy!);
    return {
      type: 'short-answer',
      stem: written.stem,
      answers: answers as { text: string; fraction: number }[],
      matching,
    };
  },
  numerical: numericalOf,
  blanks: blanksOf,
  essay: essayOf,
};

function numericalOf(written: WrittenQuestion, say: Say): QuestionBody | null {
  const keys = fieldsOf(written, 'key');
  if (keys.length === 0) return say('no-key');
  const answers: NumericalBody['answers'] = [];
  for (const key of keys) {
    const around = readAround(key.lines[0]!.replace(/\.$/, ''));
    const fraction = key.note === '' ? 1 : readShare(key.note);
    if (!around || fraction === null) return bad(say, key);
    answers.push({ ...around, fraction });
  }
  const units: NumericalBody['units'] = [];
  const named = fieldOf(written, 'units');
  for (const part of named ? splitList(named.lines[0]!, ';') : []) {
    const match = /^((?:\\.|[^=\\])*?)\s*(?:=\s*(.*))?$/u.exec(part);
    const factor = match?.[2] === undefined ? 1 : numberOf(match[2]);
    if (!match || factor === null) return bad(say, named!);
    units.push({ name: plainOf(match[1]!), factor });
  }
  const policyField = fieldOf(written, 'unit-policy');
  const policy = policyField
    ? chosen(policyField.lines[0]!, unitPolicyWords)
    : units.length > 0
      ? 'optional'
      : 'not-asked';
  if (!policy) return bad(say, policyField!);
  const penaltyField = fieldOf(written, 'unit-penalty');
  const unitPenalty = penaltyField ? readShare(penaltyField.lines[0]!) : 0;
  if (unitPenalty === null) return bad(say, penaltyField!);
  return { type: 'numerical', stem: written.stem, answers, units, unitPolicy: policy, unitPenalty };
}

function blanksOf(written: WrittenQuestion, say: Say): QuestionBody | null {
  const blanks: Blank[] = [];
  for (const field of fieldsOf(written, 'blank')) {
    const { arg: id } = field;
    const kind = field.note === '' ? 'text' : chosen(field.note, blankKindWords);
    const weightField = fieldsOf(written, 'weight').find(({ arg }) => arg === id);
    const weight = weightField ? numberOf(weightField.lines[0]!) : 1;
    const parts = splitList(field.lines[0]!, '|');
    if (weight === null) return bad(say, weightField!);
    if (!kind || parts.length === 0) return bad(say, field);
    if (kind === 'choice') {
      const options = parts.map((part, at) => ({ id: letterId(at), text: plainOf(part.replace(/^\*\s*/, '')) }));
      const right = parts.findIndex((part) => part.startsWith('*'));
      blanks.push({ id, kind, weight, options, correct: right === -1 ? '' : letterId(right) });
      continue;
    }
    const answers = parts.map((part) => readWorth(plainOf(part)));
    if (kind === 'text') {
      const policyField = fieldsOf(written, 'policy').find(({ arg }) => arg === id);
      const matching = policyField ? readPolicy(policyField.lines[0]!) : USUAL;
      if (!matching) return bad(say, policyField!);
      blanks.push({ id, kind, weight, answers, matching });
    } else {
      const numbers = answers.map(({ text, fraction }) => ({ around: readAround(text), fraction }));
      if (numbers.some(({ around }) => around?.toleranceKind !== 'absolute')) return bad(say, field);
      blanks.push({
        ...{ id, kind, weight },
        answers: numbers.map(({ around, fraction }) => ({
          value: around!.value,
          tolerance: around!.tolerance,
          fraction,
        })),
      });
    }
  }
  if (blanks.length === 0) return say(blankMarks(written.stem).length > 0 ? 'no-key' : 'no-options');
  return { type: 'blanks', stem: written.stem, blanks };
}

function essayOf(written: WrittenQuestion, say: Say): QuestionBody | null {
  const count = (name: 'words' | 'files'): [number, number] | null => {
    const field = fieldOf(written, name);
    if (!field) return [0, 0];
    const match = /^(\d{0,6})\s*(?:([-–])\s*(\d{0,6}))?\.?$/.exec(field.lines[0]!.trim());
    if (!match) return bad(say, field);
    const [, from = '', dash, to = ''] = match;
    return dash === undefined ? [0, Number(from)] : [Number(from), Number(to)];
  };
  const words = count('words');
  const files = count('files');
  if (!words || !files) return null;
  const rubric: EssayBody['rubric'] = [];
  for (const field of written.fields) {
    const text = wordsOf(field, written.glue);
    if (field.name === 'criterion') rubric.push({ id: letterId(rubric.length), text, levels: [] });
    if (field.name !== 'level') continue;
    const points = numberOf(field.arg);
    if (points === null || rubric.length === 0) return bad(say, field);
    rubric.at(-1)!.levels.push({ points, text });
  }
  const marker = fieldOf(written, 'marker') ?? fieldOf(written, 'key');
  return {
    ...{ type: 'essay', stem: written.stem, rubric, markerNotes: marker ? wordsOf(marker, written.glue) : '' },
    ...{ minWords: words[0], maxWords: words[1], maxFiles: files[1] },
  };
}

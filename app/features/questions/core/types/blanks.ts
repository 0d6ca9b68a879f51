import { blankMarks, renameBlankMarks } from '#app/features/questions/core/blank-marks.ts';
import { isWithin, printNumber, readNumber } from '#app/features/questions/core/number-text.ts';
import {
  displayOrderOf,
  listProblems,
  MAX_OPTION_LENGTH,
  MAX_OPTIONS,
  optionAt,
  optionTexts,
  presentOptions,
} from '#app/features/questions/core/options.ts';
import { partOf, sentParts, splitOrder, storedParts } from '#app/features/questions/core/parts.ts';
import {
  type Blank,
  type BlanksBody,
  invalidResponse,
  type OptionOrder,
  type QuestionProblem,
  type QuestionType,
} from '#app/features/questions/core/question.ts';
import {
  bestOf,
  fractionOfText,
  fullAnswerProblems,
  readLine,
  textAnswerProblems,
} from '#app/features/questions/core/typed-text.ts';

export const MAX_BLANKS = 30;
const MAX_WEIGHT = 100;

/**
 * Gaps in a text: the response is the typed text, or the chosen option's id, by blank id. Positions count the blanks in the
 * order in which the stem holds them; the displayed order holds the options of each choice in turn.
 */
export const blanks: QuestionType<BlanksBody, Record<string, string>> = {
  optionIds: (body) => inReadingOrder(body).flatMap((blank) => optionsOf(blank).map(({ id }) => id)),

  displayOrder: (body, chance, options) =>
    inReadingOrder(body).flatMap((blank) => displayOrderOf(optionsOf(blank), chance, options)),

  present(body, order) {
    const shown = withOrder(body, order);
    const positions = new Map(shown.map(({ blank }, position) => [blank.id, position]));
    return {
      type: 'blanks',
      stem: renameBlankMarks(body.stem, (id) => positions.get(id)),
      blanks: shown.map(({ blank, ids }, position) => ({
        position,
        kind: blank.kind,
        ...(blank.kind === 'choice' && { options: presentOptions(blank.options, ids) }),
      })),
    };
  },

  readResponse(raw, body, order) {
    const shown = withOrder(body, order);
    const sent = sentParts(raw, shown.length);
    if (sent === invalidResponse) return invalidResponse;
    const parts: [string, string][] = [];
    for (const [position, value] of sent) {
      const { blank, ids } = shown[position]!;
      const read = blank.kind === 'choice' ? (optionAt(value, ids) ?? invalidResponse) : readLine(value);
      if (read === invalidResponse) return invalidResponse;
      if (read !== null) parts.push([blank.id, read]);
    }
    return storedParts(parts);
  },

  isComplete: (body, response) => body.blanks.every(({ id }) => partOf(response, id) !== undefined),

  /**
   * sum(weight x f) / sum(weight) over all blanks, where f is what one blank earns: a text the fraction of its best
   * matching answer, a choice 1 or 0, a number the fraction of the best answer within its tolerance.
   */
  grade(body, response) {
    const all = body.blanks.reduce((sum, { weight }) => sum + weight, 0);
    if (!(all > 0)) return 0;
    const earned = body.blanks.reduce(
      (sum, blank) => sum + blank.weight * fractionOf(blank, partOf(response, blank.id)),
      0,
    );
    return Math.min(1, earned / all);
  },

  presentResponse(body, response, order) {
    const parts = withOrder(body, order).flatMap(({ blank, ids }, position): [string, string | number][] => {
      const part = partOf(response, blank.id);
      if (part === undefined) return [];
      if (blank.kind !== 'choice') return [[String(position), part]];
      return ids.includes(part) ? [[String(position), ids.indexOf(part)]] : [];
    });
    return parts.length === 0 ? null : Object.fromEntries(parts);
  },

  reveal(body, order) {
    const shown = withOrder(body, order);
    const right = shown.map(({ blank, ids }, position): [string, number | string[]] => [
      String(position),
      blank.kind === 'choice' ? ids.indexOf(blank.correct) : rightTexts(blank),
    ]);
    const feedback = shown.flatMap(({ blank }, position): [string, string][] =>
      blank.feedback ? [[String(position), blank.feedback]] : [],
    );
    return { right: Object.fromEntries(right), feedback: Object.fromEntries(feedback) };
  },

  responseText: (body, response) =>
    inReadingOrder(body)
      .map((blank) => {
        const part = partOf(response, blank.id);
        if (part === undefined) return '';
        return blank.kind === 'choice' ? optionTexts(blank.options, [part]) : part;
      })
      .map((text, index) => (text === '' ? '' : `(${index + 1}) ${text}`))
      .filter((text) => text !== '')
      .join('; '),

  rightAnswerText: (body) =>
    inReadingOrder(body)
      .map((blank, index) => {
        const texts = blank.kind === 'choice' ? [optionTexts(blank.options, [blank.correct])] : rightTexts(blank);
        return `(${index + 1}) ${texts.join(' / ')}`;
      })
      .join('; '),

  problems(body) {
    const problems: QuestionProblem[] = [];
    if (body.blanks.length < 1) problems.push({ field: 'blanks', code: 'too-few' });
    if (body.blanks.length > MAX_BLANKS) problems.push({ field: 'blanks', code: 'too-many' });
    const marks = blankMarks(body.stem);
    const ids = body.blanks.map(({ id }) => id);
    if (marks.some((id) => !ids.includes(id))) problems.push({ field: 'stem', code: 'unknown-blank' });
    body.blanks.forEach((blank, index) => {
      const field = `blanks[${index}]`;
      if ((blank.feedback ?? '').length > MAX_OPTION_LENGTH) {
        problems.push({ field: `${field}.feedback`, code: 'too-long' });
      }
      const times = marks.filter((id) => id === blank.id).length;
      if (blank.id === '') problems.push({ field: `${field}.id`, code: 'missing' });
      else if (ids.indexOf(blank.id) !== index) problems.push({ field: `${field}.id`, code: 'duplicate' });
      else if (times === 0) problems.push({ field: `${field}.id`, code: 'blank-not-in-stem' });
      else if (times > 1) problems.push({ field: `${field}.id`, code: 'blank-twice-in-stem' });
      if (!(blank.weight > 0 && blank.weight <= MAX_WEIGHT)) {
        problems.push({ field: `${field}.weight`, code: 'out-of-range' });
      }
      problems.push(...blankProblems(blank, field));
    });
    return problems;
  },
};

const optionsOf = (blank: Blank) => (blank.kind === 'choice' ? blank.options : []);

/** The blanks as the stem holds them; those that it does not hold come last. */
function inReadingOrder({ stem, blanks: all }: BlanksBody): Blank[] {
  const marks = blankMarks(stem);
  const place = ({ id }: Blank) => (marks.includes(id) ? marks.indexOf(id) : marks.length);
  return [...all].sort((a, b) => place(a) - place(b));
}

/** The blanks in reading order, each with the ids of its options as displayed. */
function withOrder(body: BlanksBody, order: OptionOrder): { blank: Blank; ids: string[] }[] {
  const all = inReadingOrder(body);
  const orders = splitOrder(
    order,
    all.map((blank) => optionsOf(blank).length),
  );
  return all.map((blank, index) => ({ blank, ids: orders[index]! }));
}

function fractionOf(blank: Blank, part: string | undefined): number {
  if (part === undefined) return 0;
  switch (blank.kind) {
    case 'choice':
      return part === blank.correct ? 1 : 0;
    case 'text':
      return fractionOfText(blank.answers, blank.matching, part);
    case 'number': {
      const values = readNumber(part)?.values ?? [];
      const met = blank.answers.filter((answer) =>
        values.some((value) => isWithin(value, answer.value, answer.tolerance)),
      );
      return Math.min(1, Math.max(0, ...met.map(({ fraction }) => fraction)));
    }
  }
}

function rightTexts(blank: Exclude<Blank, { kind: 'choice' }>): string[] {
  if (blank.kind === 'text') return bestOf(blank.answers).map(({ text }) => text);
  return bestOf(blank.answers).map(({ value, tolerance }) =>
    tolerance > 0 ? `${printNumber(value)} ± ${printNumber(tolerance)}` : printNumber(value),
  );
}

function blankProblems(blank: Blank, field: string): QuestionProblem[] {
  switch (blank.kind) {
    case 'text':
      return textAnswerProblems(blank.answers, `${field}.answers`);
    case 'choice': {
      const problems = listProblems(blank.options, `${field}.options`, { fewest: 2, most: MAX_OPTIONS });
      if (blank.correct === '') problems.push({ field: `${field}.correct`, code: 'missing' });
      else if (!blank.options.some(({ id }) => id === blank.correct)) {
        problems.push({ field: `${field}.correct`, code: 'unknown-option' });
      }
      return problems;
    }
    case 'number': {
      const problems: QuestionProblem[] = [];
      blank.answers.forEach(({ value, tolerance, fraction }, index) => {
        const add = (part: string, code: QuestionProblem['code']) =>
          problems.push({ field: `${field}.answers[${index}].${part}`, code });
        if (!Number.isFinite(value)) add('value', 'not-a-number');
        if (!Number.isFinite(tolerance)) add('tolerance', 'not-a-number');
        else if (tolerance < 0) add('tolerance', 'out-of-range');
        if (!(fraction >= 0 && fraction <= 1)) add('fraction', 'out-of-range');
      });
      return [...problems, ...fullAnswerProblems(blank.answers, `${field}.answers`)];
    }
  }
}

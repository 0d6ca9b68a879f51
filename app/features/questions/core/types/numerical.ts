import { isWithin, printNumber, readNumber } from '#app/features/questions/core/number-text.ts';
import { MAX_OPTION_LENGTH } from '#app/features/questions/core/options.ts';
import type { NumericalBody, QuestionProblem, QuestionType } from '#app/features/questions/core/question.ts';
import { bestOf, fullAnswerProblems, readLine } from '#app/features/questions/core/typed-text.ts';
import { nfc } from '#app/kernel/vietnamese-text.ts';

export const MAX_NUMBERS = 20;
export const MAX_UNITS = 20;
const MAX_UNIT_LENGTH = 40;

type NumberAnswer = NumericalBody['answers'][number];

/** Numerical: the response is the text as typed, NFC and trimmed: a number, and where asked its unit. */
export const numerical: QuestionType<NumericalBody, string> = {
  optionIds: () => [],

  displayOrder: () => [],

  present: ({ stem, units, unitPolicy }) => ({
    type: 'numerical',
    stem,
    ...(unitPolicy !== 'not-asked' && units.length > 0 && { units: units.map(({ name }) => name) }),
  }),

  readResponse: (raw) => readLine(raw),

  isComplete: (_body, response) => response !== null && response !== '',

  /**
   * The fraction f of the best answer v with |x - v| <= tolerance (absolute) or <= tolerance x |v| (relative), bounds
   * included. x is the typed number; '1.234' counts as 1234 or as 1.234, whichever earns more. With a known unit
   * x is multiplied by its factor. A unit that is unknown, or missing where it is required, costs the penalty:
   * max(0, f - unitPenalty), x taken as it stands. Where no unit is asked, whatever is written behind the number is left out.
   */
  grade(body, response) {
    const judged = typeof response === 'string' ? judge(body, response) : null;
    return judged ? judged.fraction : 0;
  },

  presentResponse: (_body, response) => response,

  reveal(body, _order, response) {
    const feedback = typeof response === 'string' ? judge(body, response)?.answer.feedback : undefined;
    return {
      right: bestOf(body.answers).map((answer) => answerText(body, answer)),
      feedback: response !== null && feedback ? { [response]: feedback } : {},
    };
  },

  responseText: (_body, response) => response ?? '',

  rightAnswerText: (body) =>
    bestOf(body.answers)
      .map((answer) => answerText(body, answer))
      .join('; '),

  problems(body) {
    const problems: QuestionProblem[] = [];
    body.answers.forEach(({ value, tolerance, fraction, feedback }, index) => {
      const add = (part: string, code: QuestionProblem['code']) =>
        problems.push({ field: `answers[${index}].${part}`, code });
      if (!Number.isFinite(value)) add('value', 'not-a-number');
      if (!Number.isFinite(tolerance)) add('tolerance', 'not-a-number');
      else if (tolerance < 0) add('tolerance', 'out-of-range');
      if (!(fraction >= 0 && fraction <= 1)) add('fraction', 'out-of-range');
      if ((feedback?.length ?? 0) > MAX_OPTION_LENGTH) add('feedback', 'too-long');
    });
    if (body.answers.length > MAX_NUMBERS) problems.push({ field: 'answers', code: 'too-many' });
    problems.push(...fullAnswerProblems(body.answers, 'answers'), ...unitProblems(body));
    return problems;
  },
};

/** The best answer that a typed text meets, and what is earned by it; null when it meets none. */
function judge(body: NumericalBody, typed: string): { answer: NumberAnswer; fraction: number } | null {
  const number = readNumber(typed);
  if (!number) return null;
  const { factor, isFull } = unitOf(body, number.unit);
  const values = number.values.map((value) => value * factor);
  let best: { answer: NumberAnswer; fraction: number } | null = null;
  for (const answer of body.answers) {
    const tolerance =
      answer.toleranceKind === 'relative' ? answer.tolerance * Math.abs(answer.value) : answer.tolerance;
    if (!values.some((value) => isWithin(value, answer.value, tolerance))) continue;
    const earned = Math.max(0, Math.min(1, answer.fraction) - (isFull ? 0 : body.unitPenalty));
    if (!best || earned > best.fraction) best = { answer, fraction: earned };
  }
  return best;
}

/** What a number in the typed unit is multiplied by, and whether nothing is lost for the unit. */
function unitOf({ units, unitPolicy }: NumericalBody, typed: string): { factor: number; isFull: boolean } {
  if (unitPolicy === 'not-asked' || units.length === 0) return { factor: 1, isFull: true };
  if (typed === '') return { factor: 1, isFull: unitPolicy === 'optional' };
  const bare = (name: string) => nfc(name).trim().replace(/\.$/, '');
  const same = (fold: (name: string) => string) => units.filter(({ name }) => fold(bare(name)) === fold(typed));
  // mW is not MW; where only one unit can be meant, its case does not matter.
  const [exact] = same((name) => name);
  const folded = same((name) => name.toLowerCase());
  const unit = exact ?? (folded.length === 1 ? folded[0] : undefined);
  return unit ? { factor: unit.factor, isFull: true } : { factor: 1, isFull: false };
}

function answerText({ units, unitPolicy }: NumericalBody, { value, tolerance, toleranceKind }: NumberAnswer): string {
  const margin =
    toleranceKind === 'relative'
      ? `${printNumber(Number((tolerance * 100).toPrecision(12)))}%`
      : printNumber(tolerance);
  const unit = unitPolicy === 'not-asked' ? undefined : units.find(({ factor }) => factor === 1)?.name;
  return [printNumber(value), ...(tolerance > 0 ? ['±', margin] : []), ...(unit ? [unit] : [])].join(' ');
}

function unitProblems({ units, unitPolicy, unitPenalty }: NumericalBody): QuestionProblem[] {
  const problems: QuestionProblem[] = [];
  const names = new Set<string>();
  units.forEach(({ name, factor }, index) => {
    const written = nfc(name).trim();
    const field = `units[${index}].name`;
    if (written === '') problems.push({ field, code: 'missing' });
    else if (names.has(written)) problems.push({ field, code: 'duplicate' });
    if (written.length > MAX_UNIT_LENGTH) problems.push({ field, code: 'too-long' });
    if (!Number.isFinite(factor)) problems.push({ field: `units[${index}].factor`, code: 'not-a-number' });
    else if (factor <= 0) problems.push({ field: `units[${index}].factor`, code: 'out-of-range' });
    names.add(written);
  });
  if (units.length > MAX_UNITS) problems.push({ field: 'units', code: 'too-many' });
  if (units.length === 0 && unitPolicy !== 'not-asked') problems.push({ field: 'units', code: 'missing' });
  if (!(unitPenalty >= 0 && unitPenalty <= 1)) problems.push({ field: 'unitPenalty', code: 'out-of-range' });
  return problems;
}

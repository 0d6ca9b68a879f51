import type { QuestionBody, QuestionTypeName } from '../../question.ts';

type Shape = (value: unknown) => boolean;

const text: Shape = (value) => typeof value === 'string';
const truth: Shape = (value) => typeof value === 'boolean';
const number: Shape = (value) => typeof value === 'number' && Number.isFinite(value);
const oneOf =
  (...names: string[]): Shape =>
  (value) =>
    names.includes(value as string);
const list =
  (shape: Shape): Shape =>
  (value) =>
    Array.isArray(value) && value.length <= 200 && value.every(shape);
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const texts: Shape = (value) => isObject(value) && Object.values(value).every(text);
/** Exactly these fields; a name that ends in '?' may be left out. */
const record =
  (fields: Record<string, Shape>): Shape =>
  (value) =>
    isObject(value) &&
    Object.keys(value).every((name) => name in fields || `${name}?` in fields) &&
    Object.entries(fields).every(([name, shape]) =>
      name.endsWith('?')
        ? value[name.slice(0, -1)] === undefined || shape(value[name.slice(0, -1)])
        : Object.hasOwn(value, name) && shape(value[name]),
    );

const option = record({ id: text, text, 'fixed?': truth, 'feedback?': text });
const named = record({ id: text, text });
const scoring = oneOf('all-or-nothing', 'proportional', 'right-minus-wrong');
const matching = record({ case: truth, tones: oneOf('exact', 'ignore'), spelling: oneOf('exact', 'equivalent') });
const textAnswers = list(record({ text, fraction: number }));
const blank = { id: text, weight: number, 'feedback?': text };
const blanks: Shape[] = [
  record({ ...blank, kind: oneOf('text'), answers: textAnswers, matching }),
  record({ ...blank, kind: oneOf('choice'), options: list(named), correct: text }),
  record({
    ...blank,
    kind: oneOf('number'),
    answers: list(record({ value: number, tolerance: number, fraction: number })),
  }),
];
const level = record({ points: number, text });

const bodies: Record<QuestionTypeName, Record<string, Shape>> = {
  single: { options: list(option), correct: text },
  multiple: { options: list(option), correct: list(text), scoring },
  'true-false': { answer: truth, 'feedbackTrue?': text, 'feedbackFalse?': text },
  'short-answer': { answers: textAnswers, matching },
  cluster: { statements: list(record({ id: text, text, answer: truth, 'feedback?': text })), scoring },
  matching: {
    prompts: list(record({ id: text, text, 'feedback?': text })),
    choices: list(named),
    pairs: texts,
    scoring,
  },
  ordering: { items: list(named), scoring: oneOf('all-or-nothing', 'in-place', 'next-to') },
  numerical: {
    answers: list(
      record({
        ...{ value: number, tolerance: number, toleranceKind: oneOf('absolute', 'relative'), fraction: number },
        'feedback?': text,
      }),
    ),
    units: list(record({ name: text, factor: number })),
    unitPolicy: oneOf('not-asked', 'optional', 'required'),
    unitPenalty: number,
  },
  blanks: { blanks: list((value) => blanks.some((shape) => shape(value))) },
  essay: {
    ...{ minWords: number, maxWords: number, maxFiles: number, markerNotes: text },
    rubric: list(record({ id: text, text, levels: list(level) })),
  },
};

/** Whether a value from outside has the form of a question's body; whether it is sound is for `validateQuestion`. */
export function isBody(value: unknown): value is QuestionBody {
  const type = isObject(value) ? value.type : undefined;
  if (typeof type !== 'string' || !Object.hasOwn(bodies, type)) return false;
  return record({ type: text, stem: text, ...bodies[type as QuestionTypeName] })(value);
}

import { z } from 'zod';
import { difficulties, orderScorings, scorings } from '#app/features/questions/core/question.ts';
import type { QuestionDraft } from '#app/features/questions/core/question-draft.ts';
import { questionTypeNames } from '#app/features/questions/core/question-types.ts';

/** More than this in one field is no honest form: what an author may write is less, and said beside the field. */
const text = z.string({ error: 'malformed' }).max(20_000, { error: 'too-long' }).default('');
const short = z.string({ error: 'malformed' }).max(200, { error: 'too-long' }).default('');
/** A checkbox: absent when it is not ticked. */
const tick = z.enum(['on', 'true'], { error: 'malformed' }).optional().transform(Boolean);
const id = z.string({ error: 'malformed' }).regex(/^[A-Za-z0-9_-]{0,40}$/, { error: 'malformed' });
const optionId = id.min(1, { error: 'malformed' });

const list = <Row extends z.ZodType>(row: Row, most = 50) =>
  z.array(row, { error: 'malformed' }).max(most, { error: 'too-many' }).default([]);
const rowsById = <Shape extends z.ZodRawShape>(shape: Shape) =>
  list(z.strictObject({ id: optionId, ...shape })).refine(
    (rows) => new Set(rows.map((row) => (row as { id: string }).id)).size === rows.length,
    { error: 'malformed' },
  );
const oneOf = <const Values extends readonly [string, ...string[]]>(values: Values, preset: Values[number]) =>
  z.enum(values, { error: 'malformed' }).default(preset as never);
const truth = oneOf(['', 'true', 'false'], '');
const answers = list(z.strictObject({ text, percent: short }));
const policy = { ignoreCase: tick, ignoreTones: tick, equivalentSpelling: tick };
const number = { value: short, tolerance: short, percent: short };

/** The fields of each type of question; those of the types that a form is not about are absent. */
const ofTypes = {
  options: rowsById({ text, feedback: text, isFixed: tick }),
  right: list(id),
  scoring: oneOf(scorings, 'right-minus-wrong'),
  truth,
  feedbackTrue: text,
  feedbackFalse: text,
  statements: rowsById({ text, answer: truth, feedback: text }),
  prompts: rowsById({ text, choice: id.default(''), feedback: text }),
  choices: rowsById({ text }),
  items: rowsById({ text }),
  orderScoring: oneOf(orderScorings, 'next-to'),
  answers,
  ...policy,
  numbers: list(
    z.strictObject({ ...number, toleranceKind: oneOf(['absolute', 'relative'], 'absolute'), feedback: text }),
  ),
  units: list(z.strictObject({ name: short, factor: short })),
  unitPolicy: oneOf(['not-asked', 'optional', 'required'], 'not-asked'),
  unitPenalty: short,
  blanks: rowsById({
    kind: oneOf(['text', 'choice', 'number'], 'text'),
    weight: short,
    feedback: text,
    answers,
    ...policy,
    options: rowsById({ text }),
    right: id.default(''),
    numbers: list(z.strictObject(number)),
  }),
  minWords: short,
  maxWords: short,
  maxFiles: short,
  rubric: rowsById({ text, levels: list(z.strictObject({ points: short, text })) }),
  markerNotes: text,
};

const draft = {
  type: z.enum(questionTypeNames, { error: 'malformed' }),
  categoryId: id.default(''),
  difficulty: short,
  tags: text,
  stem: text,
  ...ofTypes,
  explanation: text,
  source: text,
};

/** The question editor's form as it arrives: the draft, which button was pressed, and the state that the author saw. */
export const questionFormSchema = z
  .strictObject({
    ...draft,
    intent: short,
    /** Of the question that the form makes. */
    newId: id.default(''),
    base: z
      .strictObject({
        number: z.coerce.number({ error: 'malformed' }).int({ error: 'malformed' }).min(1, { error: 'malformed' }),
        categoryId: id,
        difficulty: z.enum(difficulties, { error: 'malformed' }),
        tags: text,
      })
      .optional(),
  })
  .transform(({ intent, base, newId, ...rest }) => ({ intent, base, newId, draft: rest satisfies QuestionDraft }));

/** The JSON column `tags`. */
export const tagsSchema = z.array(z.string());

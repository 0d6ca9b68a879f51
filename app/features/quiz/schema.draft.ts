import { z } from 'zod';
import type { QuizDraft } from './core/quiz-draft.ts';
import { REVIEW_WHATS } from './core/review.ts';
import { BEHAVIOURS, WHICH_ATTEMPTS } from './core/settings.ts';

/** More than this in one field is no honest form: what an author may write is less, and said beside the field. */
const text = z.string({ error: 'malformed' }).max(20_000, { error: 'too-long' });
const short = z.string({ error: 'malformed' }).max(400, { error: 'too-long' });
const id = z
  .string({ error: 'malformed' })
  .regex(/^[A-Za-z0-9_-]{0,40}$/, { error: 'malformed' })
  .default('');
/** A checkbox: absent when it is not ticked. JSON holds it as it is. */
const tick = z
  .union([z.boolean(), z.enum(['on', 'true'])], { error: 'malformed' })
  .optional()
  .transform(Boolean);
const shown = z
  .array(z.enum(REVIEW_WHATS, { error: 'malformed' }), { error: 'malformed' })
  .max(20)
  .default([]);

const slot = z.strictObject({
  kind: z.enum(['fixed', 'random'], { error: 'malformed' }),
  questionId: id,
  categoryId: id,
  withSubcategories: tick,
  tag: short.default(''),
  difficulty: short.default(''),
  count: short,
  maxMark: short,
});

// Every text field is always sent, empty or not: a form that was cut off on its way must not read as "no limit".
const draft = {
  title: text,
  instructions: text,
  kind: z.enum(['practice', 'exam'], { error: 'malformed' }),
  place: z.string({ error: 'malformed' }).regex(/^[A-Za-z0-9_-]{0,40}(\/[a-z0-9-]{1,80})?$/, { error: 'malformed' }),
  timeLimitMinutes: short,
  attemptsAllowed: short,
  which: z.enum(WHICH_ATTEMPTS, { error: 'malformed' }),
  passGrade: short,
  gradeScale: short,
  questionsPerPage: short,
  shuffleQuestions: tick,
  shuffleOptions: tick,
  openAt: short,
  closeAt: short,
  graceSeconds: short,
  delayMinutes: short,
  behaviour: z.enum(BEHAVIOURS, { error: 'malformed' }),
  triesAllowed: short,
  tryPenaltyPercent: short,
  certainty: tick,
  forwardOnly: tick,
  accessKind: z.enum(['none', 'password', 'day-code'], { error: 'malformed' }),
  accessPassword: short,
  networks: text,
  markers: z.enum(['1', '2'], { error: 'malformed' }),
  disagreementPercent: short,
  thresholdExcellent: short,
  thresholdGood: short,
  thresholdAverage: short,
  bands: z
    .array(z.strictObject({ from: short, text }), { error: 'malformed' })
    .max(30, { error: 'too-many' })
    .default([]),
  review: z
    .strictObject(
      { during: shown, 'just-after': shown, 'later-open': shown, 'after-close': shown },
      { error: 'malformed' },
    )
    .prefault({})
    .transform((matrix) => ({
      during: [...matrix.during].sort(),
      'just-after': [...matrix['just-after']].sort(),
      'later-open': [...matrix['later-open']].sort(),
      'after-close': [...matrix['after-close']].sort(),
    })),
  slots: z.array(slot, { error: 'malformed' }).max(300, { error: 'too-many' }).default([]),
};

const wholeDraft: z.ZodType<QuizDraft> = z.strictObject(draft);

/** The state that the author saw, as JSON in a hidden field: only ever compared with, to say what others changed. */
const seenDraft = z
  .string({ error: 'malformed' })
  .max(200_000, { error: 'too-long' })
  .transform((json, context) => {
    try {
      const read = wholeDraft.safeParse(JSON.parse(json));
      if (read.success) return read.data;
    } catch {}
    context.addIssue({ code: 'custom', message: 'malformed' });
    return z.NEVER;
  });

/** The quiz editor's form as it arrives: the draft, the button pressed, the search for questions, and what the author saw. */
export const quizFormSchema = z
  .strictObject({
    ...draft,
    intent: short,
    pick: z
      .strictObject({
        search: short.default(''),
        category: id,
        ids: z.array(id, { error: 'malformed' }).max(100, { error: 'too-many' }).default([]),
      })
      .prefault({}),
    base: z.strictObject({
      revision: z.coerce.number({ error: 'malformed' }).int({ error: 'malformed' }).min(1, { error: 'malformed' }),
      draft: seenDraft,
    }),
    // After a conflict: the state before the others' changes, for merging. `base` is the one after them.
    seen: seenDraft.optional(),
  })
  .transform(({ intent, pick, base, seen, ...rest }) => {
    return { intent, pick, base, ...(seen && { seen }), draft: rest satisfies QuizDraft };
  });

/** The form that begins a quiz. */
export const newQuizSchema = z.strictObject({
  title: short,
  kind: z.enum(['practice', 'exam'], { error: 'missing' }),
  unitId: id,
});

/** The buttons beside the form: they act on what is stored. */
export const quizStateSchema = z.strictObject({
  intent: z.enum(['publish', 'unpublish', 'archive', 'restore'], { error: 'malformed' }),
  revision: z.coerce.number({ error: 'malformed' }).int({ error: 'malformed' }).min(1, { error: 'malformed' }),
});

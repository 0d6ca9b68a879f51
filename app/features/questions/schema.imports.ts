import { z } from 'zod';
import { formatNames } from './core/formats/read-question.ts';
import type { ImportDecisions } from './core/imports/decisions.ts';
import { sourceFormats } from './core/imports/source-formats.ts';
import { difficulties } from './core/question.ts';

/** Some four thousand questions; what is longer comes in several files. */
export const LONGEST_SOURCE = 2_000_000;

const key = z.string().max(40);
const choice = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('leave-out') }),
  z.object({ kind: z.literal('keep') }),
  z.object({ kind: z.literal('new-version'), questionId: z.string().max(40) }),
]);

const problem = z.object({
  severity: z.enum(['error', 'warning', 'hint']),
  line: z.number(),
  code: z.string(),
  detail: z.string(),
  excerpt: z.string(),
});

/** The JSON column of an import. */
export const decisionsSchema = z.object({
  difficulty: z.enum(difficulties),
  tags: z.array(z.string()),
  choices: z.record(key, choice),
  taken: z.record(key, z.string()),
  takes: z.array(z.number()),
  fileFormat: z.enum(formatNames),
  fileProblems: z.array(problem),
}) as unknown as z.ZodType<ImportDecisions>;

const source = z
  .string({ error: 'malformed' })
  .max(LONGEST_SOURCE, { error: 'too-long' })
  .transform((text) => text.replace(/\r\n?/g, '\n'));
const revision = z.coerce.number({ error: 'malformed' }).int({ error: 'malformed' }).min(1, { error: 'malformed' });
const id = z.string({ error: 'malformed' }).regex(/^[0-9A-Za-z_-]{0,40}$/, { error: 'malformed' });
const newId = z.string({ error: 'malformed' }).regex(/^[0-9A-Za-z_-]{10,40}$/, { error: 'malformed' });
const format = z.enum(['', ...formatNames], { error: 'malformed' }).default('');
const tags = z
  .string({ error: 'malformed' })
  .max(1000, { error: 'too-long' })
  .default('')
  .transform((text) =>
    [...new Set(text.split(',').map((tag) => tag.trim().slice(0, 60)))].filter(Boolean).slice(0, 20),
  );

/** The fields beside a file. */
export const uploadFieldsSchema = z.object({ importId: newId, unitId: id.default(''), format });

/** A pasted text on its way. */
export const pastedSchema = z.object({ importId: newId, unitId: id.default(''), format, source });

/** Everything that an author changes of an import, sent as a whole with the revision that it began from. */
export const importStateSchema = z.object({
  revision,
  source,
  format: z.enum(sourceFormats, { error: 'malformed' }),
  categoryId: id,
  difficulty: z.enum(difficulties, { error: 'malformed' }),
  tags,
  choices: z
    .string({ error: 'malformed' })
    .max(400_000, { error: 'too-long' })
    .optional()
    .transform((json, context) => {
      if (json === undefined || json === '') return undefined;
      try {
        const read = z.record(key, choice).safeParse(JSON.parse(json));
        if (read.success) return read.data;
      } catch {}
      context.addIssue({ code: 'custom', message: 'malformed' });
      return z.NEVER;
    }),
});

/** The buttons of the screen that want no text. `decide`: KEY:leave-out, KEY:keep or KEY:new-version:QUESTION. */
export const importIntentSchema = z.object({ intent: z.string().max(120).default('save') });

export const undoSchema = z.object({ revision });

/** As typed: the quiz reads it and says what is wrong. */
const rule = z.string({ error: 'malformed' }).transform((typed) => typed.slice(0, 40));

/** What a quiz of an import's questions begins with; units are those to which its course is assigned at once. */
export const importQuizSchema = z.object({
  quizId: newId,
  title: z.string({ error: 'missing' }).trim().min(1, { error: 'missing' }).max(200, { error: 'too-long' }),
  kind: z.enum(['practice', 'exam'], { error: 'missing' }),
  timeLimitMinutes: rule,
  attemptsAllowed: rule,
  passGrade: rule,
  place: z.string({ error: 'malformed' }).regex(/^[A-Za-z0-9_-]{0,40}(\/[a-z0-9-]{1,80})?$/, { error: 'malformed' }),
});

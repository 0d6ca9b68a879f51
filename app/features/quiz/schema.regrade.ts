import { z } from 'zod';
import type { QuestionBody } from '#app/features/questions/core/question.ts';
import { questionBodySchema } from '#app/features/questions/schema.ts';
import type { DryRuns } from './core/regrade/key-change.ts';

/** Reads the JSON column QuestionVersion.body. Throws for damage. */
export const readQuestionBody = (json: string): QuestionBody => questionBodySchema.parse(JSON.parse(json));

const counts = {
  ...{ attempts: z.number(), marksChanged: z.number(), marksUp: z.number(), marksDown: z.number() },
  ...{ gradesChanged: z.number(), wouldPass: z.number(), wouldFail: z.number() },
  ...{ classificationsChanged: z.number(), waiting: z.number() },
};
const dryRun = z.object({
  ...counts,
  perQuiz: z.array(z.object({ ...counts, quizId: z.string() })),
  perUnit: z.array(z.object({ ...counts, unitId: z.string().nullable() })),
});
const dryRuns: z.ZodType<DryRuns> = z.object({ proposed: dryRun, approved: dryRun.nullable() });

/** Reads the JSON column KeyChange.dryRun. Throws for damage. */
export const readDryRuns = (json: string): DryRuns => dryRuns.parse(JSON.parse(json));

const id = z.string({ error: 'malformed' }).regex(/^[A-Za-z0-9_-]{1,64}$/, { error: 'malformed' });
const note = z
  .string({ error: 'malformed' })
  .max(1000, { error: 'too-long' })
  .transform((text) => text.trim());

/** The form that proposes a change of key. */
export const proposalSchema = z.strictObject({
  fromVersionId: id,
  reason: note.pipe(z.string().min(1, { error: 'missing' })),
});

/** The buttons of a change of key; `seen` names the figures that the approver looked at. */
export const decisionSchema = z.discriminatedUnion(
  'intent',
  [
    z.strictObject({ intent: z.literal('approve'), note: note.default(''), seen: id }),
    z.strictObject({ intent: z.literal('refuse'), note: note.default(''), seen: id.optional() }),
    z.strictObject({ intent: z.literal('withdraw') }),
    z.strictObject({ intent: z.literal('stop') }),
    z.strictObject({ intent: z.literal('continue') }),
  ],
  { error: 'malformed' },
);

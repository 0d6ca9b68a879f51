import { z } from 'zod';
import type { Blueprint } from './core/blueprint.ts';
import type { OverrideDraft } from './core/rules/override-draft.ts';

const short = z.string({ error: 'malformed' }).max(600, { error: 'too-long' }).default('');
const id = z
  .string({ error: 'malformed' })
  .regex(/^[A-Za-z0-9_-]{0,64}$/, { error: 'malformed' })
  .default('');
const tick = z
  .literal('on', { error: 'malformed' })
  .optional()
  .transform((value) => value === 'on');

/** The form of an exception, and the button that ends one. `confirm`: attempts may end at once. */
export const overrideFormSchema = z.discriminatedUnion('intent', [
  z
    .strictObject({
      intent: z.literal('set'),
      target: z.enum(['person', 'unit', 'group'], { error: 'malformed' }),
      ...{ personId: id, unitId: id, groupId: id },
      ...{ openAt: short, hasNoOpen: tick, closeAt: short, hasNoClose: tick },
      ...{ timeLimitMinutes: short, hasNoLimit: tick, attemptsAllowed: short, hasAllAttempts: tick },
      ...{ reason: short, confirm: tick },
    })
    .transform(({ intent, confirm, ...draft }) => ({ intent, confirm, draft: draft satisfies OverrideDraft })),
  z.strictObject({ intent: z.literal('end'), overrideId: id, reason: short, confirm: tick }),
]);

const cell = z.object({ count: z.int().min(0), maxMark: z.number() });
const blueprintSchema = z.object({
  rows: z.array(
    z.object({
      topic: z.object({ kind: z.enum(['category', 'branch', 'tag']), id: z.string() }),
      cells: z.object({ easy: cell, medium: cell, hard: cell }),
    }),
  ),
});

/** Reads the JSON column Quiz.blueprint. Throws for damage. */
export const readBlueprintColumn = (json: string): Blueprint => blueprintSchema.parse(JSON.parse(json));

const typedCell = z.strictObject({ count: short, mark: short });

/** The matrix as it arrives, with the button pressed: 'build', 'add' (a topic) or 'remove.2'. */
export const blueprintFormSchema = z.strictObject({
  intent: z.string({ error: 'malformed' }).regex(/^(build|look|add|remove\.\d{1,3})$/, { error: 'malformed' }),
  topic: short,
  revision: z.coerce.number({ error: 'malformed' }).int({ error: 'malformed' }).min(1, { error: 'malformed' }),
  rows: z
    .array(z.strictObject({ topic: short, easy: typedCell, medium: typedCell, hard: typedCell }), {
      error: 'malformed',
    })
    .max(100, { error: 'too-many' })
    .default([]),
});

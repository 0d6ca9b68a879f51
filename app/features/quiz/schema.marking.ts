import { z } from 'zod';
import type { ChosenLevels } from './core/marking/rubric.ts';

const levels = z.record(z.string(), z.number());

/** Reads the JSON column MarkingMark.rubric. Throws for damage. */
export const readChosenLevels = (json: string): ChosenLevels => levels.parse(JSON.parse(json));

/** The most characters of a comment to a learner. */
export const MAX_COMMENT_LENGTH = 4000;

/** What a marker's form sends: for each criterion by its place the place of a level, or a mark as typed; a comment. */
export interface MarkForm {
  intent: 'save' | 'save-and-next';
  /** By the criterion's place, from 0; a criterion that is not there has no level yet. */
  levels: Record<number, number>;
  mark: string;
  comment: string;
}

const levelName = /^level-(\d{1,2})$/;

export const markFormSchema: z.ZodType<MarkForm> = z
  .object({
    intent: z.enum(['save', 'save-and-next'], { error: 'malformed' }).default('save-and-next'),
    mark: z.string({ error: 'malformed' }).max(20, { error: 'too-long' }).default(''),
    comment: z
      .string({ error: 'malformed' })
      .max(MAX_COMMENT_LENGTH, { error: 'too-long' })
      .default('')
      .transform((text) => text.trim()),
  })
  .catchall(z.string().regex(/^\d{1,2}$/, { error: 'malformed' }))
  .superRefine((fields, context) => {
    for (const field of Object.keys(fields)) {
      if (['intent', 'mark', 'comment'].includes(field) || levelName.test(field)) continue;
      context.addIssue({ code: 'custom', message: 'unexpected', path: [field] });
    }
  })
  .transform(({ intent, mark, comment, ...rest }): MarkForm => {
    const chosen = Object.entries(rest).map(([name, value]) => [levelName.exec(name)?.[1] ?? '', Number(value)]);
    return { intent, mark, comment, levels: Object.fromEntries(chosen) as Record<number, number> };
  });

/** The form that opens a settled answer again. */
export const reopenFormSchema = z.strictObject({
  reason: z
    .string({ error: 'missing' })
    .transform((text) => text.trim())
    .pipe(z.string().min(1, { error: 'missing' }).max(500, { error: 'too-long' })),
});

/** The form that takes the next answer, of this question first where one is named. */
export const takeFormSchema = z.strictObject({
  questionId: z
    .string({ error: 'malformed' })
    .regex(/^[A-Za-z0-9_-]{1,40}$/, { error: 'malformed' })
    .optional(),
});

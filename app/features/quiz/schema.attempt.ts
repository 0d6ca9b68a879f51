import { z } from 'zod';
import { MAX_ESSAY_LENGTH } from '#app/features/questions/core/types/essay.ts';
import { CERTAINTIES, type Certainty } from './core/certainty.ts';

/** Of a question of several parts (statements, prompts, items, blanks), and of the options chosen. */
const MAX_PARTS = 50;
const MAX_PART_LENGTH = 2000;

const slot = z.int({ error: 'not-a-slot' }).min(1, { error: 'not-a-slot' }).max(1000, { error: 'not-a-slot' });
const sequence = z
  .int({ error: 'not-a-sequence' })
  .min(1, { error: 'not-a-sequence' })
  .max(1_000_000_000, { error: 'not-a-sequence' });
// What its question's type makes of it is judged later; here only that it is small and flat.
const part = z.union([z.null(), z.boolean(), z.number(), z.string().max(MAX_PART_LENGTH)]);
const response = z.union(
  [
    z.null(),
    z.boolean(),
    z.number(),
    // The text of an essay is the longest of all.
    z.string().max(MAX_ESSAY_LENGTH),
    z.array(z.union([z.number(), z.string().max(20)])).max(MAX_PARTS),
    z.record(z.string().regex(/^\d{1,2}$/), part).refine((parts) => Object.keys(parts).length <= MAX_PARTS),
  ],
  { error: 'not-an-answer' },
);

const certainty = z.literal(CERTAINTIES, { error: 'not-a-certainty' });

const answerMessage = z.strictObject({ slot, sequence, response, certainty: certainty.nullable().optional() });
const flagMessage = z.strictObject({ slot, flagged: z.boolean({ error: 'not-a-flag' }) });
const checkMessage = z.strictObject({ slot, check: z.literal(true, { error: 'not-a-check' }) });

/**
 * The shape of what a browser sends about one question of an open attempt: a changed answer, a flag set or taken off, or
 * "check this one". Chosen by the field that only it has, so that a refusal can name the field that is wrong.
 */
export function attemptMessageSchema(raw: unknown): z.ZodType<AttemptMessage> {
  const has = (name: string) => typeof raw === 'object' && raw !== null && name in raw;
  return has('flagged') ? flagMessage : has('check') ? checkMessage : answerMessage;
}

export type AttemptMessage =
  | { slot: number; sequence: number; response: unknown; certainty?: Certainty | null }
  | { slot: number; flagged: boolean }
  | { slot: number; check: true };

/** What a button of the plain form asks for; a number is a slot. */
export interface AttemptStep {
  kind: 'save' | 'next' | 'previous' | 'overview' | 'go' | 'flag' | 'unflag' | 'check' | 'clear';
  slot: number;
}

/** A whole page of an attempt as a plain form sends it. */
export interface AttemptForm {
  page: number;
  step: AttemptStep;
  answers: { slot: number; sequence: number; response: unknown; certainty: Certainty | null; field: string }[];
}

const stepPattern = /^(?:(save|next|previous|overview)|(go|flag|unflag|check|clear):([1-9]\d{0,2}))$/;
const fieldPattern = /^(?<kind>[sac](?!.*\.)|a)(?<slot>[1-9]\d{0,2})(?:\.(?<part>\d{1,2}))?$/;
const readField = (field: string) => fieldPattern.exec(field)?.groups ?? {};
// Twice the longest text: a browser sends each line end as two characters.
const tooLong = { error: 'too-long' };
const formValue = z.union(
  [z.string().max(2 * MAX_ESSAY_LENGTH, tooLong), z.array(z.string().max(20, tooLong)).max(MAX_PARTS, tooLong)],
  tooLong,
);

/**
 * The form of an exam page: `page`, `do` (which button), and per question `s7` (the sequence that the page was made with)
 * and `a7` (the answer; absent where nothing is chosen), or `a7.0`, `a7.1` for the parts of the answer by displayed
 * position; `c7` is how sure the learner is of it. Only questions whose `s` is there are answered by it.
 */
export const attemptFormSchema: z.ZodType<AttemptForm> = z
  .object({
    page: z.string().regex(/^[1-9]\d{0,2}$/, { error: 'not-a-page' }),
    do: z.string().regex(stepPattern, { error: 'not-a-step' }).default('save'),
  })
  .catchall(formValue)
  .superRefine((fields, context) => {
    for (const [field, value] of Object.entries(fields)) {
      if (field === 'page' || field === 'do') continue;
      const { kind, slot } = readField(field);
      const problem = (message: string) => context.addIssue({ code: 'custom', message, path: [field] });
      if (!kind) problem('unexpected');
      else if (kind === 's' && !(typeof value === 'string' && /^\d{1,9}$/.test(value))) problem('not-a-sequence');
      else if (kind === 'c' && !(typeof value === 'string' && /^[1-3]?$/.test(value))) problem('not-a-certainty');
      else if (kind !== 's' && !(`s${slot}` in fields)) problem('no-sequence');
    }
  })
  .transform((fields): AttemptForm => {
    const [, plain, about, number] = stepPattern.exec(fields.do) ?? [];
    const step = { kind: (plain ?? about) as AttemptStep['kind'], slot: Number(number ?? 0) };
    const parts = partsOf(fields);
    const answers = Object.keys(fields).flatMap((field) => {
      if (!/^s\d/.test(field)) return [];
      const slot = Number(field.slice(1));
      const isCleared = step.kind === 'clear' && step.slot === slot;
      const response = isCleared ? null : (fields[`a${slot}`] ?? parts.get(slot) ?? null);
      const sure = isCleared ? '' : (fields[`c${slot}`] ?? '');
      const certainty = sure === '' ? null : (Number(sure) as Certainty);
      return [{ slot, sequence: Number(fields[field]) + 1, response, certainty, field: `a${slot}` }];
    });
    return { page: Number(fields.page), step, answers };
  });

/** What came as `a7.0`, `a7.1`: by slot, by displayed position. */
function partsOf(fields: Record<string, unknown>): Map<number, Record<string, unknown>> {
  const parts = new Map<number, Record<string, unknown>>();
  for (const [field, value] of Object.entries(fields)) {
    const { slot, part } = readField(field);
    if (part === undefined) continue;
    parts.set(Number(slot), { ...parts.get(Number(slot)), [part]: value });
  }
  return parts;
}

/** The form that starts an attempt, with the code where the quiz asks for one, or an author's preview. */
export const startFormSchema = z.strictObject({
  preview: z.literal('yes', { error: 'unexpected' }).optional(),
  code: z.string().max(200, { error: 'too-long' }).optional(),
});

/** The page of an address; what is no page is the first. */
export const pageParameter = z.coerce.number().int().min(1).max(999).catch(1);

import { z } from 'zod';
import { nfc } from '#app/kernel/vietnamese-text.ts';
import { type CompositionRule, type GroupRequirements, nothingRequired } from './core/groups/requirements.ts';
import { memberships, personnelClasses, unitKinds } from './core/person.ts';

const least = z.coerce.number().int({ error: 'number' }).min(1, { error: 'number' }).max(100_000, { error: 'number' });
const courseId = z.string().regex(/^[0-9A-Za-z_-]{1,64}$/, { error: 'malformed' });

const ruleSchema = z.discriminatedUnion('field', [
  z.object({ field: z.literal('class'), value: z.enum(personnelClasses), least }),
  z.object({ field: z.literal('membership'), value: z.enum(memberships), least }),
  z.object({ field: z.literal('position'), value: z.string().min(1).max(200), least }),
]);

const requirementsSchema = z.object({
  count: least.nullable().default(null),
  composition: z.array(ruleSchema).max(30).default([]),
  courseIds: z.array(courseId).max(50).default([]),
  perUnit: z
    .object({ kind: z.enum(unitKinds), least })
    .nullable()
    .default(null),
});

/** The JSON column; what an older version left out is not asked. */
export function readGroupRequirements(text: string): GroupRequirements {
  const read = requirementsSchema.safeParse(JSON.parse(text));
  return read.success ? read.data : nothingRequired;
}
export const printGroupRequirements = (required: GroupRequirements): string => JSON.stringify(required);

const line = z.string().max(2000, { error: 'too-long' });
const lines = z.array(line).max(40, { error: 'too-long' }).default([]);

/** The form of a group's requirements: rules as lists, one entry a row; a row without a number asks nothing. */
const formSchema = z.object({
  purpose: line.default(''),
  count: line.default(''),
  what: lines,
  position: lines,
  least: lines,
  courseId: z.array(courseId).max(50, { error: 'too-long' }).default([]),
  unitKind: z.enum([...unitKinds, '']).default(''),
  unitLeast: line.default(''),
});

export interface RequirementsForm {
  purpose: string;
  required: GroupRequirements;
  /** By the id of the field. */
  problems: Record<string, 'number' | 'position'>;
}

/** What the form says, with what cannot be read beside its field. */
export const requirementsFormSchema = formSchema.transform((form): RequirementsForm => {
  const problems: RequirementsForm['problems'] = {};
  const numberOf = (id: string, typed: string): number | null => {
    if (typed.trim() === '') return null;
    const read = least.safeParse(typed.trim());
    if (read.success) return read.data;
    problems[id] = 'number';
    return null;
  };
  const composition = form.what.flatMap((what, at): CompositionRule[] => {
    const many = numberOf(`least-${at}`, form.least[at] ?? '');
    if (what === '' || many === null) return [];
    if (what === 'position') {
      const value = nfc(form.position[at] ?? '').trim();
      if (value === '') problems[`position-${at}`] = 'position';
      return value === '' ? [] : [{ field: 'position', value: value.slice(0, 200), least: many }];
    }
    const [field, value] = what.split(':');
    const rule = ruleSchema.safeParse({ field, value, least: many });
    return rule.success ? [rule.data] : [];
  });
  const unitLeast = numberOf('unitLeast', form.unitLeast);
  const kind = form.unitKind;
  return {
    purpose: nfc(form.purpose).trim(),
    required: {
      count: numberOf('count', form.count),
      composition,
      courseIds: [...new Set(form.courseId)],
      perUnit: kind === '' || unitLeast === null ? null : { kind, least: unitLeast },
    },
    problems,
  };
});

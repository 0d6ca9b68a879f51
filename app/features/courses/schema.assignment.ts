import { z } from 'zod';
import { memberships, personnelClasses } from '#app/features/org/core/person.ts';
import { isLocalDate } from '#app/kernel/vietnam-time.ts';
import { nfc } from '#app/kernel/vietnamese-text.ts';
import { typedPositions } from './core/audience.ts';
import type { Certification } from './core/certification.ts';

// Forms and addresses of those who assign courses.
const id = z.string({ error: 'missing' }).regex(/^[0-9a-z]{1,40}$/, { error: 'not-an-id' });
const localDate = z.string({ error: 'missing' }).refine(isLocalDate, { error: 'not-a-date' });
const optionalDate = z.preprocess(
  (value) => (value === '' || value === undefined ? null : value),
  localDate.nullable(),
);
/** One or several of the same name in a form: a single checkbox arrives as a plain string. */
const several = <S extends z.ZodType>(item: S) =>
  z.preprocess(
    (value) => (value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value]),
    z.array(item),
  );
const whole = z.coerce.number({ error: 'not-a-number' }).int({ error: 'not-a-number' });
const revision = z.coerce.number().int().min(1);

/** Positions are typed into one field, one to the line. */
const positions = z
  .preprocess((value) => (Array.isArray(value) ? value.join('\n') : (value ?? '')), z.string().max(10_000))
  .transform(typedPositions);

const audienceFields = {
  unitIds: several(id).default([]),
  groupIds: several(id).default([]),
  classes: several(z.enum(personnelClasses)).default([]),
  memberships: several(z.enum(memberships)).default([]),
  positions,
};

/** Whom a form names: units, groups, and which of their people. */
const audience = z.object(audienceFields).transform(({ unitIds, groupIds, ...filter }) => ({
  unitIds,
  groupIds,
  filter,
}));

/** Whom the form names so far: for counting, whatever else is typed. */
export const audienceFormSchema = audience;

const namesSomebody = ({ unitIds, groupIds }: { unitIds: string[]; groupIds: string[] }) =>
  unitIds.length + groupIds.length > 0;
const nobodyNamed = { error: 'missing', path: ['unitIds'] };

/** The form that assigns a course. */
export const assignCourseSchema = z
  .object({
    ...audienceFields,
    /** The one-time id of the form. */
    newId: id.optional(),
    courseId: id,
    title: z
      .string({ error: 'missing' })
      .transform((value) => nfc(value).trim())
      .refine((value) => value !== '', { error: 'missing' })
      .refine((value) => value.length <= 200, { error: 'too-long' }),
    openOn: localDate,
    dueOn: optionalDate,
    closeOn: optionalDate,
    lessons: z.enum(['all', 'none']).default('all'),
    readingShare: z.enum(['0', '0.5', '1']).default('0').transform(Number),
    quizIds: several(id).default([]),
  })
  .refine(namesSomebody, nobodyNamed);

/** The form that changes an assignment's audience. */
export const changeAudienceSchema = z
  .object({ ...audienceFields, revision })
  .refine(namesSomebody, nobodyNamed)
  .transform(({ unitIds, groupIds, revision: seen, ...filter }) => ({ unitIds, groupIds, revision: seen, filter }));

/** The form that changes an assignment's due date; `revision` is the one that its author saw. */
export const changeDueSchema = z.object({ assignmentId: id, revision, dueOn: optionalDate });

/** The form that sets the dates of a certificate. Only the field of the chosen kind is read. */
export const certificationFormSchema = z
  .discriminatedUnion(
    'validity',
    [
      z.object({ validity: z.literal('none'), revision }),
      z.object({ validity: z.literal('forever'), revision }),
      z.object({ validity: z.literal('months'), revision, months: whole, windowDays: whole }),
      z.object({ validity: z.literal('days'), revision, days: whole, windowDays: whole }),
      z.object({ validity: z.literal('until'), revision, untilOn: localDate, windowDays: whole }),
    ],
    { error: 'missing' },
  )
  .transform((form): { revision: number; certification: Certification | null } => {
    switch (form.validity) {
      case 'none':
        return { revision: form.revision, certification: null };
      case 'forever':
        return { revision: form.revision, certification: { validity: { kind: 'forever' }, windowDays: 0 } };
      case 'months':
        return {
          revision: form.revision,
          certification: { validity: { kind: 'months', months: form.months }, windowDays: form.windowDays },
        };
      case 'days':
        return {
          revision: form.revision,
          certification: { validity: { kind: 'days', days: form.days }, windowDays: form.windowDays },
        };
      case 'until':
        return {
          revision: form.revision,
          certification: { validity: { kind: 'until', day: form.untilOn }, windowDays: form.windowDays },
        };
    }
  });

const percentage = z.preprocess(
  (value) => (typeof value === 'string' ? value.trim().replace(',', '.').replace(/%$/, '') : value),
  z.coerce.number({ error: 'not-a-number' }).min(0, { error: 'out-of-range' }).max(100, { error: 'out-of-range' }),
);

/** The form that sets the plan: rows of a day and a percentage; a row without either is left out. */
export const planFormSchema = z
  .object({ revision, days: several(z.string()), shares: several(z.string()) })
  .transform(({ revision: seen, days, shares }, context) => {
    const points = days.flatMap((day, index) => {
      const share = shares[index] ?? '';
      if (day === '' && share.trim() === '') return [];
      const read = percentage.safeParse(share.trim() === '' ? Number.NaN : share);
      if (!isLocalDate(day)) context.addIssue({ code: 'custom', path: [`day-${index}`], message: 'not-a-date' });
      if (!read.success) context.addIssue({ code: 'custom', path: [`share-${index}`], message: 'not-a-share' });
      return [{ index, day, share: (read.data ?? 0) / 100 }];
    });
    return { revision: seen, points };
  });

/** Whom the address of a preview names, and which page of them; what is no id names nobody. */
export function readAudienceSearch(search: URLSearchParams) {
  const asked = {
    unitIds: search.getAll('unitIds').filter((each) => id.safeParse(each).success),
    groupIds: search.getAll('groupIds').filter((each) => id.safeParse(each).success),
    classes: personnelClasses.filter((each) => search.getAll('classes').includes(each)),
    memberships: memberships.filter((each) => search.getAll('memberships').includes(each)),
    positions: search.getAll('positions').join('\n').slice(0, 10_000),
  };
  const page = z.coerce
    .number()
    .int()
    .min(1)
    .max(100_000)
    .catch(1)
    .parse(search.get('page') ?? '1');
  const isLeftOut = search.get('list') === 'left-out';
  return { ...audience.parse(asked), page, isLeftOut };
}

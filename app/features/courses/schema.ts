import { z } from 'zod';
import type { CompletionRule } from '#app/features/courses/core/assignment.ts';
import type { AudienceFilter } from '#app/features/courses/core/audience.ts';
import type { Certification, Validity } from '#app/features/courses/core/certification.ts';
import type { CourseContent } from '#app/features/courses/core/course-content.ts';
import type { CourseOutline, PublishedOutline } from '#app/features/courses/core/course-outline.ts';
import type { PlanPoint } from '#app/features/courses/core/plan.ts';
import { memberships, personnelClasses } from '#app/features/org/core/person.ts';
import { isLocalDate } from '#app/kernel/vietnam-time.ts';
import { nfc } from '#app/kernel/vietnamese-text.ts';

const text = z
  .string({ error: 'missing' })
  .transform((value) => nfc(value).trim())
  .refine((value) => value !== '', { error: 'missing' });
const code = z.string({ error: 'missing' }).regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { error: 'not-a-code' });
const localDate = z.string({ error: 'missing' }).refine(isLocalDate, { error: 'not-a-date' });

/** course.yaml and module.yaml. Strict, so that a misspelt key is found. */
export const headingFileSchema = z.strictObject({ code, title: text, summary: text });

/** The front matter of a lesson's file and the text under it. */
export const lessonFileSchema = z.strictObject({
  code,
  title: text,
  minutes: z.int({ error: 'not-minutes' }).min(1, { error: 'not-minutes' }).max(240, { error: 'not-minutes' }),
  asOf: localDate,
  sources: z.array(text, { error: 'missing' }).min(1, { error: 'missing' }),
  body: text,
});

/** A content folder as it was read: values beside the name of the file that they stand in. */
export interface RawCourse {
  course: { file: string; value: unknown };
  modules: { module: { file: string; value: unknown }; lessons: { file: string; value: unknown }[] }[];
}

/** What is wrong in which file: `code` is a message code, `field` the place within the file. */
export interface ContentProblem {
  file: string;
  field: string;
  code: string;
}

/** Checks a folder as a whole; on failure every problem of every file, so that an author mends them in one go. */
export function parseCourseContent(
  raw: RawCourse,
): { ok: true; content: CourseContent } | { ok: false; problems: ContentProblem[] } {
  const problems: ContentProblem[] = [];
  const seen = new Map<string, string>();
  const read = <S extends z.ZodType<{ code: string }>>(
    schema: S,
    { file, value }: { file: string; value: unknown },
  ) => {
    const result = schema.safeParse(value);
    if (!result.success) {
      for (const issue of result.error.issues)
        problems.push({ file, field: issue.path.join('.'), code: codeOf(issue) });
      return [];
    }
    if (seen.has(result.data.code)) problems.push({ file, field: 'code', code: 'duplicate-code' });
    seen.set(result.data.code, file);
    return [result.data];
  };
  const courses = read(headingFileSchema, raw.course);
  const modules = raw.modules.flatMap(({ module, lessons }) => {
    const parsed = lessons.flatMap((lesson) => read(lessonFileSchema, lesson));
    return read(headingFileSchema, module).map((heading) => ({ ...heading, lessons: parsed }));
  });
  if (problems.length > 0 || !courses[0]) return { ok: false, problems };
  return { ok: true, content: { ...courses[0], modules } };
}

// Zod's own English sentences stand where no code was given: an unknown key, a value of another type.
function codeOf(issue: { code: string; message: string }): string {
  return /^[a-z-]+$/.test(issue.message) ? issue.message : issue.code.replaceAll('_', '-');
}

/** The JSON column Assignment.audience. */
export const audienceFilterSchema: z.ZodType<AudienceFilter> = z.object({
  classes: z.array(z.enum(personnelClasses)).optional(),
  memberships: z.array(z.enum(memberships)).optional(),
  positions: z.array(z.string()).optional(),
});

const validitySchema: z.ZodType<Validity> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('forever') }),
  z.object({ kind: z.literal('months'), months: z.number().int() }),
  z.object({ kind: z.literal('days'), days: z.number().int() }),
  z.object({ kind: z.literal('until'), day: localDate }),
]);

/** The JSON column Assignment.certification. */
export const certificationSchema: z.ZodType<Certification> = z.object({
  validity: validitySchema,
  windowDays: z.number().int(),
});

/** The JSON column Assignment.plan. */
export const planSchema: z.ZodType<PlanPoint[]> = z.array(z.object({ day: localDate, share: z.number() }));

/** The JSON column Assignment.rule. */
export const completionRuleSchema: z.ZodType<CompletionRule> = z.object({
  lessons: z.enum(['all', 'none']),
  quizIds: z.array(z.string()),
  readingShare: z.number().min(0).max(1).optional(),
});

const outlinedLessonSchema = z.object({
  lessonId: z.string(),
  code: z.string(),
  versionNumber: z.number().int().nullable(),
  title: z.string(),
  minutes: z.number().int(),
});

const outlineColumns = z.object({
  title: z.string(),
  summary: z.string(),
  modules: z.array(
    z.object({ code: z.string(), title: z.string(), summary: z.string(), lessons: z.array(outlinedLessonSchema) }),
  ),
});

/** The JSON column CourseDraft.outline. */
export const courseOutlineSchema: z.ZodType<CourseOutline> = outlineColumns;

/** The JSON column CourseRevision.outline. */
export const publishedOutlineSchema: z.ZodType<PublishedOutline> = outlineColumns.extend({
  readAgain: z.array(z.string()).optional(),
});

/** The JSON column Lesson.sources. */
export const sourcesSchema = z.array(z.string());

const id = z.string({ error: 'missing' }).regex(/^[0-9a-z]{1,40}$/, { error: 'not-an-id' });
/** What a lesson page sends: that it was read, or where the reader is. */
export const readingSchema = z.discriminatedUnion(
  'intent',
  [
    // `goTo`: the lesson to go on to, empty = stay.
    z.object({
      intent: z.literal('read'),
      goTo: z.union([z.literal(''), id], { error: 'not-an-id' }).default(''),
    }),
    z.object({
      intent: z.literal('place'),
      scroll: z.coerce
        .number({ error: 'not-a-place' })
        .min(0, { error: 'not-a-place' })
        .max(1, { error: 'not-a-place' }),
    }),
  ],
  { error: 'not-an-intent' },
);

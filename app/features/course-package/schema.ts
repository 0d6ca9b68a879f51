import { z } from 'zod';
import type { CourseContent } from '#app/features/courses/core/course-content.ts';
import { type MimeType, mediaTypes } from '#app/features/media/core/media-type.ts';
import { difficulties } from '#app/features/questions/core/question.ts';
import { reviewPolicies, standings } from '#app/features/questions/core/review.ts';
import { validateQuestion } from '#app/features/questions/core/validate-question.ts';
import { questionBodySchema } from '#app/features/questions/schema.ts';
import type { Blueprint } from '#app/features/quiz/core/blueprint.ts';
import type { QuizSettings } from '#app/features/quiz/core/settings.ts';
import { readBlueprintColumn } from '#app/features/quiz/schema.rules.ts';
import { printQuizSettings, readQuizSettings } from '#app/features/quiz/schema.ts';
import { isLocalDate } from '#app/kernel/vietnam-time.ts';
import {
  captionLangs,
  mostFiles,
  mostQuestions,
  type PackagedBank,
  type PackagedMedium,
  type PackagedQuiz,
  type PackageManifest,
  packageFormat,
  packageVersion,
} from './core/course-package.ts';
import { firstUnknown } from './core/first-unknown.ts';
import { PackageRefusal, type PackageRefusalCode } from './core/package-refusal.ts';

const text = z.string().max(500_000);
const title = z.string().max(2000);
const code = z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,119}$/u);
const hash = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.int().min(0).max(1_000_000_000);

const manifestSchema: z.ZodType<PackageManifest> = z.strictObject({
  format: z.literal(packageFormat),
  version: z.int(),
  product: z.string().max(60),
  course: z.strictObject({
    code,
    title,
    revision: z.int().min(1).nullable(),
    publishedAt: z.iso.datetime().nullable(),
  }),
  mark: hash,
  counts: z.strictObject({
    ...{ modules: count, lessons: count, categories: count, questions: count },
    ...{ quizzes: count, media: count, captions: count },
  }),
  notIncluded: z
    .array(
      z.strictObject({
        kind: z.enum(['media', 'library', 'quiz', 'check-question', 'quiz-password', 'quiz-networks']),
        name: title,
      }),
    )
    .max(mostFiles),
  files: z.array(z.strictObject({ path: z.string().max(200), size: count, sha256: hash })).max(mostFiles),
});

const courseSchema: z.ZodType<CourseContent> = z.strictObject({
  ...{ code, title, summary: text },
  modules: z
    .array(
      z.strictObject({
        ...{ code, title, summary: text },
        lessons: z
          .array(
            z.strictObject({
              ...{ code, title, minutes: z.int().min(0).max(10_000) },
              // An unfinished lesson of a draft may not know it yet.
              asOf: z.string().refine((day) => day === '' || isLocalDate(day)),
              sources: z.array(title).max(200),
              body: text,
            }),
          )
          .max(500),
      }),
    )
    .max(100),
});

const bankSchema = z.strictObject({
  categories: z
    .array(
      z.strictObject({
        ...{ code, name: title, parent: code.nullable(), position: z.int().min(-1_000_000).max(1_000_000) },
        review: z.enum(reviewPolicies),
      }),
    )
    .max(mostFiles),
  questions: z
    .array(
      z.strictObject({
        ...{ code, category: code, difficulty: z.enum(difficulties), tags: z.array(title).max(200) },
        ...{ standing: z.enum(standings), isArchived: z.boolean(), explanation: text, source: text },
        body: z.unknown(),
      }),
    )
    .max(mostQuestions),
});

const maxMark = z.number().positive().max(1000);
const quizzesSchema = z.strictObject({
  quizzes: z
    .array(
      z.strictObject({
        ...{ code, title, instructions: text, module: code.nullable() },
        ...{ position: z.int().min(-1_000_000).max(1_000_000), isPublished: z.boolean() },
        ...{ settings: z.unknown(), blueprint: z.unknown() },
        slots: z
          .array(
            z.discriminatedUnion('kind', [
              z.strictObject({ kind: z.literal('fixed'), question: code, maxMark }),
              z.strictObject({
                ...{ kind: z.literal('random'), category: code.nullable(), withSubcategories: z.boolean() },
                ...{ tag: title.nullable(), difficulty: z.enum(difficulties).nullable() },
                ...{ count: z.int().min(1).max(500), maxMark },
              }),
            ]),
          )
          .max(1000),
      }),
    )
    .max(500),
});

const mediaSchema = z.strictObject({
  media: z
    .array(
      z.strictObject({
        id: hash,
        type: z.enum(Object.keys(mediaTypes) as [MimeType, ...MimeType[]]),
        name: title,
        captions: z.array(z.enum(captionLangs)).max(captionLangs.length),
      }),
    )
    .max(mostFiles),
});

/** The list of files. A package of a newer version is named as such, whatever else stands in it. */
export function readManifest(raw: unknown): PackageManifest {
  const { format, version } = (typeof raw === 'object' && raw !== null ? raw : {}) as Record<string, unknown>;
  if (format !== packageFormat || typeof version !== 'number') throw new PackageRefusal('not-a-package');
  if (version > packageVersion) throw new PackageRefusal('newer-version', '', String(version));
  if (version !== packageVersion) throw new PackageRefusal('not-a-package');
  return strictly(manifestSchema, raw, 'manifest.json');
}

export const readCourseFile = (raw: unknown): CourseContent => strictly(courseSchema, raw, 'course.json');

export const readMediaFile = (raw: unknown): PackagedMedium[] => strictly(mediaSchema, raw, 'media.json').media;

/** The questions, each sound: what the editor would refuse to save is refused here. */
export function readBankFile(raw: unknown): PackagedBank {
  const file = 'questions.json';
  const { categories, questions } = strictly(bankSchema, raw, file);
  return {
    categories,
    questions: questions.map((question) => {
      const body = understood(questionBodySchema, question.body, file, `${question.code}.body`);
      const [problem] = validateQuestion(body);
      if (problem) throw new PackageRefusal('unsound-question', file, `${question.code}: ${problem.field}`);
      return { ...question, body };
    }),
  };
}

export function readQuizzesFile(raw: unknown): PackagedQuiz[] {
  const file = 'quizzes.json';
  return strictly(quizzesSchema, raw, file).quizzes.map((quiz) => ({
    ...quiz,
    settings: settingsOf(quiz.settings, file, `${quiz.code}.settings`),
    blueprint: blueprintOf(quiz.blueprint, file, `${quiz.code}.blueprint`),
  }));
}

function settingsOf(raw: unknown, file: string, place: string): QuizSettings {
  const settings = attempted(() => readQuizSettings(JSON.stringify(raw ?? null)), file, place);
  refuseUnknown(raw, JSON.parse(printQuizSettings(settings)), file, place);
  return settings;
}

function blueprintOf(raw: unknown, file: string, place: string): Blueprint | null {
  if (raw === null || raw === undefined) return null;
  const blueprint = attempted(() => readBlueprintColumn(JSON.stringify(raw)), file, place);
  refuseUnknown(raw, blueprint, file, place);
  return blueprint;
}

function strictly<T>(schema: z.ZodType<T>, raw: unknown, file: string): T {
  const result = schema.safeParse(raw);
  if (!result.success) throw refusalOf(result.error, file, '');
  return result.data;
}

/** A value whose schema leaves out what it does not know: that is refused instead. */
function understood<T>(schema: z.ZodType<T>, raw: unknown, file: string, place: string): T {
  const result = schema.safeParse(raw);
  if (!result.success) throw refusalOf(result.error, file, place);
  refuseUnknown(raw, result.data, file, place);
  return result.data;
}

function refuseUnknown(raw: unknown, known: unknown, file: string, place: string): void {
  const unknown = firstUnknown(raw, known);
  if (unknown === null) return;
  const where = unknown.place === '' ? place : `${place}.${unknown.place}`;
  throw new PackageRefusal(unknown.kind === 'name' ? 'unknown-field' : 'bad-value', file, where);
}

function attempted<T>(read: () => T, file: string, place: string): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof z.ZodError) throw refusalOf(error, file, place);
    throw error;
  }
}

function refusalOf(error: z.ZodError, file: string, place: string): PackageRefusal {
  const [issue] = error.issues;
  const keys = issue?.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
  const where = [place, ...(issue?.path ?? []).map(String), ...keys].filter((part) => part !== '').join('.');
  return new PackageRefusal(codeOf(issue), file, where);
}

function codeOf(issue: z.core.$ZodIssue | undefined): PackageRefusalCode {
  if (issue?.code === 'unrecognized_keys') return 'unknown-field';
  return issue?.code === 'invalid_union' && issue.path.at(-1) === 'type' ? 'unknown-type' : 'bad-value';
}

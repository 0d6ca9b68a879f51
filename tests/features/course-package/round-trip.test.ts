import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PackageContent, PackagedQuestion } from '#app/features/course-package/core/course-package.ts';
import { packedCourse } from '#app/features/course-package/queries/packed-course.server.ts';
import { openPackage } from '#app/features/course-package/queries/read-package.server.ts';
import { validateQuestion } from '#app/features/questions/core/validate-question.ts';
import { REVIEW_WHATS } from '#app/features/quiz/core/review.ts';
import { BEHAVIOURS, normaliseSettings, type QuizSettings, WHICH_ATTEMPTS } from '#app/features/quiz/core/settings.ts';
import { useTestDatabase } from '#tests/database.ts';
import { anyBody, hardTexts } from '#tests/features/questions/core/formats/any-question.ts';
import { asFile } from '#tests/fixtures/package-file.ts';

useTestDatabase();

/** Words that authors write, Vietnamese, signs of JSON and ZIP and all; composed, as the editors keep them. */
const words = fc.string({ unit: 'binary', maxLength: 40 }).map((text) =>
  text
    .normalize('NFC')
    .replace(/[\0\p{Cs}]/gu, '')
    .replace(/\((media|library):/g, '('),
);
const code = fc.stringMatching(/^[a-z0-9]{1,8}(-[a-z0-9]{1,5}){0,2}$/);
const day = fc.constantFrom('', '2026-11-22', '2024-02-29');

const lesson = fc.record({
  ...{ code, title: words, minutes: fc.integer({ min: 0, max: 240 }), asOf: day },
  ...{ sources: fc.array(words, { maxLength: 3 }), body: words },
});
const course = fc
  .record({
    ...{ code, title: words, summary: words },
    modules: fc.array(fc.record({ code, title: words, summary: words, lessons: fc.array(lesson, { maxLength: 3 }) }), {
      maxLength: 3,
    }),
  })
  .map((given) => {
    // Codes are the identity of things.
    given.modules.forEach((module, m) => {
      module.code = `m${m}-${module.code}`;
      module.lessons.forEach((each, l) => {
        each.code = `l${m}-${l}-${each.code}`;
      });
    });
    return given;
  });
/** Of every type, with every field that a type has: feedback of options, statements, pairs and blanks among them. */
const body = fc.oneof(...Object.values(anyBody(hardTexts))).filter((one) => validateQuestion(one).length === 0);
const questions = fc
  .array(
    fc.record({
      body,
      ...{ difficulty: fc.constantFrom('easy' as const, 'medium' as const, 'hard' as const) },
      ...{ tags: fc.array(words, { maxLength: 3 }), explanation: words, source: words, isArchived: fc.boolean() },
      standing: fc.constantFrom('draft' as const, 'reviewed' as const, 'approved' as const, 'retired' as const),
    }),
    { maxLength: 6 },
  )
  .map((all) => all.map((question, at): PackagedQuestion => ({ ...question, code: `q${at}`, category: 'c' })));

const instant = fc.option(fc.date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true }));
const fraction = fc.double({ min: 0, max: 1, noNaN: true }).map((one) => one + 0);
const grade = fraction.map((one) => one * 10);
const shown = fc.subarray([...REVIEW_WHATS]);
/** Every setting there is: a new one has to be named here, and so is tried. */
const everySetting: { [Name in keyof QuizSettings]: fc.Arbitrary<QuizSettings[Name]> } = {
  kind: fc.constantFrom('practice', 'exam'),
  timeLimitSeconds: fc.nat(7200),
  ...{ openAt: instant, closeAt: instant },
  ...{ graceSeconds: fc.nat(60), attemptsAllowed: fc.nat(9), which: fc.constantFrom(...WHICH_ATTEMPTS) },
  ...{ passGrade: grade, gradeScale: fc.constantFrom(10, 100) },
  ...{ shuffleQuestions: fc.boolean(), shuffleOptions: fc.boolean(), questionsPerPage: fc.nat(20) },
  delayBetweenAttemptsSeconds: fc.nat(86_400),
  review: fc.record({ during: shown, 'just-after': shown, 'later-open': shown, 'after-close': shown }),
  thresholds: fc.record({ excellent: grade, good: grade, average: grade }),
  ...{ behaviour: fc.constantFrom(...BEHAVIOURS), certainty: fc.boolean(), triesAllowed: fc.nat(5) },
  ...{ tryPenalty: fraction, forwardOnly: fc.boolean() },
  access: fc.record({ kind: fc.constantFrom('none', 'password', 'day-code'), password: fc.constant('') }),
  networks: fc.constant([]),
  feedbackBands: fc.array(fc.record({ from: grade, text: words }), { maxLength: 3 }),
  ...{ markers: fc.constantFrom(1, 2), disagreementFraction: fraction },
};
const settings = fc.record(everySetting).map(normaliseSettings);

const content = fc.record({ course, questions, settings, isWide: fc.boolean() }).map(
  ({ course: given, questions: all, settings: chosen, isWide }): PackageContent => ({
    course: given,
    bank: {
      categories: [
        { code: 'c', name: 'Chuyên mục', parent: 'top', position: 3, review: 'second-person' },
        { code: 'top', name: 'Trên', parent: null, position: -1, review: 'none' },
      ],
      questions: all,
    },
    quizzes: [
      {
        ...{ code: 'quiz', title: 'Bài', instructions: '', module: given.modules[0]?.code ?? null, position: 0 },
        ...{ isPublished: true, settings: chosen },
        blueprint: {
          rows: [
            {
              topic: { kind: 'branch', id: 'top' },
              cells: {
                easy: { count: 1, maxMark: 0.5 },
                medium: { count: 0, maxMark: 1 },
                hard: { count: 2, maxMark: 1 },
              },
            },
          ],
        },
        slots: [
          ...all.map(({ code: question }) => ({ kind: 'fixed' as const, question, maxMark: 0.25 })),
          {
            kind: 'random',
            category: 'top',
            withSubcategories: isWide,
            tag: 'x',
            difficulty: 'hard',
            count: 3,
            maxMark: 1,
          },
        ],
      },
    ],
    media: [],
    notIncluded: [{ kind: 'library', name: 'Văn kiện' }],
  }),
);

const bytesOf = async (given: PackageContent): Promise<Buffer> => {
  const chunks: Uint8Array[] = [];
  const facts = { courseId: 'x', unitPath: '/x/', revision: 2, publishedAt: new Date(0) };
  for await (const chunk of packedCourse({ ...facts, content: given, stored: [] }).chunks) chunks.push(chunk);
  return Buffer.concat(chunks);
};

const contentIn = (bytes: Uint8Array): Promise<PackageContent> =>
  asFile(bytes, async (file) => {
    const opened = await openPackage(file, { isWhole: true });
    opened.close();
    return opened.content;
  });

describe('a package', () => {
  it('gives back what went in, and the same bytes for the same content', async () => {
    await fc.assert(
      fc.asyncProperty(content, async (given) => {
        const bytes = await bytesOf(given);
        expect((await bytesOf(structuredClone(given))).equals(bytes)).toBe(true);
        const once = await contentIn(bytes);
        expect(once).toEqual(given);
        // What is read is packed to the same bytes on every further trip.
        const further = await bytesOf(once);
        expect((await bytesOf(await contentIn(further))).equals(further)).toBe(true);
      }),
      { numRuns: 60 },
    );
  }, 60_000);
});

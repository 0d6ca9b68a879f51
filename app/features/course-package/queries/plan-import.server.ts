import { scopeOf } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { standingCourse, takenCodes } from '#app/features/courses/queries/packaged-course.server.ts';
import { canonicalQuestion } from '#app/features/questions/core/canonical-question.ts';
import { isWithin, type UnitPath } from '#app/kernel/unit-path.ts';
import type { Db } from '#app/platform/db/database.server.ts';
import { hasContent } from '#app/platform/files/kept-content.server.ts';
import { newId, sha256 } from '#app/platform/ids.server.ts';
import type { PackageContent, PackagedQuestion, PackagedQuiz } from '../core/course-package.ts';
import { about, type ImportPlan } from '../core/import-plan.ts';
import { planBank } from '../core/plan-bank.ts';
import { planCourse } from '../core/plan-course.ts';
import { planQuizzes, type QuestionToDraw, stated } from '../core/plan-quizzes.ts';
import { listStoredMedia } from '../data/packaged-media.server.ts';
import { listQuizzesByCode, loadSourceCodes, packagedQuiz } from '../data/packaged-quizzes.server.ts';
import {
  findOwner,
  listDrawable,
  listStandingCategories,
  listStandingQuestions,
  type StandingCategory,
  type StandingQuestion,
} from '../data/standing.server.ts';

export interface ImportWish {
  /** Owns what is new. */
  unitId: string;
  as: 'draft' | 'published';
}

/** A plan with what it was made from, by codes. */
export interface PlannedImport {
  plan: ImportPlan;
  owner: { id: string; name: string; path: UnitPath } | null;
  courseId: string | null;
  categories: ReadonlyMap<string, StandingCategory>;
  questions: ReadonlyMap<string, StandingQuestion>;
  quizzes: ReadonlyMap<string, { id: string; revision: number; settings: PackagedQuiz['settings'] }>;
}

export const questionHash = ({ body, explanation, source, difficulty, tags }: PackagedQuestion): string =>
  sha256(canonicalQuestion({ body, explanation, source, difficulty, tags }));

export const quizHash = (quiz: PackagedQuiz): string => sha256(JSON.stringify(stated(quiz)));

/** What taking a package would do here now. Changes nothing; within a change `db` is the transaction. */
export async function planImport(
  db: Db,
  actor: Actor,
  {
    content,
    captions,
  }: { content: PackageContent; captions: readonly { mediaId: string; lang: string; text: string }[] },
  { unitId, as }: ImportWish,
): Promise<PlannedImport> {
  const scope = scopeOf(actor, 'course.author');
  const within = (path: UnitPath, act: 'question.author' | 'quiz.author') =>
    scopeOf(actor, act).some((each) => isWithin(path, each));
  const standing = await standingCourse(db, content.course.code);
  // What comes to a known course belongs where the course does.
  const owner = await findOwner(db, scope, standing?.unitId ?? unitId);
  const isInScope = standing !== null && scope.some((path) => isWithin(standing.unitPath, path));
  const courseId = standing?.id ?? null;
  const course = planCourse({
    ...{ content: content.course, as, before: standing && { ...standing, isInScope } },
    taken: await takenCodes(db, courseId, content.course),
  });
  const bankScope = scopeOf(actor, 'question.author');
  const codesOf = (things: readonly { code: string }[]) => things.map(({ code }) => code);
  const categories = await listStandingCategories(db, bankScope, codesOf(content.bank.categories));
  const questions = await listStandingQuestions(db, bankScope, codesOf(content.bank.questions));
  const bank = planBank({ bank: content.bank, categories, questions, hashOf: questionHash, newId });
  const rows = await listQuizzesByCode(db, codesOf(content.quizzes));
  const codes = await loadSourceCodes(db, rows);
  const quizzes = planQuizzes({
    ...{ quizzes: content.quizzes, bank: content.bank, as, hashOf: quizHash, newId },
    drawable: await drawableAfter(db, { content, plan: bank.plan, categories, path: owner?.path ?? '' }),
    before: rows.map((row) => ({
      ...{ code: row.code, state: row.state, contentHash: row.contentHash, now: packagedQuiz(row, codes) },
      ...{ isInScope: within(row.unitPath, 'quiz.author'), isOfCourse: row.courseId === courseId },
    })),
  });
  const media = await planMedia(db, content, captions);
  const isNothing =
    course.course.kind === 'same' &&
    bank.plan.categories.create.length + bank.plan.questions.create.length + bank.plan.questions.change.length === 0 &&
    quizzes.plan.create.length + quizzes.plan.change.length === 0 &&
    media.plan.add.length + media.plan.captions.length === 0;
  return {
    plan: {
      ...{ as, course: course.course, ...bank.plan, quizzes: quizzes.plan, media: media.plan, isNothing },
      problems: [
        ...about('no-unit', owner || standing ? [] : ['']),
        ...[...course.problems, ...bank.problems, ...quizzes.problems],
      ],
      notes: [...quizzes.notes, ...bank.notes, ...media.notes],
    },
    ...{ owner, courseId },
    categories: new Map(categories.map((each) => [each.code, each])),
    questions: new Map(questions.map((each) => [each.code, each])),
    quizzes: new Map(rows.map((each) => [each.code, each])),
  };
}

/** What random draws find once everything is taken in: what stands here and is not replaced, and what comes. */
async function drawableAfter(
  db: Db,
  given: {
    content: PackageContent;
    plan: Pick<ImportPlan, 'questions'>;
    categories: readonly StandingCategory[];
    path: UnitPath;
  },
): Promise<QuestionToDraw[]> {
  const { content, plan, categories, path } = given;
  const slots = content.quizzes.flatMap((quiz) => quiz.slots);
  const tags = slots.flatMap((slot) =>
    slot.kind === 'random' && slot.category === null && slot.tag !== null ? [slot.tag] : [],
  );
  const ids = categories.filter(({ isInScope }) => isInScope).map(({ id }) => id);
  const here = await listDrawable(db, { categoryIds: ids, tags: [...new Set(tags)], unitPath: path });
  const policies = new Map(categories.map(({ code, review }) => [code, review]));
  const arriving = plan.questions.create.filter(
    ({ category, standing, isArchived }) =>
      !isArchived &&
      standing !== 'retired' &&
      (standing === 'approved' || (policies.get(category) ?? 'none') === 'none'),
  );
  const changed = new Map(plan.questions.change.map((question) => [question.code, question]));
  const byCode = new Map<string, QuestionToDraw>();
  for (const question of here) {
    const next = changed.get(question.code);
    // A new version waits for its second look where there is one.
    if (next && policies.get(question.category) === 'second-person') continue;
    byCode.set(question.code, { ...question, ...(next && { difficulty: next.difficulty, tags: next.tags }) });
  }
  for (const question of arriving) byCode.set(question.code, question);
  return [...byCode.values()];
}

async function planMedia(
  db: Db,
  { media }: PackageContent,
  captions: readonly { mediaId: string; lang: string; text: string }[],
) {
  const ids = media.map(({ id }) => id);
  const known = new Map((await listStoredMedia(db, ids)).map((each) => [each.id, each]));
  const add = media.filter(({ id }) => !known.has(id) || !hasContent(id));
  const hereOf = ({ mediaId, lang }: { mediaId: string; lang: string }) =>
    (known.get(mediaId)?.captionTexts as Record<string, string> | undefined)?.[lang];
  const names = new Map(media.map(({ id, name }) => [id, name]));
  const differing = captions.filter((each) => hereOf(each) !== undefined && hereOf(each) !== each.text);
  return {
    plan: {
      ...{ add, known: media.length - add.length },
      captions: captions.filter((each) => hereOf(each) === undefined).map(({ mediaId, lang }) => ({ mediaId, lang })),
    },
    notes: about(
      'captions-kept',
      differing.map(({ mediaId }) => names.get(mediaId) ?? mediaId),
    ),
  };
}

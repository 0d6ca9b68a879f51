import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { wholeCourse } from '#app/features/courses/queries/whole-course.server.ts';
import { readCheckInfo } from '#app/features/quiz/core/lesson-check.ts';
import { isWithin, type UnitPath } from '#app/kernel/unit-path.ts';
import { database } from '#app/platform/db/database.server.ts';
import { documentChecks } from '#app/platform/documents/markdown.server.ts';
import { hasContent } from '#app/platform/files/kept-content.server.ts';
import { inOrder, type Omission, type PackageContent, type PackagedBank } from '../core/course-package.ts';
import { namedIn, textsIn } from '../core/named-in-texts.ts';
import { findPublishedAt, findUnitPath } from '../data/course-facts.server.ts';
import {
  listCategoryNodes,
  listPackagedQuestions,
  listWantedIds,
  packagedCategories,
  withBranches,
} from '../data/packaged-bank.server.ts';
import { listLibraryTitles, listStoredMedia, type StoredMedium } from '../data/packaged-media.server.ts';
import {
  type CourseQuiz,
  listCourseQuizzes,
  loadSourceCodes,
  packagedQuiz,
  sourceIdsOf,
} from '../data/packaged-quizzes.server.ts';

/** A course as it is packed, with where its media lie. */
export interface CourseToPack {
  courseId: string;
  unitPath: UnitPath;
  /** The published revision; null = what authors have now. */
  revision: number | null;
  publishedAt: Date | null;
  content: PackageContent;
  stored: StoredMedium[];
}

/**
 * Everything that belongs to a course: texts as published (or as authors have them), its quizzes, the questions that they
 * draw from and that lessons name, and the media of all of them. What lies outside the actor's own banks is left out, and
 * named: an export shows no key that the actor could not see. Throws forbidden or not-found.
 */
export async function courseToPack(
  actor: Actor,
  courseId: string,
  { isDraft }: { isDraft: boolean },
): Promise<CourseToPack> {
  const scope = requireScope(actor, 'question.author');
  const quizScope = requireScope(actor, 'quiz.author');
  const whole = await wholeCourse(actor, courseId, { isDraft });
  const db = database().read;
  const unitPath = await findUnitPath(db, whole.unitId);
  const { code, title, summary, modules } = whole.content;
  const course: PackageContent['course'] = {
    ...{ code, title, summary },
    modules: modules.map((module) => ({
      ...{ code: module.code, title: module.title, summary: module.summary },
      lessons: module.lessons.map(({ code, title, minutes, asOf, sources, body }) => ({
        ...{ code, title, minutes, asOf, sources, body },
      })),
    })),
  };
  const nodes = await listCategoryNodes(db, scope);
  const all = await listCourseQuizzes(db, courseId);
  const { within, outside } = await splitByScope(all, { quizScope, scope, nodes });
  const checks = checkCodesOf(course);
  const { bank, missing } = await bankOf({ quizzes: within, checks, nodes, scope, unitPath });
  const codes = await loadSourceCodes(db, within);
  const known = new Set(bank.categories.map((category) => category.code));
  const packed = within.map((quiz) =>
    packagedQuiz(quiz, {
      ...codes,
      categories: new Map([...codes.categories].filter(([, category]) => known.has(category))),
    }),
  );
  // A quiz may already hang on a module that only the draft has: in the published course it hangs on the course itself.
  const placed = new Set(course.modules.map((module) => module.code));
  const quizzes = packed.map((quiz) => ({
    ...quiz,
    module: quiz.module !== null && placed.has(quiz.module) ? quiz.module : null,
  }));
  const named = namedIn(textsIn([course, bank.questions, quizzes]));
  const stored = (await listStoredMedia(db, named.media)).filter(({ id }) => hasContent(id));
  const held = new Set(stored.map(({ id }) => id));
  const titles = await listLibraryTitles(db, named.library);
  const say = (kind: Omission['kind'], names: readonly string[]) => names.map((name) => ({ kind, name }));
  const notIncluded: Omission[] = [
    ...say(
      'quiz',
      inOrder(outside, (quiz) => quiz.code).map((quiz) => quiz.title),
    ),
    ...say('check-question', missing),
    ...say(
      'media',
      named.media.filter((id) => !held.has(id)),
    ),
    ...say(
      'library',
      named.library.map((id) => titles.get(id) ?? id),
    ),
    ...say(
      'quiz-password',
      within.filter(hasPassword).map((quiz) => quiz.title),
    ),
    ...say(
      'quiz-networks',
      within.filter(({ settings }) => settings.networks.length > 0).map((quiz) => quiz.title),
    ),
  ];
  const media = inOrder(stored, ({ id }) => id).map(({ id, type, name, captions }) => ({ id, type, name, captions }));
  return {
    ...{ courseId, unitPath, revision: isDraft || whole.revision === 0 ? null : whole.revision },
    publishedAt: isDraft ? null : await findPublishedAt(db, courseId, whole.revision),
    stored,
    content: { course, bank, quizzes: inOrder(quizzes, placeOf), media, notIncluded },
  };
}

const hasPassword = ({ settings }: CourseQuiz) => settings.access.kind === 'password';

/** By their order in the course, then by code. */
const placeOf = ({ position, code }: { position: number; code: string }) =>
  `${String(position + 1_000_000).padStart(8, '0')} ${code}`;

/** The codes of questions that check-yourself blocks of lessons name. */
function checkCodesOf(course: PackageContent['course']): string[] {
  const bodies = course.modules.flatMap(({ lessons }) => lessons.map(({ body }) => body));
  const checks = bodies.flatMap((body) => (body.includes(':::') ? documentChecks(body) : []));
  return [...new Set(checks.flatMap(({ info }) => readCheckInfo(info).code ?? []))].sort();
}

/** Quizzes of which the actor may see everything, and the others. */
async function splitByScope(
  quizzes: readonly CourseQuiz[],
  given: { quizScope: readonly UnitPath[]; scope: readonly UnitPath[]; nodes: readonly { id: string }[] },
): Promise<{ within: CourseQuiz[]; outside: CourseQuiz[] }> {
  const { quizScope, scope, nodes } = given;
  const { questionIds } = sourceIdsOf(quizzes);
  const nothing = { categoryIds: [], tags: [], codes: [], unitPath: '' };
  const seen = new Set(await listWantedIds(database().read, scope, { ...nothing, questionIds }));
  const categories = new Set(nodes.map(({ id }) => id));
  const isWhole = ({ unitPath, slots }: CourseQuiz) =>
    quizScope.some((path) => isWithin(unitPath, path)) &&
    slots.every(
      ({ questionId, categoryId }) =>
        (questionId === null || seen.has(questionId)) && (categoryId === null || categories.has(categoryId)),
    );
  return { within: quizzes.filter(isWhole), outside: quizzes.filter((quiz) => !isWhole(quiz)) };
}

async function bankOf(given: {
  quizzes: readonly CourseQuiz[];
  checks: readonly string[];
  nodes: Awaited<ReturnType<typeof listCategoryNodes>>;
  scope: readonly UnitPath[];
  unitPath: UnitPath;
}): Promise<{ bank: PackagedBank; missing: string[] }> {
  const { quizzes, checks, nodes, scope, unitPath } = given;
  const db = database().read;
  const draws = quizzes.flatMap((quiz) => quiz.slots.map((slot) => ({ ...slot, unitPath: quiz.unitPath })));
  const plain = draws.flatMap(({ categoryId }) => categoryId ?? []);
  const branches = draws.flatMap(({ categoryId, withSubcategories }) =>
    categoryId && withSubcategories ? [categoryId] : [],
  );
  const categoryIds = new Set([...plain, ...withBranches(nodes, branches)]);
  const tags = draws.flatMap(({ questionId, categoryId, tag, unitPath: within }) =>
    questionId === null && categoryId === null && tag !== null ? [{ tag, unitPath: within }] : [],
  );
  const { questionIds, categoryIds: named } = sourceIdsOf(quizzes);
  const wanted = { categoryIds: [...categoryIds], questionIds, tags, codes: checks, unitPath };
  const questions = await listPackagedQuestions(db, await listWantedIds(db, scope, wanted));
  const homes = questions.map(({ categoryId }) => categoryId);
  const found = new Set(questions.map(({ code }) => code));
  return {
    bank: {
      categories: inOrder(packagedCategories(nodes, [...categoryIds, ...named, ...homes]), ({ code }) => code),
      questions: inOrder(
        questions.map(({ categoryId: _, ...question }) => question),
        ({ code }) => code,
      ),
    },
    missing: checks.filter((code) => !found.has(code)),
  };
}

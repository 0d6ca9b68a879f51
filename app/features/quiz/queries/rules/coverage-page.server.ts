import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { authorCourses } from '#app/features/courses/queries/author-courses.server.ts';
import type { Difficulty } from '#app/features/questions/core/question.ts';
import { categoriesPage } from '#app/features/questions/queries/categories-page.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import { type CoverageRow, coverageOf } from '../../core/rules/coverage.ts';
import { listDraws } from '../../data/rules/draws.server.ts';

export interface CoveragePage {
  courses: { id: string; title: string }[];
  courseId: string;
  rows: (CoverageRow & { name: string; path: string[]; depth: number })[];
  /** Cells that lack questions, and those that are thin. */
  lacking: number;
  thin: number;
}

/**
 * Topics by difficulty: what the bank has, what quizzes draw and where questions are wanting. Of a course: the categories of
 * its modules (by their code) and those from which its quizzes draw.
 */
export async function coveragePage(actor: Actor, wanted: string): Promise<CoveragePage> {
  const scope = requireScope(actor, 'quiz.author');
  const courses = await authorCourses(actor);
  const course = courses.find(({ id }) => id === wanted);
  const draws = await listDraws(database().read, scope, course?.id ?? null);
  const { categories } = await categoriesPage(actor);
  const modules = new Set(course?.modules.map(({ code }) => code));
  const drawn = new Set(draws.map(({ categoryId }) => categoryId));
  const shown = course ? categories.filter(({ id, code }) => modules.has(code) || drawn.has(id)) : categories;
  const byId = new Map(shown.map((category) => [category.id, category]));
  const rows = coverageOf(
    categories,
    draws.map((draw) => ({ ...draw, difficulty: draw.difficulty as Difficulty | null })),
  ).flatMap((row) => {
    const category = byId.get(row.categoryId);
    if (!category) return [];
    const { name, path, depth } = category;
    return [{ ...row, name, path, depth }];
  });
  const cells = rows.flatMap(({ cells: own, any }) => [own.easy, own.medium, own.hard, any]);
  return {
    courses: courses.map(({ id, title }) => ({ id, title })),
    courseId: course?.id ?? '',
    rows,
    lacking: cells.filter(({ state }) => state === 'lacking').length,
    thin: cells.filter(({ state }) => state === 'thin').length,
  };
}

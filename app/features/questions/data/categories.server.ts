import { AppError } from '#app/kernel/app-error.ts';
import type { UnitPath } from '#app/kernel/unit-path.ts';
import type { Db } from '#app/platform/db/database.server.ts';
import { unitWithin } from '#app/platform/db/scope.server.ts';
import type { Sql } from '#app/platform/db/sql.server.ts';
import type { QuestionBody } from '../core/question.ts';
import { type ReviewPolicy, readPolicy, readStanding } from '../core/review.ts';
import { questionBodySchema } from '../schema.ts';

export interface CategoryRow {
  id: string;
  code: string;
  name: string;
  unitId: string;
  position: number;
  parentId: string | null;
  review: ReviewPolicy;
}

const shown = {
  ...{ id: true, code: true, name: true, unitId: true, position: true, parentId: true },
  review: true,
} as const;

/** A category of a unit within the scope, or null. */
export async function findCategory(
  db: Db,
  scope: readonly UnitPath[],
  id: string,
): Promise<(CategoryRow & { unitPath: UnitPath }) | null> {
  const found = await db.questionCategory.findFirst({
    where: { id, unit: unitWithin(scope) },
    select: { ...shown, unit: { select: { path: true } } },
  });
  if (!found) return null;
  const { unit, review, ...category } = found;
  return { ...category, review: readPolicy(review), unitPath: unit.path };
}

/** What a category within the scope asks of its questions. Throws not-found. */
export async function loadPolicy(db: Db, scope: readonly UnitPath[], id: string): Promise<ReviewPolicy> {
  const category = await findCategory(db, scope, id);
  if (!category) throw new AppError('not-found');
  return category.review;
}

/** The categories of units within the scope, in their order. */
export async function listCategories(db: Db, scope: readonly UnitPath[]): Promise<CategoryRow[]> {
  const rows = await db.questionCategory.findMany({
    where: { unit: unitWithin(scope) },
    select: shown,
    orderBy: [{ position: 'asc' }, { name: 'asc' }],
  });
  return rows.map(({ review, ...row }) => ({ ...row, review: readPolicy(review) }));
}

export async function insertCategory(db: Db, category: CategoryRow): Promise<void> {
  await db.questionCategory.create({ data: category });
}

/** Another name, place or rule of review. */
export async function replaceCategoryFields(
  db: Db,
  id: string,
  fields: Pick<CategoryRow, 'name' | 'parentId' | 'review'>,
): Promise<void> {
  await db.questionCategory.update({ where: { id }, data: fields });
}

/** What still hangs on a category: questions of any standing, slots of quizzes, imports and categories below it. */
export async function countUses(db: Db, id: string): Promise<{ questions: number; slots: number; below: number }> {
  return {
    questions: await db.question.count({ where: { categoryId: id } }),
    slots: await db.quizSlot.count({ where: { categoryId: id } }),
    below: await db.questionCategory.count({ where: { parentId: id } }),
  };
}

/** Moves the questions of a category, the categories below it and its imports to another one; answers how many questions. */
export async function moveContents(db: Db, from: string, to: string, at: Date): Promise<number> {
  await db.questionCategory.updateMany({ where: { parentId: from }, data: { parentId: to } });
  await db.questionImport.updateMany({ where: { categoryId: from }, data: { categoryId: to } });
  const { count } = await db.question.updateMany({
    where: { categoryId: from },
    data: { categoryId: to, updatedAt: at },
  });
  return count;
}

/** The questions of a category that are not retired nor drafts, as a review counts them. */
export async function listApproved(db: Db, categoryId: string) {
  const rows = await db.question.findMany({
    where: { categoryId, standing: { in: ['reviewed', 'approved'] } },
    select: { id: true, latestNumber: true, standing: true },
  });
  return rows.map(({ id, latestNumber, standing }) => ({
    ...{ questionId: id, number: latestNumber, from: readStanding(standing), to: 'draft' as const },
  }));
}

/** Makes drafts of what nobody but its author has looked at. */
export async function replaceStandingByDraft(db: Db, categoryId: string, at: Date): Promise<void> {
  await db.question.updateMany({
    where: { categoryId, standing: { in: ['reviewed', 'approved'] } },
    data: { standing: 'draft', updatedAt: at },
  });
}

/** Takes an empty category away; imports that named it name none. */
export async function deleteCategoryRow(db: Db, id: string): Promise<void> {
  await db.questionImport.updateMany({ where: { categoryId: id }, data: { categoryId: null } });
  await db.questionCategory.delete({ where: { id } });
}

/** One more than the greatest position within the scope: where a new category goes. */
export async function nextCategoryPosition(db: Db, scope: readonly UnitPath[]): Promise<number> {
  const { _max } = await db.questionCategory.aggregate({
    where: { unit: unitWithin(scope) },
    _max: { position: true },
  });
  return (_max.position ?? 0) + 1;
}

/** The path of a unit within the scope, or null. */
export async function findUnitPath(db: Db, scope: readonly UnitPath[], id: string): Promise<UnitPath | null> {
  const found = await db.unit.findFirst({ where: { id, ...unitWithin(scope) }, select: { path: true } });
  return found?.path ?? null;
}

/** The names of units, by id: whose bank a category belongs to. */
export async function listUnitNames(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  const units = await db.unit.findMany({ where: { id: { in: [...new Set(ids)] } }, select: { id: true, name: true } });
  return new Map(units.map(({ id, name }) => [id, name]));
}

/** The bodies of the newest questions of a category in their current versions, the oldest of them first. */
export async function listNewestBodies(sql: Sql, categoryId: string, most: number): Promise<QuestionBody[]> {
  const rows = await sql.all<{ body: string }>(
    `SELECT v."body" FROM "Question" q JOIN "QuestionVersion" v ON v."id" = q."currentVersionId"
      WHERE q."categoryId" = ? AND q."archivedAt" IS NULL ORDER BY q."createdAt" DESC, q."code" DESC LIMIT ?`,
    categoryId,
    most,
  );
  return rows.map(({ body }) => questionBodySchema.parse(JSON.parse(body))).reverse();
}

import { idsIn } from '#app/platform/db/rows-of.server.ts';
import type { Sql } from '#app/platform/db/sql.server.ts';
import type { SlotPlan } from '../core/draw-paper.ts';

/** The categories from which slots draw with all below them, without repetition. */
export const branchesOf = (slots: readonly SlotPlan[]): string[] => [
  ...new Set(
    slots.flatMap((slot) =>
      slot.kind === 'random' && slot.withSubcategories && slot.categoryId !== null ? [slot.categoryId] : [],
    ),
  ),
];

/**
 * The categories below some others, each with those of the others above it; they themselves only where one lies below
 * another. One statement, none for no ids. A ring of categories, which no command makes, ends where it began.
 */
export async function listBelow(sql: Sql, categoryIds: readonly string[]): Promise<Map<string, string[]>> {
  const above = new Map<string, string[]>();
  if (categoryIds.length === 0) return above;
  const rows = await sql.all<{ top: string; id: string }>(
    `WITH RECURSIVE "down" AS (
       SELECT c."id" AS "top", c."id" AS "id" FROM "QuestionCategory" c WHERE c."id" IN (${idsIn(sql)})
       UNION
       SELECT d."top", c."id" FROM "down" d JOIN "QuestionCategory" c ON c."parentId" = d."id")
     SELECT "top", "id" FROM "down" WHERE "top" <> "id"`,
    JSON.stringify(categoryIds),
  );
  for (const { top, id } of rows) above.set(id, [...(above.get(id) ?? []), top]);
  return above;
}

/** The categories above some others, each with its own, by the lower one; nearest and farthest in any order. */
export async function listAbove(sql: Sql, categoryIds: readonly string[]): Promise<Map<string, string[]>> {
  const above = new Map<string, string[]>();
  if (categoryIds.length === 0) return above;
  const rows = await sql.all<{ low: string; id: string }>(
    `WITH RECURSIVE "up" AS (
       SELECT c."id" AS "low", c."parentId" AS "id" FROM "QuestionCategory" c WHERE c."id" IN (${idsIn(sql)})
       UNION
       SELECT u."low", c."parentId" FROM "up" u JOIN "QuestionCategory" c ON c."id" = u."id")
     SELECT "low", "id" FROM "up" WHERE "id" IS NOT NULL`,
    JSON.stringify([...new Set(categoryIds)]),
  );
  for (const { low, id } of rows) above.set(low, [...(above.get(low) ?? []), id]);
  return above;
}

/** Candidates with the categories above their own, as `listBelow` found them. */
export const withAbove = <C extends { categoryId: string }>(
  candidates: readonly C[],
  above: ReadonlyMap<string, readonly string[]>,
): (C & { above?: readonly string[] })[] =>
  candidates.map((candidate) => {
    const own = above.get(candidate.categoryId);
    return own ? { ...candidate, above: own } : candidate;
  });

import { type Difficulty, difficulties } from '#app/features/questions/core/question.ts';
import { readPolicy, readStanding } from '#app/features/questions/core/review.ts';
import type { UnitPath } from '#app/kernel/unit-path.ts';
import type { Db } from '#app/platform/db/database.server.ts';
import { unitWithin } from '#app/platform/db/scope.server.ts';
import type { PackagedCategory, PackagedQuestion } from '../core/course-package.ts';
import { readBodyColumn, readTagsColumn } from '../schema.columns.ts';

const CHUNK = 500;

function* chunks<Row>(rows: readonly Row[]): Generator<Row[]> {
  for (let at = 0; at < rows.length; at += CHUNK) yield rows.slice(at, at + CHUNK);
}

export interface CategoryNode {
  id: string;
  code: string;
  name: string;
  parentId: string | null;
  position: number;
  review: string;
}

/** Every category of the units within the scope. */
export const listCategoryNodes = (db: Db, scope: readonly UnitPath[]): Promise<CategoryNode[]> =>
  db.questionCategory.findMany({
    where: { unit: unitWithin(scope) },
    select: { id: true, code: true, name: true, parentId: true, position: true, review: true },
  });

/** Which questions: those of categories that papers may hold, and named ones whatever became of them. */
export interface WantedQuestions {
  categoryIds: readonly string[];
  questionIds: readonly string[];
  /** Drawn by a tag alone, within a unit. */
  tags: readonly { tag: string; unitPath: UnitPath }[];
  /** Named by lessons, within the unit of the course. */
  codes: readonly string[];
  unitPath: UnitPath;
}

/** The ids of these questions within the scope; those without any version are none. */
export async function listWantedIds(db: Db, scope: readonly UnitPath[], wanted: WantedQuestions): Promise<string[]> {
  const { categoryIds, questionIds, tags, codes, unitPath } = wanted;
  const inScope = { category: { unit: unitWithin(scope) }, currentVersionId: { not: null } };
  const ids = new Set<string>();
  const listed = (where: object) =>
    db.question.findMany({ where: { AND: [inScope, where] }, select: { id: true, tags: true } });
  for (const some of chunks(categoryIds))
    for (const { id } of await listed({ categoryId: { in: some }, archivedAt: null })) ids.add(id);
  for (const some of chunks(questionIds)) for (const { id } of await listed({ id: { in: some } })) ids.add(id);
  for (const some of chunks(codes)) {
    const within = { archivedAt: null, category: { unit: unitWithin([unitPath]) } };
    for (const { id } of await listed({ code: { in: some }, ...within })) ids.add(id);
  }
  for (const { tag, unitPath: within } of tags) {
    // The text of the column may hold the tag within another one.
    const like = { tags: { contains: JSON.stringify(tag) }, archivedAt: null };
    for (const row of await listed({ ...like, category: { unit: unitWithin([within]) } }))
      if (readTagsColumn(row.tags).includes(tag)) ids.add(row.id);
  }
  return [...ids];
}

/** These questions in their current versions, key and all, by code; who asks has found them in scope. */
export async function listPackagedQuestions(
  db: Db,
  ids: readonly string[],
): Promise<(PackagedQuestion & { categoryId: string })[]> {
  const found: (PackagedQuestion & { categoryId: string })[] = [];
  for (const some of chunks(ids)) {
    const rows = await db.question.findMany({
      where: { id: { in: some } },
      include: { category: { select: { code: true } } },
    });
    const versions = await db.questionVersion.findMany({
      where: { id: { in: rows.flatMap(({ currentVersionId }) => currentVersionId ?? []) } },
      select: { id: true, body: true, explanation: true, source: true },
    });
    const byId = new Map(versions.map((version) => [version.id, version]));
    for (const { code, category, categoryId, currentVersionId, difficulty, tags, standing, archivedAt } of rows) {
      const version = byId.get(currentVersionId ?? '');
      if (!version) continue;
      found.push({
        ...{ code, category: category.code, categoryId, difficulty: difficultyOf(difficulty) },
        ...{ tags: readTagsColumn(tags), standing: readStanding(standing), isArchived: archivedAt !== null },
        ...{ explanation: version.explanation, source: version.source, body: readBodyColumn(version.body) },
      });
    }
  }
  return found;
}

const difficultyOf = (text: string): Difficulty => difficulties.find((one) => one === text) ?? 'medium';

/** Categories with all above them, as far as the scope reaches. */
export function packagedCategories(nodes: readonly CategoryNode[], ids: Iterable<string>): PackagedCategory[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const wanted = new Set<CategoryNode>();
  for (const id of ids)
    for (let node = byId.get(id); node && !wanted.has(node); node = byId.get(node.parentId ?? '')) wanted.add(node);
  return [...wanted].map(({ code, name, parentId, position, review }) => ({
    ...{ code, name, parent: byId.get(parentId ?? '')?.code ?? null, position, review: readPolicy(review) },
  }));
}

/** Categories and everything below them. */
export function withBranches(nodes: readonly CategoryNode[], ids: Iterable<string>): Set<string> {
  const found = new Set(ids);
  // A set grows while it is read: what is added is visited too.
  for (const id of found) for (const node of nodes) if (node.parentId === id) found.add(node.id);
  return found;
}

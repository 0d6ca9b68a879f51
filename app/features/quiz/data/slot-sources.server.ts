import { mayBeDrawn } from '#app/features/questions/core/review.ts';
import type { UnitPath } from '#app/kernel/unit-path.ts';
import type { Db } from '#app/platform/db/database.server.ts';
import { unitWithin } from '#app/platform/db/scope.server.ts';
import type { Sql } from '#app/platform/db/sql.server.ts';
import type { Candidate, SlotPlan } from '../core/draw-paper.ts';
import { readTagsColumn } from '../schema.ts';
import { branchesOf, listBelow, withAbove } from './categories-below.server.ts';

/** What random draws may take, as `mayBeDrawn` says it. */
const drawable = {
  archivedAt: null,
  standing: { not: 'retired' },
  AND: { OR: [{ standing: 'approved' }, { category: { review: { not: 'second-person' } } }] },
};

/** What slots may draw from now. What random draws may not take is among the candidates only where a fixed slot names it. */
export interface SlotSupply {
  candidates: Candidate[];
  archivedIds: Set<string>;
  /** Fixed questions that are retired, or not approved where their category asks for it. */
  unapprovedIds: Set<string>;
}

/** The questions that fixed slots name, and those of the categories (with those below, where asked for) and tags of random ones. */
export async function listSlotSupply(
  { db, sql }: { db: Db; sql: Sql },
  slots: readonly SlotPlan[],
  unitPath: UnitPath,
): Promise<SlotSupply> {
  const { questionIds, categoryIds, tags } = sourcesOf(slots);
  const above = await listBelow(sql, branchesOf(slots));
  const rows = await db.question.findMany({
    where: {
      currentVersionId: { not: null },
      OR: [
        { categoryId: { in: [...categoryIds, ...above.keys()] }, ...drawable },
        { id: { in: questionIds } },
        ...tags.map((tag) => ({
          tags: { contains: JSON.stringify(tag) },
          ...drawable,
          category: { unit: unitWithin([unitPath]) },
        })),
      ],
    },
    select: {
      ...{ id: true, currentVersionId: true, categoryId: true, difficulty: true, tags: true, archivedAt: true },
      ...{ standing: true, category: { select: { review: true } } },
    },
  });
  const candidates = rows.map((row) => ({
    questionId: row.id,
    questionVersionId: row.currentVersionId!,
    categoryId: row.categoryId,
    difficulty: row.difficulty,
    tags: readTagsColumn(row.tags),
  }));
  return {
    candidates: withAbove(candidates, above),
    archivedIds: new Set(rows.filter(({ archivedAt }) => archivedAt).map(({ id }) => id)),
    unapprovedIds: new Set(
      rows.filter(({ standing, category }) => !mayBeDrawn(standing, category.review)).map(({ id }) => id),
    ),
  };
}

/** Those questions and categories that lie within the scope: an author puts in nothing else. */
export async function listSourcesInScope(
  db: Db,
  scope: readonly UnitPath[],
  { questionIds, categoryIds }: { questionIds: readonly string[]; categoryIds: readonly string[] },
): Promise<Set<string>> {
  const unit = unitWithin(scope);
  const select = { id: true } as const;
  const questions = await db.question.findMany({ where: { id: { in: [...questionIds] }, category: { unit } }, select });
  const categories = await db.questionCategory.findMany({ where: { id: { in: [...categoryIds] }, unit }, select });
  return new Set([...questions, ...categories].map(({ id }) => id));
}

/**
 * What slots name, without repetition: questions, categories, and the tags of slots that draw from every category within
 * the quiz's unit. A slot of category and tag draws from its category.
 */
export function sourcesOf(slots: readonly SlotPlan[]): {
  questionIds: string[];
  categoryIds: string[];
  tags: string[];
} {
  const sources = { questionIds: new Set<string>(), categoryIds: new Set<string>(), tags: new Set<string>() };
  for (const slot of slots) {
    if (slot.kind === 'fixed') sources.questionIds.add(slot.questionId);
    else if (slot.categoryId !== null) sources.categoryIds.add(slot.categoryId);
    else if (slot.tag !== null) sources.tags.add(slot.tag);
  }
  return {
    questionIds: [...sources.questionIds],
    categoryIds: [...sources.categoryIds],
    tags: [...sources.tags],
  };
}

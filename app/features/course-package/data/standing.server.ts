import { type Difficulty, difficulties } from '#app/features/questions/core/question.ts';
import {
  mayBeDrawn,
  type ReviewPolicy,
  readPolicy,
  readStanding,
  type Standing,
} from '#app/features/questions/core/review.ts';
import { isWithin, type UnitPath } from '#app/kernel/unit-path.ts';
import type { Db } from '#app/platform/db/database.server.ts';
import { unitWithin } from '#app/platform/db/scope.server.ts';
import { readTagsColumn } from '../schema.columns.ts';

const CHUNK = 500;

async function inChunks<Row>(keys: readonly string[], read: (some: string[]) => Promise<Row[]>): Promise<Row[]> {
  const rows: Row[] = [];
  for (let at = 0; at < keys.length; at += CHUNK) rows.push(...(await read(keys.slice(at, at + CHUNK))));
  return rows;
}

export interface StandingCategory {
  id: string;
  code: string;
  name: string;
  unitId: string;
  review: ReviewPolicy;
  isInScope: boolean;
}

/** The categories with these codes, wherever they are. */
export async function listStandingCategories(
  db: Db,
  scope: readonly UnitPath[],
  codes: readonly string[],
): Promise<StandingCategory[]> {
  const rows = await inChunks(codes, (some) =>
    db.questionCategory.findMany({
      where: { code: { in: some } },
      select: { id: true, code: true, name: true, unitId: true, review: true, unit: { select: { path: true } } },
    }),
  );
  return rows.map(({ unit, review, ...row }) => ({
    ...{ ...row, review: readPolicy(review) },
    isInScope: scope.some((path) => isWithin(unit.path, path)),
  }));
}

export interface StandingQuestion {
  id: string;
  code: string;
  number: number;
  categoryId: string;
  standing: Standing;
  policy: ReviewPolicy;
  isInScope: boolean;
  isArchived: boolean;
  /** The hash of the current content, and of every version that it ever had. */
  currentHash: string | null;
  hashes: string[];
}

/** The questions with these codes, wherever they are. */
export async function listStandingQuestions(
  db: Db,
  scope: readonly UnitPath[],
  codes: readonly string[],
): Promise<StandingQuestion[]> {
  const rows = await inChunks(codes, (some) =>
    db.question.findMany({
      where: { code: { in: some } },
      select: {
        ...{ id: true, code: true, latestNumber: true, categoryId: true, standing: true, archivedAt: true },
        ...{ currentVersionId: true, versions: { select: { id: true, contentHash: true } } },
        category: { select: { review: true, unit: { select: { path: true } } } },
      },
    }),
  );
  return rows.map(({ category, versions, currentVersionId, latestNumber, standing, archivedAt, ...row }) => ({
    ...{ ...row, number: latestNumber, standing: readStanding(standing), policy: readPolicy(category.review) },
    ...{ isInScope: scope.some((path) => isWithin(category.unit.path, path)), isArchived: archivedAt !== null },
    currentHash: versions.find(({ id }) => id === currentVersionId)?.contentHash ?? null,
    hashes: versions.map(({ contentHash }) => contentHash),
  }));
}

/** A question that papers may hold, by the codes that packages know. */
export interface DrawableQuestion {
  code: string;
  category: string;
  difficulty: Difficulty;
  tags: string[];
}

/** What random draws may take from these categories, and by these tags within a unit. */
export async function listDrawable(
  db: Db,
  { categoryIds, tags, unitPath }: { categoryIds: readonly string[]; tags: readonly string[]; unitPath: UnitPath },
): Promise<DrawableQuestion[]> {
  const select = {
    ...{ code: true, difficulty: true, tags: true, standing: true },
    category: { select: { code: true, review: true } },
  } as const;
  const rows = await inChunks(categoryIds, (some) =>
    db.question.findMany({ where: { categoryId: { in: some }, archivedAt: null }, select }),
  );
  for (const tag of tags)
    rows.push(
      ...(await db.question.findMany({
        where: {
          tags: { contains: JSON.stringify(tag) },
          archivedAt: null,
          category: { unit: unitWithin([unitPath]) },
        },
        select,
      })),
    );
  return rows
    .filter(({ standing, category }) => mayBeDrawn(standing, category.review))
    .map(({ code, category, difficulty, tags: listed }) => ({
      ...{ code, category: category.code, tags: readTagsColumn(listed) },
      difficulty: difficulties.find((one) => one === difficulty) ?? 'medium',
    }));
}

/** An open unit of the scope that may own a course, or null. */
export async function findOwner(
  db: Db,
  scope: readonly UnitPath[],
  unitId: string,
): Promise<{ id: string; name: string; path: UnitPath } | null> {
  return db.unit.findFirst({
    where: { id: unitId, closedAt: null, ...unitWithin(scope) },
    select: { id: true, name: true, path: true },
  });
}

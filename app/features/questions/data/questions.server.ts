import type { Difficulty } from '#app/features/questions/core/question.ts';
import type { AuthoredQuestion } from '#app/features/questions/core/question-draft.ts';
import { type ReviewPolicy, readPolicy, readStanding, type Standing } from '#app/features/questions/core/review.ts';
import { tagsSchema } from '#app/features/questions/schema.draft.ts';
import { questionBodySchema } from '#app/features/questions/schema.ts';
import type { UnitPath } from '#app/kernel/unit-path.ts';
import type { Db } from '#app/platform/db/database.server.ts';
import { unitWithin } from '#app/platform/db/scope.server.ts';

/** A question with its current version, key and all: for authors only. */
export interface StoredQuestion extends AuthoredQuestion {
  id: string;
  code: string;
  number: number;
  unitPath: UnitPath;
  categoryName: string;
  standing: Standing;
  /** What its category asks for. */
  policy: ReviewPolicy;
  /** Who wrote the current version; null for one that was imported with content. */
  versionAuthorId: string | null;
  archivedAt: Date | null;
  updatedAt: Date;
}

/** A question of a category within the scope, in its current version; null outside, and for one without any version. */
export async function findQuestion(db: Db, scope: readonly UnitPath[], id: string): Promise<StoredQuestion | null> {
  const found = await db.question.findFirst({
    where: { id, category: { unit: unitWithin(scope) } },
    include: { category: { select: { name: true, review: true, unit: { select: { path: true } } } } },
  });
  if (!found?.currentVersionId) return null;
  const version = await db.questionVersion.findUniqueOrThrow({ where: { id: found.currentVersionId } });
  return {
    id: found.id,
    code: found.code,
    number: found.latestNumber,
    categoryId: found.categoryId,
    categoryName: found.category.name,
    unitPath: found.category.unit.path,
    difficulty: found.difficulty as Difficulty,
    tags: tagsSchema.parse(JSON.parse(found.tags)),
    body: questionBodySchema.parse(JSON.parse(version.body)),
    explanation: version.explanation,
    source: version.source,
    standing: readStanding(found.standing),
    policy: readPolicy(found.category.review),
    versionAuthorId: version.createdById,
    archivedAt: found.archivedAt,
    updatedAt: found.updatedAt,
  };
}

export interface NewQuestion {
  id: string;
  code: string;
  categoryId: string;
  difficulty: Difficulty;
  tags: readonly string[];
  searchKey: string;
  standing: Standing;
  versionId: string;
  at: Date;
}

/** The row of a question whose first version is inserted next, by the same command. */
export async function insertQuestion(db: Db, question: NewQuestion): Promise<void> {
  const { versionId, at, tags, ...row } = question;
  await db.question.create({
    data: {
      ...row,
      tags: JSON.stringify(tags),
      currentVersionId: versionId,
      latestNumber: 1,
      createdAt: at,
      updatedAt: at,
    },
  });
}

/**
 * Moves a question on to its next version, unless another edit came first: answers whether it still stood at `base`.
 * The version itself is inserted next, by the same command.
 */
export async function replaceCurrentVersion(
  db: Db,
  base: { id: string; number: number },
  next: Omit<NewQuestion, 'id' | 'code'>,
): Promise<boolean> {
  const { versionId, at, tags, ...row } = next;
  const { count } = await db.question.updateMany({
    where: { id: base.id, latestNumber: base.number },
    data: {
      ...row,
      tags: JSON.stringify(tags),
      currentVersionId: versionId,
      latestNumber: base.number + 1,
      updatedAt: at,
    },
  });
  return count === 1;
}

/** Takes a question out of the bank's lists and random draws, or puts it back. */
export async function replaceArchivedAt(db: Db, id: string, archivedAt: Date | null, at: Date): Promise<void> {
  await db.question.update({ where: { id }, data: { archivedAt, updatedAt: at } });
}

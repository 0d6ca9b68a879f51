import type { UnitPath } from '#app/kernel/unit-path.ts';
import type { Db } from '#app/platform/db/database.server.ts';
import { among, rowsOf, rowsParameter } from '#app/platform/db/rows-of.server.ts';
import { pathWithin } from '#app/platform/db/scope.server.ts';
import { instantOf, type RawInstant, type Sql } from '#app/platform/db/sql.server.ts';
import type { BulkAction, BulkEntry, BulkState } from '../core/bulk-change.ts';
import type { Difficulty } from '../core/question.ts';
import { type ReviewPolicy, readPolicy, readStanding } from '../core/review.ts';
import { bulkEntriesSchema } from '../schema.bank.ts';
import { tagsSchema } from '../schema.draft.ts';

/** A question as a change of many needs it. */
export interface BulkRow extends BulkState {
  id: string;
  code: string;
  number: number;
  policy: ReviewPolicy;
  versionAuthorId: string | null;
  archivedAt: Date | null;
  /** JSON of the body, read where a search key or a version is written anew. */
  body: string;
  explanation: string;
}

interface RawRow {
  id: string;
  code: string;
  number: number;
  categoryId: string;
  difficulty: Difficulty;
  tags: string;
  standing: string;
  policy: string;
  versionAuthorId: string | null;
  archivedAt: RawInstant;
  body: string;
  explanation: string;
  source: string;
}

/** Those of the questions that lie within the scope, in no order. One statement. */
export async function listBulkRows(sql: Sql, scope: readonly UnitPath[], ids: readonly string[]): Promise<BulkRow[]> {
  if (ids.length === 0) return [];
  const within = pathWithin('u."path"', scope);
  const wanted = among(sql, ids);
  const rows = await sql.all<RawRow>(
    `SELECT q."id", q."code", q."latestNumber" AS "number", q."categoryId", q."difficulty", q."tags", q."standing",
            c."review" AS "policy", v."createdById" AS "versionAuthorId", q."archivedAt", v."body", v."explanation", v."source"
       FROM "Question" q
       JOIN "QuestionVersion" v ON v."id" = q."currentVersionId"
       JOIN "QuestionCategory" c ON c."id" = q."categoryId"
       JOIN "Unit" u ON u."id" = c."unitId"
      WHERE q."id" ${wanted.text} AND ${within.text}`,
    ...wanted.values,
    ...within.values,
  );
  return rows.map(({ tags, standing, policy, archivedAt, number, ...row }) => ({
    ...row,
    number: Number(number),
    tags: tagsSchema.parse(JSON.parse(tags)),
    standing: readStanding(standing),
    policy: readPolicy(policy),
    archivedAt: instantOf(archivedAt),
    isArchived: archivedAt !== null,
  }));
}

export interface ReplacedRow extends Omit<BulkState, 'source'> {
  id: string;
  archivedAt: Date | null;
  searchKey: string;
}

/** Writes what was changed of many questions, but for their sources, which are versions. One statement. */
export async function replaceMany(sql: Sql, rows: readonly ReplacedRow[], at: Date): Promise<void> {
  if (rows.length === 0) return;
  const columns = {
    ...({ id: 'TEXT', categoryId: 'TEXT', difficulty: 'TEXT', tags: 'TEXT', standing: 'TEXT' } as const),
    ...({ archivedAt: 'INSTANT', searchKey: 'TEXT' } as const),
  };
  const values = rows.map(({ id, categoryId, difficulty, tags, standing, archivedAt, searchKey }) => [
    ...[id, categoryId, difficulty, JSON.stringify(tags), standing],
    ...[archivedAt, searchKey],
  ]);
  await sql.run(
    `UPDATE "Question" SET "categoryId" = r."categoryId", "difficulty" = r."difficulty", "tags" = r."tags",
            "standing" = r."standing", "archivedAt" = r."archivedAt", "searchKey" = r."searchKey", "updatedAt" = ?
       FROM (${rowsOf(sql, columns)}) AS r WHERE "Question"."id" = r."id"`,
    at,
    rowsParameter(sql, values),
  );
}

export interface BatchRow extends BulkAction {
  id: string;
  entries: BulkEntry[];
  byId: string | null;
  at: Date;
  undoneAt: Date | null;
}

export async function insertBatch(db: Db, { entries, undoneAt: _, ...batch }: BatchRow): Promise<void> {
  await db.questionBatch.create({ data: { ...batch, changes: JSON.stringify(entries), count: entries.length } });
}

/** A change of many that this person made, or null. */
export async function findBatch(db: Db, byId: string, id: string): Promise<BatchRow | null> {
  const found = await db.questionBatch.findFirst({ where: { id, byId } });
  if (!found) return null;
  const { changes, kind, count: _, ...batch } = found;
  return { ...batch, kind: kind as BulkAction['kind'], entries: bulkEntriesSchema.parse(JSON.parse(changes)) };
}

/** The same without its entries: what the list says of the last change. */
export async function findBatchLine(db: Db, byId: string, id: string) {
  return db.questionBatch.findFirst({
    where: { id, byId },
    select: { id: true, kind: true, count: true, undoneAt: true },
  });
}

/** Marks a batch as undone; answers whether it was not yet. */
export async function replaceUndone(db: Db, id: string, at: Date): Promise<boolean> {
  const { count } = await db.questionBatch.updateMany({ where: { id, undoneAt: null }, data: { undoneAt: at } });
  return count === 1;
}

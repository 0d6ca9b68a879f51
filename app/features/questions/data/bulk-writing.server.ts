import { AppError } from '#app/kernel/app-error.ts';
import type { Tx } from '#app/platform/db/database.server.ts';
import { rowsOf, rowsParameter } from '#app/platform/db/rows-of.server.ts';
import type { Sql } from '#app/platform/db/sql.server.ts';
import { newId, sha256 } from '#app/platform/ids.server.ts';
import type { BulkState } from '../core/bulk-change.ts';
import { canonicalQuestion } from '../core/canonical-question.ts';
import type { QuestionBody } from '../core/question.ts';
import { questionSearchKey } from '../core/question-search-key.ts';
import { questionBodySchema } from '../schema.ts';
import { type BulkRow, replaceMany } from './bulk.server.ts';

const CHUNK = 400;

interface Writing {
  tx: Tx;
  sql: Sql;
  at: Date;
  byId: string;
}

interface Change {
  row: BulkRow;
  next: BulkState;
  body: QuestionBody;
}

/**
 * Writes the next states of many questions: what stands on the question in one statement, a new source as the next version of
 * each, since versions never change. The rows were read in this same transaction. Throws conflict where one of them got another
 * version meanwhile.
 */
export async function writeBulk(
  writing: Writing,
  changes: readonly { row: BulkRow; next: BulkState }[],
): Promise<void> {
  const all = changes.map((change) => ({ ...change, body: questionBodySchema.parse(JSON.parse(change.row.body)) }));
  const renewed = all.filter(({ row, next }) => next.source !== row.source);
  for (let at = 0; at < renewed.length; at += CHUNK) await addVersions(writing, renewed.slice(at, at + CHUNK));
  const { sql, at } = writing;
  await replaceMany(
    sql,
    all.map(({ row, next, body }) => ({
      ...next,
      id: row.id,
      archivedAt: next.isArchived ? (row.archivedAt ?? at) : null,
      searchKey: questionSearchKey(row.code, body, next.tags),
    })),
    at,
  );
}

/** The next version of each, in two statements: a crowd of questions holds other writers up for no longer than that. */
async function addVersions({ tx, sql, at, byId }: Writing, some: readonly Change[]): Promise<void> {
  const versions = some.map(({ row, next, body }) => {
    const { id: questionId, number, explanation } = row;
    const { source, difficulty, tags } = next;
    const contentHash = sha256(canonicalQuestion({ body, explanation, source, difficulty, tags }));
    return {
      ...{
        id: newId(),
        questionId,
        number: number + 1,
        type: body.type,
        body: row.body,
        explanation,
        source,
        contentHash,
      },
      ...{ createdAt: at, createdById: byId },
    };
  });
  const columns = { questionId: 'TEXT', versionId: 'TEXT', number: 'INTEGER' } as const;
  const rows = versions.map(({ questionId, id, number }) => [questionId, id, number]);
  const moved = await sql.run(
    `UPDATE "Question" SET "currentVersionId" = r."versionId", "latestNumber" = r."number"
       FROM (${rowsOf(sql, columns)}) AS r
      WHERE "Question"."id" = r."questionId" AND "Question"."latestNumber" = r."number" - 1`,
    rowsParameter(sql, rows),
  );
  if (moved !== versions.length) throw new AppError('conflict');
  await tx.questionVersion.createMany({ data: versions });
}

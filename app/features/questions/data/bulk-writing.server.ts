import { AppError } from '#app/kernel/app-error.ts';
import type { Tx } from '#app/platform/db/database.server.ts';
import type { Sql } from '#app/platform/db/sql.server.ts';
import type { BulkState } from '../core/bulk-change.ts';
import { questionSearchKey } from '../core/question-search-key.ts';
import { questionBodySchema } from '../schema.ts';
import { type BulkRow, replaceMany } from './bulk.server.ts';
import { addVersion } from './imports/add-version.server.ts';

/**
 * Writes the next states of many questions: what stands on the question in one statement, a new source as the next version of
 * each, since versions never change. The rows were read in this same transaction.
 */
export async function writeBulk(
  { tx, sql, at, byId }: { tx: Tx; sql: Sql; at: Date; byId: string },
  changes: readonly { row: BulkRow; next: BulkState }[],
): Promise<void> {
  const bodyOf = ({ body }: BulkRow) => questionBodySchema.parse(JSON.parse(body));
  for (const { row, next } of changes) {
    if (next.source === row.source) continue;
    const content = { body: bodyOf(row), explanation: row.explanation, source: next.source };
    if (!(await addVersion(tx, row, content, { at, byId }))) throw new AppError('conflict');
  }
  await replaceMany(
    sql,
    changes.map(({ row, next }) => ({
      ...next,
      id: row.id,
      archivedAt: next.isArchived ? (row.archivedAt ?? at) : null,
      searchKey: questionSearchKey(row.code, bodyOf(row), next.tags),
    })),
    at,
  );
}

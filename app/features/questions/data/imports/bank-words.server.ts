import type { UnitPath } from '#app/kernel/unit-path.ts';
import { pathWithin } from '#app/platform/db/scope.server.ts';
import type { Sql } from '#app/platform/db/sql.server.ts';
import type { QuestionBody } from '../../core/question.ts';
import { questionBodySchema } from '../../schema.ts';

export interface BankWords {
  id: string;
  /** Folded words of code, stem, tags and answers, as the search reads them. */
  searchKey: string;
}

/**
 * All questions of the bank within the scope that are not archived, some at a time by id, so that others get their turn in
 * between.
 */
export async function* bankWords(sql: Sql, scope: readonly UnitPath[], size: number): AsyncGenerator<BankWords[]> {
  const { text, values } = pathWithin('u."path"', scope);
  let after = '';
  for (;;) {
    const rows = await sql.all<BankWords>(
      `SELECT q."id", q."searchKey" FROM "Question" q
         JOIN "QuestionCategory" c ON c."id" = q."categoryId" JOIN "Unit" u ON u."id" = c."unitId"
        WHERE q."id" > ? AND q."archivedAt" IS NULL AND ${text} ORDER BY q."id" LIMIT ${Math.floor(size)}`,
      after,
      ...values,
    );
    if (rows.length > 0) yield rows;
    if (rows.length < size) return;
    after = rows.at(-1)!.id;
  }
}

/** The current bodies of questions that were found in scope. */
export async function listBodies(
  sql: Sql,
  ids: readonly string[],
): Promise<Map<string, { code: string; body: QuestionBody }>> {
  const found = new Map<string, { code: string; body: QuestionBody }>();
  for (let at = 0; at < ids.length; at += 400) {
    const some = ids.slice(at, at + 400);
    const rows = await sql.all<{ id: string; code: string; body: string }>(
      `SELECT q."id", q."code", v."body" FROM "Question" q JOIN "QuestionVersion" v ON v."id" = q."currentVersionId"
        WHERE q."id" IN (${some.map(() => '?').join(', ')})`,
      ...some,
    );
    for (const { id, code, body } of rows) found.set(id, { code, body: questionBodySchema.parse(JSON.parse(body)) });
  }
  return found;
}

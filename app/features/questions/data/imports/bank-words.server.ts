import type { UnitPath } from '#app/kernel/unit-path.ts';
import { pathWithin } from '#app/platform/db/scope.server.ts';
import type { Sql } from '#app/platform/db/sql.server.ts';
import type { NearQuestion } from '../../core/imports/decisions.ts';
import { difficulties } from '../../core/question.ts';
import { tagsSchema } from '../../schema.draft.ts';
import { questionBodySchema } from '../../schema.ts';

type StoredNear = Record<'id' | 'code' | 'difficulty' | 'tags' | 'body' | 'explanation' | 'source', string>;

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

/** Questions that were found in scope as they now stand, to be laid beside others. */
export async function listNearQuestions(
  sql: Sql,
  ids: readonly string[],
): Promise<Map<string, NearQuestion & { code: string }>> {
  const found = new Map<string, NearQuestion & { code: string }>();
  for (let at = 0; at < ids.length; at += 400) {
    const some = ids.slice(at, at + 400);
    const rows = await sql.all<StoredNear>(
      `SELECT q."id", q."code", q."difficulty", q."tags", v."body", v."explanation", v."source"
         FROM "Question" q JOIN "QuestionVersion" v ON v."id" = q."currentVersionId"
        WHERE q."id" IN (${some.map(() => '?').join(', ')})`,
      ...some,
    );
    for (const { id, code, explanation, source, ...row } of rows) {
      const body = questionBodySchema.parse(JSON.parse(row.body));
      const difficulty = difficulties.find((each) => each === row.difficulty) ?? null;
      found.set(id, { code, body, explanation, source, difficulty, tags: tagsSchema.parse(JSON.parse(row.tags)) });
    }
  }
  return found;
}

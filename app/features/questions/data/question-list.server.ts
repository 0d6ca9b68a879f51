import type { Difficulty, QuestionTypeName } from '#app/features/questions/core/question.ts';
import type { UnitPath } from '#app/kernel/unit-path.ts';
import { foldForSearch } from '#app/kernel/vietnamese-text.ts';
import { pathWithin } from '#app/platform/db/scope.server.ts';
import { instantOf, type RawInstant, type Sql, type SqlValue } from '#app/platform/db/sql.server.ts';
import { tagsSchema } from '../schema.draft.ts';

/** What the list is narrowed to; empty strings narrow nothing. */
export interface QuestionFilter {
  search: string;
  categoryId: string;
  type: QuestionTypeName | '';
  difficulty: Difficulty | '';
  isArchived: boolean;
}

export interface ListedQuestion {
  id: string;
  code: string;
  stem: string;
  type: QuestionTypeName;
  difficulty: Difficulty;
  categoryId: string;
  categoryName: string;
  number: number;
  updatedAt: Date;
}

const FROM = `FROM "Question" q
  JOIN "QuestionVersion" v ON v."id" = q."currentVersionId"
  JOIN "QuestionCategory" c ON c."id" = q."categoryId"
  JOIN "Unit" u ON u."id" = c."unitId"`;

/** One page of the questions within the scope, last changed first, and how many there are in all. */
export async function listQuestions(
  sql: Sql,
  scope: readonly UnitPath[],
  filter: QuestionFilter,
  { limit, offset }: { limit: number; offset: number },
): Promise<{ questions: ListedQuestion[]; total: number }> {
  const { text, values } = conditions(scope, filter);
  const counted = await sql.get<{ total: number }>(`SELECT COUNT(*) AS "total" ${FROM} WHERE ${text}`, ...values);
  const rows = await sql.all<Omit<ListedQuestion, 'stem' | 'updatedAt'> & { body: string; updatedAt: RawInstant }>(
    `SELECT q."id", q."code", q."difficulty", q."categoryId", c."name" AS "categoryName", q."latestNumber" AS "number",
            q."updatedAt", v."type", v."body"
       ${FROM} WHERE ${text} ORDER BY q."updatedAt" DESC, q."code" LIMIT ? OFFSET ?`,
    ...values,
    limit,
    offset,
  );
  const questions = rows.map(({ body, updatedAt, ...row }) => ({
    ...row,
    number: Number(row.number),
    stem: (JSON.parse(body) as { stem: string }).stem,
    updatedAt: instantOf(updatedAt)!,
  }));
  return { questions, total: Number(counted?.total ?? 0) };
}

/** How many questions that may be drawn each category has, by difficulty. */
export async function countByCategory(
  sql: Sql,
  scope: readonly UnitPath[],
): Promise<{ categoryId: string; difficulty: Difficulty; count: number }[]> {
  const within = pathWithin('u."path"', scope);
  const rows = await sql.all<{ categoryId: string; difficulty: Difficulty; count: number }>(
    `SELECT q."categoryId", q."difficulty", COUNT(*) AS "count" ${FROM}
      WHERE ${within.text} AND q."archivedAt" IS NULL GROUP BY q."categoryId", q."difficulty"`,
    ...within.values,
  );
  return rows.map((row) => ({ ...row, count: Number(row.count) }));
}

/** The tags of each question that may be drawn and has any. */
export async function listTagged(
  sql: Sql,
  scope: readonly UnitPath[],
): Promise<{ tags: string[]; difficulty: Difficulty }[]> {
  const within = pathWithin('u."path"', scope);
  const rows = await sql.all<{ tags: string; difficulty: Difficulty }>(
    `SELECT q."tags", q."difficulty" ${FROM} WHERE ${within.text} AND q."archivedAt" IS NULL AND q."tags" <> '[]'`,
    ...within.values,
  );
  return rows.map(({ tags, difficulty }) => ({ tags: tagsSchema.parse(JSON.parse(tags)), difficulty }));
}

function conditions(scope: readonly UnitPath[], filter: QuestionFilter): { text: string; values: SqlValue[] } {
  const within = pathWithin('u."path"', scope);
  const texts = [within.text, filter.isArchived ? 'q."archivedAt" IS NOT NULL' : 'q."archivedAt" IS NULL'];
  const values = [...within.values];
  const equal = (column: string, value: string) => {
    if (value === '') return;
    texts.push(`${column} = ?`);
    values.push(value);
  };
  equal('q."categoryId"', filter.categoryId);
  equal('q."difficulty"', filter.difficulty);
  equal('v."type"', filter.type);
  // Every word must occur; more than eight say nothing more.
  for (const word of foldForSearch(filter.search).split(' ').filter(Boolean).slice(0, 8)) {
    texts.push(`q."searchKey" LIKE ? ESCAPE '!'`);
    values.push(`%${word.replace(/[!%_]/g, '!$&')}%`);
  }
  return { text: texts.join(' AND '), values };
}

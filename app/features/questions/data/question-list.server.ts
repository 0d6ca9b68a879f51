import type { Difficulty, QuestionTypeName } from '#app/features/questions/core/question.ts';
import type { UnitPath } from '#app/kernel/unit-path.ts';
import { among } from '#app/platform/db/rows-of.server.ts';
import { pathWithin } from '#app/platform/db/scope.server.ts';
import { booleanOf, instantOf, type RawInstant, type Sql, type SqlValue } from '#app/platform/db/sql.server.ts';
import { type ReviewPolicy, readPolicy, readStanding, type Standing } from '../core/review.ts';
import { tagsSchema } from '../schema.draft.ts';
import { fromMatches, holdsPlainly, listMatches, searchWords } from './question-words.server.ts';

/** What the list is narrowed to; empty texts and absent fields narrow nothing. */
export interface QuestionFilter {
  search: string;
  type: QuestionTypeName | '';
  difficulty: Difficulty | '';
  isArchived: boolean;
  tag?: string;
  standing?: Standing | '';
  hasNoSource?: boolean;
  /** Of whose hand some version is. */
  authorId?: string;
  /** Waiting for a review by this person: somebody else's, in a category that asks for a second person. */
  waitingFor?: string;
  /** None but these. */
  ids?: readonly string[];
}

export const questionSorts = ['changed', 'code'] as const;
export interface QuestionSort {
  key: (typeof questionSorts)[number];
  isDescending: boolean;
}

export interface ListedQuestion {
  id: string;
  code: string;
  stem: string;
  type: QuestionTypeName;
  difficulty: Difficulty;
  categoryId: string;
  categoryName: string;
  tags: string[];
  standing: Standing;
  policy: ReviewPolicy;
  hasSource: boolean;
  number: number;
  updatedAt: Date;
}

/** How many: where `isMore`, only that it is more than that. */
export interface FoundCount {
  total: number;
  isMore: boolean;
}

/** Words that more questions hold than this are looked up in the order of the list: it fills a page soon. */
export const MANY_MATCHES = 3000;

const JOINS = `JOIN "QuestionVersion" v ON v."id" = q."currentVersionId"
  JOIN "QuestionCategory" c ON c."id" = q."categoryId"`;

const orders: Record<QuestionSort['key'], readonly string[]> = {
  changed: ['q."updatedAt"', 'q."code"'],
  code: ['q."code"'],
};
const LATEST: QuestionSort = { key: 'changed', isDescending: true };

interface RawRow {
  id: string;
  code: string;
  body: string;
  type: QuestionTypeName;
  difficulty: Difficulty;
  categoryId: string;
  categoryName: string;
  tags: string;
  standing: string;
  policy: string;
  hasSource: number | boolean;
  number: number;
  updatedAt: RawInstant;
}

/**
 * One page of the questions of these categories, and how many there are: three statements, and one or two before them for a search.
 * A search whose words are everywhere goes along the order of the list and counts no further than `MANY_MATCHES`.
 */
export async function listQuestions(
  sql: Sql,
  categoryIds: readonly string[],
  filter: QuestionFilter,
  { limit, offset, sort = LATEST }: { limit: number; offset: number; sort?: QuestionSort },
): Promise<FoundCount & { questions: ListedQuestion[] }> {
  if (categoryIds.length === 0) return { questions: [], total: 0, isMore: false };
  const plan = await planOf(sql, categoryIds, filter);
  const count =
    plan.isWide && (await isWhole(sql, categoryIds, filter))
      ? { total: MANY_MATCHES, isMore: true }
      : await countFound(sql, plan);
  const order = orders[sort.key].map((column) => `${column} ${sort.isDescending ? 'DESC' : 'ASC'}`).join(', ');
  const page = await sql.all<{ id: string }>(
    `SELECT q."id" FROM ${plan.from} WHERE ${plan.where} ORDER BY ${order} LIMIT ? OFFSET ?`,
    ...plan.values,
    limit,
    offset,
  );
  if (page.length === 0) return { questions: [], ...count };
  // Bodies are long: they are read for the page alone, never carried through a sort.
  const wanted = among(
    sql,
    page.map(({ id }) => id),
  );
  const rows = await sql.all<RawRow>(
    `SELECT q."id", q."code", q."difficulty", q."categoryId", q."tags", q."standing", q."updatedAt",
            q."latestNumber" AS "number", v."type", v."body", TRIM(v."source") <> '' AS "hasSource",
            c."name" AS "categoryName", c."review" AS "policy"
       FROM "Question" q ${JOINS} WHERE q."id" ${wanted.text}`,
    ...wanted.values,
  );
  const placeOf = new Map(page.map(({ id }, place) => [id, place]));
  rows.sort((a, b) => placeOf.get(a.id)! - placeOf.get(b.id)!);
  const questions = rows.map(({ body, tags, standing, policy, hasSource, updatedAt, number, ...row }) => ({
    ...row,
    number: Number(number),
    stem: (JSON.parse(body) as { stem: string }).stem,
    tags: tagsSchema.parse(JSON.parse(tags)),
    standing: readStanding(standing),
    policy: readPolicy(policy),
    hasSource: booleanOf(hasSource),
    updatedAt: instantOf(updatedAt)!,
  }));
  return { questions, ...count };
}

/** The ids of all that a list would show, at most so many, the last changed first. */
export async function listFoundIds(
  sql: Sql,
  categoryIds: readonly string[],
  filter: QuestionFilter,
  most: number,
): Promise<string[]> {
  if (categoryIds.length === 0) return [];
  const { from, where, values } = await planOf(sql, categoryIds, filter);
  const rows = await sql.all<{ id: string }>(
    `SELECT q."id" FROM ${from} WHERE ${where} ORDER BY q."updatedAt" DESC, q."code" DESC LIMIT ?`,
    ...values,
    most,
  );
  return rows.map(({ id }) => id);
}

/** A search as it is carried out: by the index of words, or along the list. */
interface Plan {
  from: string;
  where: string;
  values: SqlValue[];
  isWide: boolean;
}

async function planOf(sql: Sql, categoryIds: readonly string[], filter: QuestionFilter): Promise<Plan> {
  const words = searchWords(filter.search);
  const keys = words.length > 0 ? await listMatches(sql, words, MANY_MATCHES + 1) : [];
  const isWide = keys.length > MANY_MATCHES;
  if (words.length > 0 && !isWide) {
    const { joins, text, values } = conditions(sql, categoryIds, filter, true);
    const matches = fromMatches(sql, keys);
    return { from: `${matches.from} ${joins}`, where: text, values: [...matches.values, ...values], isWide };
  }
  const { joins, text, values } = conditions(sql, categoryIds, filter, categoryIds.length > FEW_CATEGORIES);
  const held = holdsPlainly(filter.search);
  const where = `${text} AND ${held.text}`;
  return { from: `"Question" q ${joins}`, where, values: [...values, ...held.values], isWide };
}

/** Of more categories than these the list is found along its order, not category by category. */
const FEW_CATEGORIES = 8;

/** Whether nothing narrows a search but its words: then what the index counted is the count of the list. */
async function isWhole(sql: Sql, categoryIds: readonly string[], { search: _, isArchived, ...rest }: QuestionFilter) {
  if (isArchived || Object.values(rest).some(Boolean)) return false;
  const row = await sql.get<{ count: number }>('SELECT COUNT(*) AS "count" FROM "QuestionCategory"');
  return Number(row?.count) === categoryIds.length;
}

async function countFound(sql: Sql, { from, where, values, isWide }: Plan): Promise<FoundCount> {
  const row = isWide
    ? await sql.get<{ total: number }>(
        `SELECT COUNT(*) AS "total" FROM (SELECT 1 FROM ${from} WHERE ${where} LIMIT ?) AS found`,
        ...values,
        MANY_MATCHES + 1,
      )
    : await sql.get<{ total: number }>(`SELECT COUNT(*) AS "total" FROM ${from} WHERE ${where}`, ...values);
  const total = Number(row?.total ?? 0);
  return isWide && total > MANY_MATCHES ? { total: MANY_MATCHES, isMore: true } : { total, isMore: false };
}

/** `isAlong`: SQLite is kept from going by the index of categories (PostgreSQL has figures to judge by). */
function conditions(sql: Sql, categoryIds: readonly string[], filter: QuestionFilter, isAlong: boolean) {
  const texts: string[] = [];
  const values: SqlValue[] = [];
  const joins = new Set<string>();
  const ask = (text: string, ...given: SqlValue[]) => {
    texts.push(text);
    values.push(...given);
    if (/\bv\."/.test(text)) joins.add('JOIN "QuestionVersion" v ON v."id" = q."currentVersionId"');
    if (/\bc\."/.test(text)) joins.add('JOIN "QuestionCategory" c ON c."id" = q."categoryId"');
  };
  const within = among(sql, categoryIds);
  ask(`${isAlong && sql.provider === 'sqlite' ? '+' : ''}q."categoryId" ${within.text}`, ...within.values);
  ask(filter.isArchived ? 'q."archivedAt" IS NOT NULL' : 'q."archivedAt" IS NULL');
  if (filter.difficulty) ask('q."difficulty" = ?', filter.difficulty);
  if (filter.type) ask('v."type" = ?', filter.type);
  if (filter.standing) ask('q."standing" = ?', filter.standing);
  if (filter.tag) ask(`q."tags" LIKE ? ESCAPE '!'`, `%${JSON.stringify(filter.tag).replace(/[!%_]/g, '!$&')}%`);
  if (filter.hasNoSource) ask(`TRIM(v."source") = ''`);
  if (filter.authorId) {
    ask('q."id" IN (SELECT m."questionId" FROM "QuestionVersion" m WHERE m."createdById" = ?)', filter.authorId);
  }
  if (filter.waitingFor) {
    ask(`q."standing" IN ('draft', 'reviewed')`);
    ask(`c."review" = 'second-person'`);
    ask('(v."createdById" IS NULL OR v."createdById" <> ?)', filter.waitingFor);
  }
  if (filter.ids) {
    const ids = among(sql, filter.ids);
    ask(filter.ids.length === 0 ? '1 = 0' : `q."id" ${ids.text}`, ...(filter.ids.length === 0 ? [] : ids.values));
  }
  return { joins: [...joins].join(' '), text: texts.join(' AND '), values };
}

/** A question that random draws may take, of a category (`c`): the condition of `mayBeDrawn` in core/review.ts. */
const DRAWABLE = `q."archivedAt" IS NULL AND q."standing" <> 'retired'
  AND (q."standing" = 'approved' OR c."review" <> 'second-person')`;
const OF_UNITS = `"Question" q JOIN "QuestionCategory" c ON c."id" = q."categoryId" JOIN "Unit" u ON u."id" = c."unitId"`;

/** How many questions that may be drawn each category has, by difficulty. */
export async function countByCategory(
  sql: Sql,
  scope: readonly UnitPath[],
): Promise<{ categoryId: string; difficulty: Difficulty; count: number }[]> {
  const within = pathWithin('u."path"', scope);
  const rows = await sql.all<{ categoryId: string; difficulty: Difficulty; count: number }>(
    `SELECT q."categoryId", q."difficulty", COUNT(*) AS "count" FROM ${OF_UNITS}
      WHERE ${within.text} AND ${DRAWABLE} GROUP BY q."categoryId", q."difficulty"`,
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
    `SELECT q."tags", q."difficulty" FROM ${OF_UNITS} WHERE ${within.text} AND ${DRAWABLE} AND q."tags" <> '[]'`,
    ...within.values,
  );
  return rows.map(({ tags, difficulty }) => ({ tags: tagsSchema.parse(JSON.parse(tags)), difficulty }));
}

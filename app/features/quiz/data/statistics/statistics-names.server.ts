import { plainText } from '#app/features/questions/core/plain-text.ts';
import type { QuestionTypeName } from '#app/features/questions/core/question.ts';
import type { UnitPath } from '#app/kernel/unit-path.ts';
import { pathWithin } from '#app/platform/db/scope.server.ts';
import type { Sql } from '#app/platform/db/sql.server.ts';

/** What a table says of a version beside its figures. */
export interface VersionName {
  id: string;
  questionId: string;
  code: string;
  number: number;
  isCurrent: boolean;
  type: QuestionTypeName;
  /** Plain text. */
  stem: string;
}

/** The names of these versions, by id. */
export async function listVersionNames(sql: Sql, ids: readonly string[]): Promise<Map<string, VersionName>> {
  if (ids.length === 0) return new Map();
  type Row = Omit<VersionName, 'isCurrent' | 'stem'> & { currentVersionId: string | null; body: string };
  const rows = await sql.all<Row>(
    `SELECT v."id", v."questionId", q."code", v."number", q."currentVersionId", v."type", v."body"
       FROM "QuestionVersion" v JOIN "Question" q ON q."id" = v."questionId"
      WHERE v."id" IN (${ids.map(() => '?').join(', ')})`,
    ...ids,
  );
  return new Map(
    rows.map(({ currentVersionId, body, ...row }) => {
      const stem = plainText((JSON.parse(body) as { stem: string }).stem);
      return [row.id, { ...row, stem, isCurrent: currentVersionId === row.id }];
    }),
  );
}

export interface StatisticsUnit {
  id: string;
  parentId: string | null;
  path: UnitPath;
  name: string;
  shortName: string;
}

const UNIT = 'u."id", u."parentId", u."path", u."name", u."shortName"';

/** A unit within the scope, or undefined. */
export async function findUnitInScope(sql: Sql, scope: readonly UnitPath[], id: string) {
  const within = pathWithin('u."path"', scope);
  return sql.get<StatisticsUnit>(
    `SELECT ${UNIT} FROM "Unit" u WHERE u."id" = ? AND ${within.text}`,
    ...[id, ...within.values],
  );
}

/** The units directly below one, in their order; `null` asks for the units at the top of the scope. */
export async function listUnitsBelow(sql: Sql, scope: readonly UnitPath[], parentId: string | null) {
  if (parentId !== null) {
    const within = pathWithin('u."path"', scope);
    return sql.all<StatisticsUnit>(
      `SELECT ${UNIT} FROM "Unit" u WHERE u."parentId" = ? AND ${within.text} ORDER BY u."position", u."name"`,
      ...[parentId, ...within.values],
    );
  }
  if (scope.length === 0) return [];
  return sql.all<StatisticsUnit>(
    `SELECT ${UNIT} FROM "Unit" u WHERE u."path" IN (${scope.map(() => '?').join(', ')}) ORDER BY u."path"`,
    ...scope,
  );
}

import { idsOf, type UnitPath } from '#app/kernel/unit-path.ts';
import { pathWithin } from '#app/platform/db/scope.server.ts';
import type { Sql, SqlValue } from '#app/platform/db/sql.server.ts';

export interface UnitChoice {
  readonly id: string;
  readonly name: string;
  readonly path: UnitPath;
}

/** The open unit within the examiner's scope, or null. */
export async function findSessionUnit(sql: Sql, scope: readonly UnitPath[], id: string): Promise<UnitChoice | null> {
  const within = pathWithin('"path"', scope);
  const row = await sql.get<UnitChoice>(
    `SELECT "id", "name", "path" FROM "Unit" WHERE "id" = ? AND "closedAt" IS NULL AND ${within.text}`,
    ...[id, ...within.values],
  );
  return row ?? null;
}

/** The units on which an examiner may plan a session, or whose people may be seated in one, parents first. */
export async function listUnitChoices(sql: Sql, scope: readonly UnitPath[]): Promise<UnitChoice[]> {
  const within = pathWithin('"path"', scope);
  return sql.all<UnitChoice>(
    `SELECT "id", "name", "path" FROM "Unit" WHERE "closedAt" IS NULL AND ${within.text}
     ORDER BY LENGTH("path"), "position", "name"`,
    ...within.values,
  );
}

/** Exams that people of a unit may sit: of the unit, of one above it, or of one below it. */
function quizzesNear(paths: readonly UnitPath[]): { text: string; values: SqlValue[] } {
  const within = pathWithin('u."path"', paths);
  const above = [...new Set(paths.flatMap(idsOf))];
  return {
    text: `q."state" = 'published' AND q."kind" = 'exam'
      AND (${within.text} OR u."id" IN (${above.map(() => '?').join(', ')}))`,
    values: [...within.values, ...above],
  };
}

/** Whether a quiz is such an exam, published. */
export async function isQuizForSessions(sql: Sql, unitPath: UnitPath, quizId: string): Promise<boolean> {
  const near = quizzesNear([unitPath]);
  const row = await sql.get(
    `SELECT q."id" FROM "Quiz" q JOIN "Unit" u ON u."id" = q."unitId" WHERE q."id" = ? AND ${near.text}`,
    ...[quizId, ...near.values],
  );
  return row !== undefined;
}

/** All of them, by title. */
export async function listQuizChoices(
  sql: Sql,
  scope: readonly UnitPath[],
): Promise<{ id: string; title: string; course: string | null }[]> {
  if (scope.length === 0) return [];
  const near = quizzesNear(scope);
  return sql.all(
    `SELECT q."id", q."title", c."title" AS "course" FROM "Quiz" q JOIN "Unit" u ON u."id" = q."unitId"
     LEFT JOIN "Course" c ON c."id" = q."courseId" WHERE ${near.text} ORDER BY q."title", q."id"`,
    ...near.values,
  );
}

/** Whether a quiz may be begun as far as its author goes. */
export async function isPublished(sql: Sql, quizId: string): Promise<boolean> {
  const row = await sql.get<{ state: string }>('SELECT "state" FROM "Quiz" WHERE "id" = ?', quizId);
  return row?.state === 'published';
}

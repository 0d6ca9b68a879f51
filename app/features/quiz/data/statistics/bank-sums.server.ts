import type { UnitPath } from '#app/kernel/unit-path.ts';
import { among } from '#app/platform/db/rows-of.server.ts';
import { pathWithin } from '#app/platform/db/scope.server.ts';
import type { Sql, SqlValue } from '#app/platform/db/sql.server.ts';
import type { AnswerSums } from '../../core/statistics/bank-figures.ts';

const SUMS = `COUNT(*) AS "answers", SUM(s."fraction") AS "x", SUM(s."fraction" * s."fraction") AS "xx",
  SUM((a."markSum" - s."mark") / a."maxMark") AS "r",
  SUM((a."markSum" - s."mark") / a."maxMark" * ((a."markSum" - s."mark") / a."maxMark")) AS "rr",
  SUM(s."fraction" * ((a."markSum" - s."mark") / a."maxMark")) AS "xr"`;
const GRADED = `a."state" = 'graded' AND a."number" > 0 AND a."maxMark" > 0 AND a."markSum" IS NOT NULL
  AND s."fraction" IS NOT NULL AND s."mark" IS NOT NULL`;

type Row = AnswerSums & { questionId: string };

const byQuestion = (rows: readonly Row[]): Map<string, AnswerSums> =>
  new Map(
    rows.map(({ questionId, answers, x, xx, r, rr, xr }) => [
      questionId,
      { answers: Number(answers), ...{ x: Number(x), xx: Number(xx), r: Number(r), rr: Number(rr), xr: Number(xr) } },
    ]),
  );

/** The sums over graded answers to these questions; who is missing was not answered. By the index of versions. */
export async function listAnswerSums(sql: Sql, questionIds: readonly string[]): Promise<Map<string, AnswerSums>> {
  if (questionIds.length === 0) return new Map();
  const ids = among(sql, questionIds);
  const rows = await sql.all<Row>(
    `SELECT v."questionId", ${SUMS} FROM "QuestionVersion" v
       JOIN "AttemptAnswer" s ON s."questionVersionId" = v."id"
       JOIN "Attempt" a ON a."id" = s."attemptId"
      WHERE v."questionId" ${ids.text} AND ${GRADED} GROUP BY v."questionId"`,
    ...ids.values,
  );
  return byQuestion(rows);
}

/** The same for every question of the banks within the scope that has at least so many answers. Reads every answer. */
export async function listAllAnswerSums(
  sql: Sql,
  scope: readonly UnitPath[],
  least: number,
): Promise<Map<string, AnswerSums>> {
  const within = pathWithin('u."path"', scope);
  const values: SqlValue[] = [...within.values, least];
  const rows = await sql.all<Row>(
    `SELECT s."questionId", ${SUMS} FROM "AttemptAnswer" s
       JOIN "Attempt" a ON a."id" = s."attemptId"
       JOIN "Question" q ON q."id" = s."questionId"
       JOIN "QuestionCategory" c ON c."id" = q."categoryId"
       JOIN "Unit" u ON u."id" = c."unitId"
      WHERE ${within.text} AND ${GRADED} GROUP BY s."questionId" HAVING COUNT(*) >= ?`,
    ...values,
  );
  return byQuestion(rows);
}

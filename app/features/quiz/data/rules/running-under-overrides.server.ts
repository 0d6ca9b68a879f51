import { pathUpperBound } from '#app/kernel/unit-path.ts';
import { idsIn } from '#app/platform/db/rows-of.server.ts';
import type { Sql } from '#app/platform/db/sql.server.ts';

/**
 * Who of these people, or of a subtree, is at work on a quiz that makes exceptions for units: by quiz, in the order in which
 * quizzes are held. However many people are named, only the running attempts are read.
 */
export async function listRunningUnderUnitOverrides(
  sql: Sql,
  whose: { readonly personIds: readonly string[] } | { readonly unitPath: string },
): Promise<Map<string, string[]>> {
  const isList = 'personIds' in whose;
  const people = isList
    ? `a."personId" IN (${idsIn(sql)})`
    : `a."personId" IN (SELECT p."id" FROM "Person" p JOIN "Unit" u ON u."id" = p."unitId" WHERE u."path" >= ? AND u."path" < ?)`;
  const rows = await sql.all<{ quizId: string; personId: string }>(
    `SELECT a."quizId", a."personId" FROM "Attempt" a
      WHERE a."state" = 'in-progress' AND a."number" > 0 AND ${people}
        AND EXISTS (SELECT 1 FROM "QuizOverride" o WHERE o."quizId" = a."quizId" AND o."unitId" IS NOT NULL)
      ORDER BY a."quizId", a."personId"`,
    ...(isList ? [JSON.stringify(whose.personIds)] : [whose.unitPath, pathUpperBound(whose.unitPath)]),
  );
  const byQuiz = new Map<string, string[]>();
  for (const { quizId, personId } of rows) byQuiz.set(quizId, [...(byQuiz.get(quizId) ?? []), personId]);
  return byQuiz;
}

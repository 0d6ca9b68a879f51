import { idsOf } from '#app/kernel/unit-path.ts';
import { pathWithin } from '#app/platform/db/scope.server.ts';
import type { Sql } from '#app/platform/db/sql.server.ts';
import type { PaperScope } from './paper-sets.server.ts';

/** Published quizzes of which the actor may make a set: an author's own, and exams that an examiner's units may sit. */
export async function listPaperQuizzes(
  sql: Sql,
  { run, author }: PaperScope,
): Promise<{ id: string; title: string }[]> {
  const own = pathWithin('u."path"', author);
  const below = pathWithin('u."path"', run);
  const above = [...new Set(run.flatMap(idsOf))];
  const near = above.length > 0 ? `u."id" IN (${above.map(() => '?').join(', ')})` : '1 = 0';
  return sql.all(
    `SELECT q."id", q."title" FROM "Quiz" q JOIN "Unit" u ON u."id" = q."unitId"
     WHERE q."state" = 'published' AND (${own.text} OR (q."kind" = 'exam' AND (${below.text} OR ${near})))
     ORDER BY q."title", q."id" LIMIT 500`,
    ...[...own.values, ...below.values, ...above],
  );
}

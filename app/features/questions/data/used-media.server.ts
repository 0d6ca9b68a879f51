import { namedMedia } from '#app/features/media/core/named-media.ts';
import type { Sql } from '#app/platform/db/sql.server.ts';

/** The files that any version of a question or an import that is under way names. */
export async function listMediaOfQuestions(sql: Sql): Promise<Set<string>> {
  const used = new Set<string>();
  const rows = await sql.all<{ text: string }>(
    `SELECT "body" || ' ' || "explanation" AS "text" FROM "QuestionVersion"
      WHERE "body" LIKE '%media:%' OR "explanation" LIKE '%media:%'
      UNION ALL SELECT "source" || ' ' || "decisions" FROM "QuestionImport" WHERE "source" LIKE '%media:%'`,
  );
  for (const { text } of rows) for (const id of namedMedia(text)) used.add(id);
  return used;
}

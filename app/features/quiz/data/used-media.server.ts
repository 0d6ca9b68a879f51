import { namedMedia } from '#app/features/media/core/named-media.ts';
import type { Sql } from '#app/platform/db/sql.server.ts';

/** The files that instructions of quizzes name, and what learners attached: the same content may be both. */
export async function listMediaOfQuizzes(sql: Sql): Promise<Set<string>> {
  const used = new Set<string>();
  const rows = await sql.all<{ text: string }>(
    `SELECT "instructions" AS "text" FROM "Quiz" WHERE "instructions" LIKE '%media:%'
      UNION ALL SELECT "mediaId" FROM "AttemptFile"`,
  );
  for (const { text } of rows) for (const id of namedMedia(text)) used.add(id);
  return used;
}

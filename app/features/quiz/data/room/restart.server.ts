import type { Sql } from '#app/platform/db/sql.server.ts';
import { newId } from '#app/platform/ids.server.ts';

/** The path of a person's unit: which overrides reach the person follows from it. */
export async function findUnitPathOf(sql: Sql, personId: string): Promise<string | null> {
  const row = await sql.get<{ path: string }>(
    'SELECT u."path" FROM "Person" p JOIN "Unit" u ON u."id" = p."unitId" WHERE p."id" = ?',
    personId,
  );
  return row?.path ?? null;
}

/** Allows one person so many attempts at a quiz, by the person's own override: the one that is there, or a new one. */
export async function grantAttempts(
  sql: Sql,
  { quizId, personId }: { quizId: string; personId: string },
  {
    attemptsAllowed,
    reason,
    createdById,
    at,
  }: {
    attemptsAllowed: number;
    reason: string;
    createdById: string;
    at: Date;
  },
): Promise<void> {
  const changed = await sql.run(
    'UPDATE "QuizOverride" SET "attemptsAllowed" = ? WHERE "quizId" = ? AND "personId" = ?',
    ...[attemptsAllowed, quizId, personId],
  );
  if (changed > 0) return;
  await sql.run(
    `INSERT INTO "QuizOverride" ("id", "quizId", "personId", "hasNoOpen", "hasNoClose", "attemptsAllowed", "reason",
       "createdById", "createdAt") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ...[newId(), quizId, personId, false, false, attemptsAllowed, reason, createdById, at],
  );
}

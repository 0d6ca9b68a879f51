import { booleanOf, instantOf, type RawInstant, type Sql } from '#app/platform/db/sql.server.ts';
import type { Override } from '../../core/override.ts';

/** An override as it is stored; exactly one of person, unit and group is set. */
export interface StoredOverride extends Override {
  readonly quizId: string;
  readonly personId: string | null;
  readonly unitId: string | null;
  readonly groupId: string | null;
}

export type RawOverride = {
  id: string;
  quizId: string;
  personId: string | null;
  unitId: string | null;
  groupId: string | null;
  openAt: RawInstant;
  hasNoOpen: number | boolean;
  closeAt: RawInstant;
  hasNoClose: number | boolean;
  timeLimitSeconds: number | null;
  attemptsAllowed: number | null;
};

/** For SELECT lists; the table is called `o`. */
export const overrideColumns = `o."id", o."quizId", o."personId", o."unitId", o."groupId", o."openAt", o."hasNoOpen",
  o."closeAt", o."hasNoClose", o."timeLimitSeconds", o."attemptsAllowed"`;

export const overrideOf = (row: RawOverride): StoredOverride => ({
  id: row.id,
  quizId: row.quizId,
  personId: row.personId,
  unitId: row.unitId,
  groupId: row.groupId,
  target: row.personId !== null ? 'person' : 'group',
  openAt: booleanOf(row.hasNoOpen) ? 0 : instantOf(row.openAt),
  closeAt: booleanOf(row.hasNoClose) ? 0 : instantOf(row.closeAt),
  timeLimitSeconds: row.timeLimitSeconds,
  attemptsAllowed: row.attemptsAllowed,
});

/** All overrides of a quiz, the oldest first. */
export async function listOverrides(sql: Sql, quizId: string): Promise<StoredOverride[]> {
  const rows = await sql.all<RawOverride>(
    `SELECT ${overrideColumns} FROM "QuizOverride" o WHERE o."quizId" = ? ORDER BY o."createdAt", o."id"`,
    quizId,
  );
  return rows.map(overrideOf);
}

/** The overrides of some quizzes that reach one person: the person's own, those of groups, those of units above. */
export async function listOverridesOfPerson(
  sql: Sql,
  quizIds: readonly string[],
  { personId, unitIds }: { personId: string; unitIds: readonly string[] },
): Promise<StoredOverride[]> {
  if (quizIds.length === 0) return [];
  const marks = (values: readonly string[]) => values.map(() => '?').join(', ');
  const rows = await sql.all<RawOverride>(
    `SELECT ${overrideColumns} FROM "QuizOverride" o
     LEFT JOIN "PersonGroupMember" m ON m."groupId" = o."groupId" AND m."personId" = ?
     WHERE o."quizId" IN (${marks(quizIds)})
       AND (o."personId" = ? OR m."personId" IS NOT NULL OR o."unitId" IN (${marks(unitIds)}))
     ORDER BY o."createdAt", o."id"`,
    ...[personId, ...quizIds, personId, ...unitIds],
  );
  return rows.map(overrideOf);
}

/** Adds an override; of one target there is one, so that an earlier one is replaced. */
export async function replaceOverride(
  sql: Sql,
  override: Omit<StoredOverride, 'target'> & { reason: string; createdById: string | null; createdAt: Date },
): Promise<void> {
  const { id, quizId, personId, unitId, groupId, openAt, closeAt, timeLimitSeconds, attemptsAllowed } = override;
  const [column, target] = personId ? ['personId', personId] : unitId ? ['unitId', unitId] : ['groupId', groupId];
  await sql.run(`DELETE FROM "QuizOverride" WHERE "quizId" = ? AND "${column}" = ?`, quizId, target);
  await sql.run(
    `INSERT INTO "QuizOverride" ("id", "quizId", "personId", "unitId", "groupId", "openAt", "hasNoOpen", "closeAt",
       "hasNoClose", "timeLimitSeconds", "attemptsAllowed", "reason", "createdById", "createdAt")
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ...[id, quizId, personId, unitId, groupId, openAt || null, openAt === 0, closeAt || null, closeAt === 0],
    ...[timeLimitSeconds, attemptsAllowed, override.reason, override.createdById, override.createdAt],
  );
}

export async function deleteOverride(sql: Sql, id: string): Promise<void> {
  await sql.run('DELETE FROM "QuizOverride" WHERE "id" = ?', id);
}

/** The closes that overrides set, by quiz: with the quiz's own they say until when anybody may be working. */
export async function listOverrideCloses(
  sql: Sql,
  quizIds: readonly string[],
): Promise<{ quizId: string; closeAt: Date | 0 }[]> {
  if (quizIds.length === 0) return [];
  const rows = await sql.all<Pick<RawOverride, 'quizId' | 'closeAt' | 'hasNoClose'>>(
    `SELECT "quizId", "closeAt", "hasNoClose" FROM "QuizOverride"
     WHERE "quizId" IN (${quizIds.map(() => '?').join(', ')}) AND ("closeAt" IS NOT NULL OR "hasNoClose" = ?)`,
    ...[...quizIds, true],
  );
  return rows.map(({ quizId, closeAt, hasNoClose }) => ({
    quizId,
    closeAt: booleanOf(hasNoClose) ? 0 : (instantOf(closeAt) as Date),
  }));
}

/** The quizzes that have an override for a group, or for one of the units. */
export async function listQuizzesOverridden(
  sql: Sql,
  { groupIds, unitIds }: { groupIds: readonly string[]; unitIds: readonly string[] },
): Promise<string[]> {
  const within = (column: string, ids: readonly string[]) =>
    ids.length === 0 ? '1 = 0' : `"${column}" IN (${ids.map(() => '?').join(', ')})`;
  const rows = await sql.all<{ quizId: string }>(
    `SELECT DISTINCT "quizId" FROM "QuizOverride" WHERE ${within('groupId', groupIds)} OR ${within('unitId', unitIds)}
     ORDER BY "quizId"`,
    ...[...groupIds, ...unitIds],
  );
  return rows.map(({ quizId }) => quizId);
}

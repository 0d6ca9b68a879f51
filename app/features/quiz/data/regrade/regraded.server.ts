import { booleanOf, instantOf, type RawInstant, type Sql } from '#app/platform/db/sql.server.ts';
import type { Classification } from '../../core/classification.ts';
import type { Regraded } from '../../core/regrade/regrade-attempt.ts';
import { updateNumbers } from '../attempts.server.ts';

/** Stores what a regrade made of an attempt: its marks by the new key, its numbers, and the line of history. */
export async function storeRegraded(
  sql: Sql,
  regraded: Regraded,
  { changeId, toVersionId, gradedAt, at }: { changeId: string; toVersionId: string; gradedAt: Date | null; at: Date },
): Promise<void> {
  const { attemptId, slots, sum, itemMarks } = regraded;
  for (const { slot, fraction, mark } of slots) {
    await sql.run(
      'UPDATE "AttemptAnswer" SET "fraction" = ?, "mark" = ?, "gradedVersionId" = ? WHERE "attemptId" = ? AND "slot" = ?',
      ...[fraction, mark, toVersionId, attemptId, slot],
    );
  }
  await updateNumbers(sql, attemptId, sum, itemMarks, gradedAt);
  const { oldMark, newMark, oldGrade, newGrade, oldPassed, newPassed, oldClassification, newClassification } = regraded;
  await sql.run(
    `INSERT INTO "RegradeResult" ("keyChangeId", "attemptId", "oldMark", "newMark", "oldGrade", "newGrade", "oldPassed",
       "newPassed", "oldClassification", "newClassification", "regradedAt") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ...[changeId, attemptId, oldMark, newMark, oldGrade, newGrade, oldPassed, newPassed],
    ...[oldClassification, newClassification, at],
  );
}

/** What a change of key made of one attempt, for its learner. */
export interface RegradeOfAttempt {
  regradedAt: Date;
  reason: string;
  oldMark: number | null;
  newMark: number | null;
  oldGrade: number | null;
  newGrade: number | null;
  oldPassed: boolean | null;
  newPassed: boolean | null;
  oldClassification: Classification | null;
  newClassification: Classification | null;
}

type Row = Omit<RegradeOfAttempt, 'regradedAt' | 'oldPassed' | 'newPassed'> & {
  regradedAt: RawInstant;
  oldPassed: number | boolean | null;
  newPassed: number | boolean | null;
};

/** The regrades of an attempt that changed its mark, the oldest first. */
export async function listRegradesOf(sql: Sql, attemptId: string): Promise<RegradeOfAttempt[]> {
  const rows = await sql.all<Row>(
    `SELECT r."regradedAt", k."reason", r."oldMark", r."newMark", r."oldGrade", r."newGrade", r."oldPassed",
       r."newPassed", r."oldClassification", r."newClassification"
     FROM "RegradeResult" r JOIN "KeyChange" k ON k."id" = r."keyChangeId"
     WHERE r."attemptId" = ? AND r."oldMark" <> r."newMark" ORDER BY r."regradedAt", r."keyChangeId"`,
    attemptId,
  );
  const truth = (value: number | boolean | null) => (value === null ? null : booleanOf(value));
  return rows.map((row) => ({
    ...row,
    regradedAt: instantOf(row.regradedAt) as Date,
    oldPassed: truth(row.oldPassed),
    newPassed: truth(row.newPassed),
  }));
}

/** Names of quizzes and units by id, for the tables of a dry run. */
export async function listNames(
  sql: Sql,
  table: 'Quiz' | 'Unit',
  ids: readonly string[],
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const column = table === 'Quiz' ? 'title' : 'name';
  const rows = await sql.all<{ id: string; name: string }>(
    `SELECT "id", "${column}" AS "name" FROM "${table}" WHERE "id" IN (${ids.map(() => '?').join(', ')})`,
    ...ids,
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}

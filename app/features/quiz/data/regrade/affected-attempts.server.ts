import { booleanOf, instantOf, type RawInstant, type Sql } from '#app/platform/db/sql.server.ts';
import type { Certainty } from '../../core/certainty.ts';
import type { Classification } from '../../core/classification.ts';
import { parsePaper } from '../../core/paper.ts';
import type { StoredAttempt } from '../../core/regrade/regrade-attempt.ts';
import { readQuizSettings, readResponseColumn, readTriesColumn } from '../../schema.ts';

/** An ended attempt that holds one of the versions, as the regrade works with it. */
export interface AffectedAttempt extends StoredAttempt {
  personId: string;
  courseId: string | null;
  /** Null while an answer of it waits for a marker. */
  gradedAt: Date | null;
}

const marks = (values: readonly unknown[]) => values.map(() => '?').join(', ');

const holding = (versionIds: readonly string[]) =>
  `a."id" > ? AND a."number" > 0 AND a."id" IN (
     SELECT s."attemptId" FROM "AttemptAnswer" s WHERE s."questionVersionId" IN (${marks(versionIds)}) AND s."attemptId" > ?)`;

/** The ids of ended attempts, previews aside, that hold one of the versions, in order behind `cursor`. */
export async function listEndedHolding(
  sql: Sql,
  versionIds: readonly string[],
  cursor: string,
  limit: number,
): Promise<string[]> {
  const rows = await sql.all<{ id: string }>(
    `SELECT a."id" FROM "Attempt" a WHERE ${holding(versionIds)} AND a."state" IN ('submitted', 'graded')
     ORDER BY a."id" LIMIT ${limit}`,
    ...[cursor, ...versionIds, cursor],
  );
  return rows.map(({ id }) => id);
}

/**
 * The same, held until the transaction ends, open attempts included: one that is being closed at this moment, by the old
 * key, is waited for; one that is still open will be closed by the new key.
 */
export async function holdHolding(
  sql: Sql,
  versionIds: readonly string[],
  cursor: string,
  limit: number,
): Promise<string[]> {
  const rows = await sql.all<{ id: string }>(
    `SELECT a."id" FROM "Attempt" a WHERE ${holding(versionIds)}
     AND a."state" IN ('in-progress', 'submitted', 'graded') ORDER BY a."id" LIMIT ${limit}${sql.forUpdate}`,
    ...[cursor, ...versionIds, cursor],
  );
  return rows.map(({ id }) => id);
}

type AttemptRow = {
  id: string;
  quizId: string;
  courseId: string | null;
  personId: string;
  unitPath: string;
  settings: string;
  paper: string;
  grade: number | null;
  passed: number | boolean | null;
  classification: Classification | null;
  gradedAt: RawInstant;
  itemMarks: string | null;
};
type AnswerRow = {
  attemptId: string;
  slot: number;
  questionVersionId: string;
  response: string | null;
  certainty: Certainty | null;
  tries: string;
  fraction: number | null;
  mark: number | null;
};

/**
 * Those of the attempts that are ended, in the order of their ids, with what the versions' slots hold. Two statements: the
 * marks of all other slots stand in one column. A third reads them from the answers of attempts that an older release
 * closed without it.
 */
export async function listAffected(
  sql: Sql,
  attemptIds: readonly string[],
  versionIds: readonly string[],
): Promise<AffectedAttempt[]> {
  if (attemptIds.length === 0) return [];
  const rows = await sql.all<AttemptRow>(
    `SELECT a."id", a."quizId", q."courseId", a."personId", u."path" AS "unitPath", a."settings", a."paper", a."grade",
       a."passed", a."classification", a."gradedAt", a."itemMarks"
     FROM "Attempt" a JOIN "Quiz" q ON q."id" = a."quizId" JOIN "Person" p ON p."id" = a."personId"
     JOIN "Unit" u ON u."id" = p."unitId"
     WHERE a."id" IN (${marks(attemptIds)}) AND a."state" IN ('submitted', 'graded') ORDER BY a."id"`,
    ...attemptIds,
  );
  const answerColumns =
    '"attemptId", "slot", "questionVersionId", "response", "certainty", "tries", "fraction", "mark"';
  const answers = await sql.all<AnswerRow>(
    `SELECT ${answerColumns} FROM "AttemptAnswer"
     WHERE "attemptId" IN (${marks(attemptIds)}) AND "questionVersionId" IN (${marks(versionIds)})`,
    ...[...attemptIds, ...versionIds],
  );
  const older = rows.filter(({ itemMarks }) => itemMarks === null).map(({ id }) => id);
  if (older.length > 0) {
    answers.push(
      ...(await sql.all<AnswerRow>(
        `SELECT ${answerColumns} FROM "AttemptAnswer" WHERE "attemptId" IN (${marks(older)})`,
        ...older,
      )),
    );
  }
  const touched = new Set(versionIds);
  const answersOf = new Map<string, Map<number, AnswerRow>>();
  for (const row of answers) {
    const bySlot = answersOf.get(row.attemptId) ?? new Map<number, AnswerRow>();
    answersOf.set(row.attemptId, bySlot.set(row.slot, row));
  }
  return rows.map((row) => {
    const itemMarks = row.itemMarks === null ? [] : (JSON.parse(row.itemMarks) as (number | null)[]);
    const slots = parsePaper(row.paper).map(({ slot, maxMark, questionVersionId }) => {
      const answer = answersOf.get(row.id)?.get(slot);
      // Of a slot that the change does not touch the fraction is not asked for.
      const { fraction = null, mark = itemMarks[slot - 1] ?? null } = answer ?? {};
      const isTouched = answer !== undefined && touched.has(questionVersionId);
      return { slot, maxMark, fraction, mark, work: isTouched ? workOf(answer) : null };
    });
    const { quizId, courseId, personId, unitPath, grade, classification } = row;
    return {
      ...{ attemptId: row.id, quizId, courseId, personId, unitPath, slots, grade, classification },
      settings: readQuizSettings(row.settings),
      passed: row.passed === null ? null : booleanOf(row.passed),
      gradedAt: instantOf(row.gradedAt),
    };
  });
}

const workOf = ({ response, certainty, tries }: AnswerRow) => ({
  response: readResponseColumn(response),
  certainty,
  tries: readTriesColumn(tries),
});

/** How many attempts hold each of the versions, open and ended, previews and voided ones aside. */
export async function countHolding(sql: Sql, versionIds: readonly string[]): Promise<Map<string, number>> {
  if (versionIds.length === 0) return new Map();
  const rows = await sql.all<{ id: string; n: number }>(
    `SELECT s."questionVersionId" AS "id", COUNT(DISTINCT s."attemptId") AS "n" FROM "AttemptAnswer" s
     JOIN "Attempt" a ON a."id" = s."attemptId"
     WHERE s."questionVersionId" IN (${marks(versionIds)}) AND a."number" > 0
       AND a."state" IN ('in-progress', 'submitted', 'graded') GROUP BY s."questionVersionId"`,
    ...versionIds,
  );
  return new Map(rows.map(({ id, n }) => [id, Number(n)]));
}

import { booleanOf, instantOf, type RawInstant, type Sql } from '#app/platform/db/sql.server.ts';
import type { Classification } from '../../core/classification.ts';
import { type UnitNames, withUnitLabels } from '../../core/unit-labels.ts';
import { unitNameColumns, unitNameJoins } from '../unit-labels.server.ts';

/** One person of a session with what the attempt that counts there came to. */
export interface SessionResult {
  readonly personId: string;
  readonly number: number;
  readonly fullName: string;
  readonly rank: string | null;
  readonly unitName: string;
  /** Null: nothing was begun. */
  readonly state: 'in-progress' | 'submitted' | 'graded' | 'abandoned' | null;
  readonly submittedAt: Date | null;
  readonly grade: number | null;
  readonly passed: boolean | null;
  readonly classification: Classification | null;
}

/** Everybody with a seat in a session, in the order of the numbers. One statement. */
export async function listSessionResults(sql: Sql, sessionId: string): Promise<SessionResult[]> {
  type Row = UnitNames &
    Omit<SessionResult, 'state' | 'submittedAt' | 'passed'> & {
      state: SessionResult['state'] | 'prepared';
      submittedAt: RawInstant;
      passed: number | boolean | null;
    };
  const rows = await sql.all<Row>(
    `SELECT e."personId", e."number", p."fullName", p."rank", ${unitNameColumns}, a."state", a."submittedAt",
       a."grade", a."passed", a."classification"
     FROM "ExamSeat" e JOIN "Person" p ON p."id" = e."personId" ${unitNameJoins}
     LEFT JOIN "Attempt" a ON a."id" = e."attemptId" WHERE e."sessionId" = ? ORDER BY e."number"`,
    sessionId,
  );
  return withUnitLabels(rows).map(({ state, submittedAt, passed, grade, classification, ...row }) => {
    const counts = state === 'graded';
    return {
      ...row,
      state: state === 'prepared' ? null : state,
      submittedAt: instantOf(submittedAt),
      grade: counts ? grade : null,
      passed: counts && passed !== null ? booleanOf(passed) : null,
      classification: counts ? classification : null,
    };
  });
}

/** The names on the head of a session's papers: the unit's, the one above it, the examiner's. */
export async function findSessionNames(
  sql: Sql,
  sessionId: string,
): Promise<{ unit: string; parentUnit: string | null; examiner: string; quiz: string } | null> {
  const row = await sql.get<{
    unit: string;
    parent: string | null;
    examiner: string;
    rank: string | null;
    quiz: string;
  }>(
    `SELECT u."name" AS "unit", o."name" AS "parent", p."fullName" AS "examiner", p."rank", q."title" AS "quiz"
     FROM "ExamSession" s JOIN "Unit" u ON u."id" = s."unitId" LEFT JOIN "Unit" o ON o."id" = u."parentId"
     JOIN "Person" p ON p."id" = s."examinerId" JOIN "Quiz" q ON q."id" = s."quizId" WHERE s."id" = ?`,
    sessionId,
  );
  if (!row) return null;
  const { unit, parent, examiner, rank, quiz } = row;
  return { unit, parentUnit: parent, examiner: rank ? `${rank} ${examiner}` : examiner, quiz };
}

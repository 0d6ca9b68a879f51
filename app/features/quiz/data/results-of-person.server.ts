import type { Sql } from '#app/platform/db/sql.server.ts';
import type { QuizKind, QuizSettings } from '../core/settings.ts';
import { readQuizSettings } from '../schema.ts';
import { numberColumns, type RawNumbers, type RawStanding, standingColumns } from './attempts.server.ts';
import { type PreviousAttempt, previousOf } from './previous-attempts.server.ts';

export interface ResultOfPerson extends PreviousAttempt {
  title: string;
  kind: QuizKind;
  courseId: string | null;
  /** Of the quiz as it stands today. */
  settings: QuizSettings;
}

type Row = RawStanding &
  RawNumbers & {
    quizId: string;
    settings: string;
    title: string;
    kind: QuizKind;
    courseId: string | null;
    today: string;
  };

/** A person's attempts at all quizzes, previews left out, the newest first. */
export async function listResultsOfPerson(
  sql: Sql,
  personId: string,
  { limit, offset }: { limit: number; offset: number },
): Promise<ResultOfPerson[]> {
  const rows = await sql.all<Row>(
    `SELECT ${standingColumns}, ${numberColumns}, a."quizId", a."settings", q."title", q."kind", q."courseId",
       q."settings" AS "today"
     FROM "Attempt" a JOIN "Quiz" q ON q."id" = a."quizId" WHERE a."personId" = ? AND a."number" > 0
       AND a."state" <> 'prepared'
     ORDER BY a."startedAt" DESC, a."id" DESC LIMIT ? OFFSET ?`,
    ...[personId, limit, offset],
  );
  return rows.map((row) => ({
    ...previousOf(row),
    title: row.title,
    kind: row.kind,
    courseId: row.courseId,
    settings: readQuizSettings(row.today),
  }));
}

export async function countResultsOfPerson(sql: Sql, personId: string): Promise<number> {
  const row = await sql.get<{ n: number }>(
    `SELECT COUNT(*) AS "n" FROM "Attempt" WHERE "personId" = ? AND "number" > 0 AND "state" <> 'prepared'`,
    personId,
  );
  return Number(row?.n ?? 0);
}

import type { Sql } from '#app/platform/db/sql.server.ts';
import { type Paper, parsePaper } from '../../core/paper.ts';
import type { QuizSettings } from '../../core/settings.ts';
import { readQuizSettings } from '../../schema.ts';
import { type AttemptStanding, type RawStanding, standingColumns, standingOf } from '../attempts.server.ts';

/** The prepared papers of people who wait in a lobby, or in a session that was released since an instant. */
export async function listAwaitedPapers(sql: Sql, at: Date, releasedSince: Date): Promise<string[]> {
  const rows = await sql.all<{ id: string }>(
    `SELECT a."id" FROM "ExamSession" s JOIN "ExamSeat" e ON e."sessionId" = s."id"
       JOIN "Attempt" a ON a."id" = e."attemptId"
     WHERE s."closedAt" IS NULL AND s."lobbyAt" <= ? AND (s."releasedAt" IS NULL OR s."releasedAt" >= ?)
       AND e."arrivedAt" IS NOT NULL AND a."state" = 'prepared'`,
    ...[at, releasedSince],
  );
  return rows.map(({ id }) => id);
}

export interface PreparedPaper {
  readonly attemptId: string;
  readonly paper: Paper;
  readonly settings: QuizSettings;
}

/** Papers that nobody has begun, for the server's own use: to anybody else they do not exist yet. */
export async function listPreparedPapers(sql: Sql, ids: readonly string[]): Promise<PreparedPaper[]> {
  const rows = await sql.all<{ id: string; paper: string; settings: string }>(
    `SELECT "id", "paper", "settings" FROM "Attempt" WHERE "state" = 'prepared' AND "id" IN (${ids.map(() => '?').join(', ')})`,
    ...ids,
  );
  return rows.map(({ id, paper, settings }) => ({
    attemptId: id,
    paper: parsePaper(paper),
    settings: readQuizSettings(settings),
  }));
}

/** An attempt in which nothing was answered, flagged or checked yet. */
export interface UntouchedAttempt {
  readonly quizId: string;
  readonly title: string;
  readonly preview: boolean;
  readonly settings: QuizSettings;
  readonly standing: AttemptStanding;
}

/** Hot path (one statement): a person's own begun attempt of a session while it is untouched, or null. */
export async function findUntouched(sql: Sql, personId: string, attemptId: string): Promise<UntouchedAttempt | null> {
  const row = await sql.get<RawStanding & { quizId: string; title: string; settings: string }>(
    `SELECT ${standingColumns}, a."quizId", q."title", a."settings" FROM "Attempt" a JOIN "Quiz" q ON q."id" = a."quizId"
     WHERE a."id" = ? AND a."personId" = ? AND a."state" = 'in-progress' AND a."sessionId" IS NOT NULL AND a."preview" = ?
       AND NOT EXISTS (SELECT 1 FROM "AttemptAnswer" s WHERE s."attemptId" = a."id"
         AND (s."sequence" <> 0 OR s."response" IS NOT NULL OR s."checks" <> 0 OR s."flagged" = ?))`,
    ...[attemptId, personId, false, true],
  );
  if (!row) return null;
  const { quizId, title } = row;
  return { quizId, title, preview: false, settings: readQuizSettings(row.settings), standing: standingOf(row) };
}

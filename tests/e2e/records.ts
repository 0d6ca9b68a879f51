import { randomBytes } from 'node:crypto';
import path from 'node:path';
import Database from 'better-sqlite3';
import { dataFolder } from './browser.ts';

/**
 * The running server's database, looked at from outside: what the stories must find there, whose ids they try, and, for
 * clocks that cannot be waited for, a deadline that is brought near.
 */
export function openRecords(folder = dataFolder): Database.Database {
  const database = new Database(path.join(folder, 'hoctap35.sqlite'));
  database.pragma('busy_timeout = 10000');
  return database;
}

/** One question to the database and its rows; closed again at once. */
export function ask<Row>(sql: string, ...values: unknown[]): Row[] {
  const database = openRecords();
  try {
    return database.prepare(sql).all(...values) as Row[];
  } finally {
    database.close();
  }
}

/** The one row that must be there. */
export function askOne<Row>(sql: string, ...values: unknown[]): Row {
  const [row] = ask<Row>(sql, ...values);
  if (!row) throw new Error(`No row: ${sql} ${values.join(', ')}`);
  return row;
}

/** A change that only a test makes. */
export function amend(sql: string, ...values: unknown[]): void {
  const database = openRecords();
  try {
    database.prepare(sql).run(...values);
  } finally {
    database.close();
  }
}

export const quizCalled = (code: string) =>
  askOne<{ id: string; title: string; courseId: string }>(
    'SELECT "id", "title", "courseId" FROM "Quiz" WHERE "code" = ?',
    code,
  );

export const unitCalled = (name: string) =>
  askOne<{ id: string; path: string }>(
    'SELECT "id", "path" FROM "Unit" WHERE "name" = ? ORDER BY "path" LIMIT 1',
    name,
  );

export const personWith = (login: string) =>
  askOne<{ id: string; fullName: string; unitId: string }>(
    'SELECT p."id", p."fullName", p."unitId" FROM "Person" p JOIN "Account" a ON a."personId" = p."id" WHERE a."login" = ?',
    login,
  );

/** Brings the deadline of a person's open attempt to `seconds` from now. */
export function bringDeadlineNear(attemptId: string, seconds: number): void {
  amend('UPDATE "Attempt" SET "deadlineAt" = ? WHERE "id" = ?', Date.now() + seconds * 1000, attemptId);
}

/** An ordinary soldier without a part in the demonstration who has not sat the final exam, has no seat in a session and has never signed in. */
export function idleLearner(): string {
  return askOne<{ login: string }>(
    `SELECT a."login" FROM "Account" a
     JOIN "Enrolment" e ON e."personId" = a."personId" AND e."status" IN ('not-started', 'in-progress')
     JOIN "Assignment" s ON s."id" = e."assignmentId" AND s."rule" LIKE '%"lessons":"all"%'
     WHERE a."login" LIKE 'mh%'
     AND NOT EXISTS (SELECT 1 FROM "RoleGrant" g WHERE g."personId" = a."personId")
     AND NOT EXISTS (SELECT 1 FROM "ExamSeat" x WHERE x."personId" = a."personId")
     AND NOT EXISTS (SELECT 1 FROM "Session" o WHERE o."personId" = a."personId")
     AND NOT EXISTS (SELECT 1 FROM "Attempt" t JOIN "Quiz" q ON q."id" = t."quizId"
       WHERE t."personId" = a."personId" AND q."kind" = 'exam')
     ORDER BY a."login" DESC LIMIT 1`,
  ).login;
}

/** A category of a story's own, so that no random draw of the demonstration's quizzes finds its questions; its id. */
export function addCategory(name: string): string {
  const { unitId } = askOne<{ unitId: string }>('SELECT "unitId" FROM "QuestionCategory" LIMIT 1');
  const id = `de-muc-${randomBytes(5).toString('hex')}`;
  amend(
    'INSERT INTO "QuestionCategory" ("id", "code", "unitId", "name", "position") VALUES (?, ?, ?, ?, 999)',
    ...[id, id, unitId, name],
  );
  return id;
}

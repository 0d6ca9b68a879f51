import { instantOf, type RawInstant, type Sql } from '#app/platform/db/sql.server.ts';
import type { ChosenLevels } from '../../core/marking/rubric.ts';
import { readChosenLevels } from '../../schema.marking.ts';

/** What one marker gave for one answer. */
export interface Mark {
  markerId: string;
  round: number;
  /** 0..1. */
  fraction: number;
  levels: ChosenLevels;
  comment: string;
  markedAt: Date;
}

type Row = Omit<Mark, 'levels' | 'markedAt'> & { rubric: string; markedAt: RawInstant };

const columns = 'm."markerId", m."round", m."fraction", m."rubric", m."comment", m."markedAt"';

const markOf = ({ markerId, round, fraction, rubric, comment, markedAt }: Row): Mark => ({
  ...{ markerId, round, fraction, comment },
  levels: readChosenLevels(rubric),
  markedAt: instantOf(markedAt) as Date,
});

/** All marks of a task, by round. */
export async function listMarks(sql: Sql, taskId: string): Promise<Mark[]> {
  const rows = await sql.all<Row>(
    `SELECT ${columns} FROM "MarkingMark" m WHERE m."taskId" = ? ORDER BY m."round"`,
    taskId,
  );
  return rows.map(markOf);
}

/** The marks of the settled answers of an attempt, by slot: what its learner may come to see. */
export async function listSettledMarks(sql: Sql, attemptId: string): Promise<(Mark & { slot: number })[]> {
  const rows = await sql.all<Row & { slot: number }>(
    `SELECT t."slot", ${columns} FROM "MarkingTask" t JOIN "MarkingMark" m ON m."taskId" = t."id"
     WHERE t."attemptId" = ? AND t."state" = 'done' ORDER BY t."slot", m."round"`,
    attemptId,
  );
  return rows.map((row) => ({ ...markOf(row), slot: row.slot }));
}

/** Writes a marker's mark, in place of the one that this marker gave before. */
export async function replaceMark(sql: Sql, taskId: string, mark: Mark): Promise<void> {
  const { markerId, round, fraction, levels, comment, markedAt } = mark;
  await sql.run(
    `INSERT INTO "MarkingMark" ("taskId", "markerId", "round", "fraction", "rubric", "comment", "markedAt")
     VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT ("taskId", "markerId") DO UPDATE SET "fraction" = excluded."fraction", "rubric" = excluded."rubric",
       "comment" = excluded."comment", "markedAt" = excluded."markedAt"`,
    ...[taskId, markerId, round, fraction, JSON.stringify(levels), comment, markedAt],
  );
}

/** Takes the marks of a task away, for it to be marked anew; the audit log keeps what they were. */
export async function deleteMarks(sql: Sql, taskId: string): Promise<void> {
  await sql.run('DELETE FROM "MarkingMark" WHERE "taskId" = ?', taskId);
}

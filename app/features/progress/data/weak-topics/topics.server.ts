import { idsIn } from '#app/platform/db/rows-of.server.ts';
import type { Sql } from '#app/platform/db/sql.server.ts';

/** The names of topics: of question categories. */
export async function listTopicNames(sql: Sql, ids: readonly string[]): Promise<{ id: string; name: string }[]> {
  if (ids.length === 0) return [];
  return sql.all(
    `SELECT "id", "name" FROM "QuestionCategory" WHERE "id" IN (${idsIn(sql)}) ORDER BY "position", "name"`,
    JSON.stringify([...new Set(ids)]),
  );
}

/** The quizzes of a course that people may have taken, whatever became of them since. */
export async function listQuizIds(sql: Sql, courseId: string, ruleIds: readonly string[]): Promise<string[]> {
  const rows = await sql.all<{ id: string }>(`SELECT "id" FROM "Quiz" WHERE "courseId" = ?`, courseId);
  return [...new Set([...rows.map(({ id }) => id), ...ruleIds])];
}

/** A quiz that may be given for practice, and whether it asks about a topic. */
export interface PracticeQuiz {
  id: string;
  title: string;
  asksTopic: boolean;
}

/** The published practice quizzes of a course, those that ask about the topic first. */
export async function listPracticeQuizzes(sql: Sql, courseId: string, topicId: string): Promise<PracticeQuiz[]> {
  const rows = await sql.all<{ id: string; title: string; asks: number }>(
    `SELECT z."id", z."title", COUNT(CASE WHEN s."categoryId" = ? OR q."categoryId" = ? THEN 1 END) AS "asks"
       FROM "Quiz" z LEFT JOIN "QuizSlot" s ON s."quizId" = z."id" LEFT JOIN "Question" q ON q."id" = s."questionId"
      WHERE z."courseId" = ? AND z."kind" = 'practice' AND z."state" = 'published'
      GROUP BY z."id", z."title", z."position" ORDER BY z."position", z."id"`,
    topicId,
    topicId,
    courseId,
  );
  const quizzes = rows.map(({ id, title, asks }) => ({ id, title, asksTopic: Number(asks) > 0 }));
  return [...quizzes.filter(({ asksTopic }) => asksTopic), ...quizzes.filter(({ asksTopic }) => !asksTopic)];
}

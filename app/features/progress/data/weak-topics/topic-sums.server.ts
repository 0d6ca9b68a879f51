import type { UnitPath } from '#app/kernel/unit-path.ts';
import { pathUpperBound } from '#app/kernel/unit-path.ts';
import { idsIn, rowsOf, rowsParameter } from '#app/platform/db/rows-of.server.ts';
import type { Sql, SqlValue } from '#app/platform/db/sql.server.ts';
import type { TopicSums } from '../../core/weak-topics/topic-figures.ts';

/** Whose answers are meant: people of these subtrees, in these quizzes. */
export interface AnswersQuestion {
  /** A sub-unit each, or the unit's own people; `path` up to, without, `bound`. */
  parts: readonly { id: string; path: UnitPath; isOwn: boolean }[];
  quizIds: readonly string[];
  /** The end of a day: who belonged there then, and what was handed in until then. Null = now. */
  asOf: Date | null;
}

interface Text {
  text: string;
  values: SqlValue[];
}

/**
 * The last graded attempt of each person at each quiz, as "part", "personId" and "id". SQLite takes the tables of a CROSS
 * JOIN in their order: from the parts down to the people and then to their attempts, so that a company costs a company.
 */
function lastAttempts(sql: Sql, { parts, quizIds, asOf }: AnswersQuestion): Text {
  const columns = { id: 'TEXT', low: 'TEXT', high: 'TEXT' } as const;
  // A unit's own people stand on its very path.
  const rows = parts.map(({ id, path, isOwn }) => [
    isOwn ? `own ${id}` : id,
    path,
    isOwn ? `${path} ` : pathUpperBound(path),
  ]);
  const given = rowsParameter(sql, rows);
  const ids = JSON.stringify([...new Set(quizIds)]);
  const place =
    asOf === null
      ? `"Unit" u CROSS JOIN "Person" p
          WHERE u."path" >= t."low" AND u."path" < t."high" AND p."unitId" = u."id" AND p."leftAt" IS NULL`
      : `"UnitSpan" u CROSS JOIN "UnitMembership" p
          WHERE u."path" >= t."low" AND u."path" < t."high" AND p."unitId" = u."unitId"
            AND u."fromAt" <= ? AND (u."untilAt" IS NULL OR u."untilAt" > ?)
            AND p."fromAt" <= ? AND (p."untilAt" IS NULL OR p."untilAt" > ?)`;
  const person = asOf === null ? 'p."id"' : 'p."personId"';
  const until = asOf === null ? '' : ' AND a."submittedAt" <= ?';
  return {
    text: `SELECT w."part", w."personId", w."id" FROM (
      SELECT m."part", m."personId", a."id",
             ROW_NUMBER() OVER (PARTITION BY m."personId", a."quizId" ORDER BY a."number" DESC) AS "place"
        FROM (SELECT t."id" AS "part", ${person} AS "personId"
                FROM (${rowsOf(sql, columns)}) AS t CROSS JOIN ${place}) AS m
       CROSS JOIN (${idsIn(sql)}) AS z
       CROSS JOIN "Attempt" a
       WHERE a."quizId" = z."id" AND a."personId" = m."personId" AND a."number" > 0 AND a."state" = 'graded'${until}
      ) AS w WHERE w."place" = 1`,
    values: [given, ...(asOf === null ? [] : [asOf, asOf, asOf, asOf]), ids, ...(asOf === null ? [] : [asOf])],
  };
}

/** Each person's own mean of each topic: "part", "personId", "topicId", "mean" 0..1, "answers". */
function personMeans(sql: Sql, question: AnswersQuestion): Text {
  const last = lastAttempts(sql, question);
  return {
    text: `SELECT l."part", l."personId", q."categoryId" AS "topicId",
        AVG(w."fraction") AS "mean", COUNT(*) AS "answers"
       FROM (${last.text}) AS l CROSS JOIN "AttemptAnswer" w CROSS JOIN "Question" q
      WHERE w."attemptId" = l."id" AND w."fraction" IS NOT NULL AND q."id" = w."questionId"
      GROUP BY l."part", l."personId", q."categoryId"`,
    values: last.values,
  };
}

/** What is known of each topic in each part. */
export interface PartTopicSums extends TopicSums {
  /** The id of the part; 'own ' before that of the unit whose own people are meant. */
  part: string;
  topicId: string;
}

/** One statement, whose answer is a row for each part and topic: no answer and no attempt leaves the database. */
export async function sumTopics(sql: Sql, question: AnswersQuestion, line: number): Promise<PartTopicSums[]> {
  if (question.quizIds.length === 0 || question.parts.length === 0) return [];
  const means = personMeans(sql, question);
  const rows = await sql.all<PartTopicSums>(
    `SELECT m."part", m."topicId", COUNT(*) AS "n", SUM(m."mean") AS "sum", SUM(m."mean" * m."mean") AS "squares",
            SUM(CASE WHEN m."mean" < ? THEN 1 ELSE 0 END) AS "below", SUM(m."answers") AS "answers"
       FROM (${means.text}) AS m GROUP BY m."part", m."topicId"`,
    line,
    ...means.values,
  );
  return rows.map((row) => ({
    ...{ part: row.part, topicId: row.topicId, n: Number(row.n), sum: Number(row.sum) },
    ...{ squares: Number(row.squares), below: Number(row.below), answers: Number(row.answers) },
  }));
}

/** Somebody whose own mean of a topic is below the line. */
export interface PersonBelow {
  personId: string;
  mean: number;
  answers: number;
}

/** The people of the parts below the line in one topic, the weakest first. One statement. */
export async function listBelow(
  sql: Sql,
  question: AnswersQuestion,
  { topicId, line }: { topicId: string; line: number },
): Promise<PersonBelow[]> {
  if (question.quizIds.length === 0) return [];
  const means = personMeans(sql, question);
  const rows = await sql.all<PersonBelow>(
    `SELECT m."personId", m."mean", m."answers" FROM (${means.text}) AS m
      WHERE m."topicId" = ? AND m."mean" < ? ORDER BY m."mean", m."personId"`,
    ...means.values,
    topicId,
    line,
  );
  return rows.map((row) => ({ ...row, mean: Number(row.mean), answers: Number(row.answers) }));
}

/** How often a question was answered, by how many people, and by how many not wholly right. */
export interface QuestionSums {
  questionId: string;
  topicId: string;
  people: number;
  wrong: number;
}

/** The questions that most people did not answer wholly right, those answered by fewer than `fewest` left out. */
export async function listMostMissed(
  sql: Sql,
  question: AnswersQuestion,
  { fewest, limit, topicId }: { fewest: number; limit: number; topicId?: string },
): Promise<QuestionSums[]> {
  if (question.quizIds.length === 0 || question.parts.length === 0) return [];
  const last = lastAttempts(sql, question);
  const ofTopic = topicId === undefined ? '' : ' AND q."categoryId" = ?';
  const rows = await sql.all<QuestionSums>(
    `SELECT m."questionId", m."topicId", COUNT(*) AS "people", SUM(m."wrong") AS "wrong" FROM (
       SELECT w."questionId", q."categoryId" AS "topicId", l."personId",
              MAX(CASE WHEN w."fraction" < 0.999999 THEN 1 ELSE 0 END) AS "wrong"
         FROM (${last.text}) AS l CROSS JOIN "AttemptAnswer" w CROSS JOIN "Question" q
        WHERE w."attemptId" = l."id" AND w."fraction" IS NOT NULL AND q."id" = w."questionId"${ofTopic}
        GROUP BY w."questionId", q."categoryId", l."personId") AS m
      GROUP BY m."questionId", m."topicId" HAVING COUNT(*) >= ? AND SUM(m."wrong") > 0
      ORDER BY 1.0 * SUM(m."wrong") / COUNT(*) DESC, COUNT(*) DESC, m."questionId" LIMIT ?`,
    ...last.values,
    ...(topicId === undefined ? [] : [topicId]),
    fewest,
    limit,
  );
  return rows.map((row) => ({ ...row, people: Number(row.people), wrong: Number(row.wrong) }));
}

import { itemStatistics } from '#app/features/quiz/core/item-statistics.ts';
import { database } from '#app/platform/db/database.server.ts';

/**
 * How well each question of an exam with drawn papers tells the strong from the weak: over the attempts that hold it,
 * its mark beside the rest of the paper. Per cent, by the question's code; null where nothing varies.
 */
export async function discriminationOf(
  quizCode: string,
): Promise<Map<string, { attempts: number; index: number | null }>> {
  const rows = await database().sql.all<{ code: string; mark: number; rest: number }>(
    `SELECT qu."code", s."mark", a."markSum" - s."mark" AS "rest"
       FROM "AttemptAnswer" s
       JOIN "Attempt" a ON a."id" = s."attemptId" JOIN "Quiz" q ON q."id" = a."quizId"
       JOIN "Question" qu ON qu."id" = s."questionId"
      WHERE q."code" = ? AND a."state" = 'graded'`,
    quizCode,
  );
  const marksOf = new Map<string, [number, number][]>();
  for (const { code, mark, rest } of rows) marksOf.set(code, [...(marksOf.get(code) ?? []), [mark, rest]]);
  return new Map(
    [...marksOf].map(([code, marks]) => {
      const index = itemStatistics(marks, [1, 19]).items[0]!.discriminationIndex;
      return [code, { attempts: marks.length, index }];
    }),
  );
}

import { plainText } from '#app/features/questions/core/plain-text.ts';
import type { Sql } from '#app/platform/db/sql.server.ts';
import { listOpenExamSources, listQuestionBodies } from '../data/open-exams.server.ts';

/**
 * The stems of these questions as plain text, by id, for who is no author: never an option, never a key, and nothing at
 * all of a question that an exam may still ask somebody, whoever has met it before. Those are left out.
 */
export async function shownStems(sql: Sql, questionIds: readonly string[], at: Date): Promise<Map<string, string>> {
  if (questionIds.length === 0) return new Map();
  const open = await listOpenExamSources(sql, at);
  const rows = await listQuestionBodies(sql, questionIds);
  return new Map(
    rows
      .filter(({ id, categoryId, tags }) => {
        const own = JSON.parse(tags) as string[];
        return (
          !open.questionIds.has(id) && !open.categoryIds.has(categoryId) && !open.tags.some((tag) => own.includes(tag))
        );
      })
      .map(({ id, body }) => [id, plainText((JSON.parse(body) as { stem: string }).stem)]),
  );
}

import type { MediaUse } from '#app/features/media/core/media-use.ts';
import { namedMedia } from '#app/features/media/core/named-media.ts';
import type { UnitPath } from '#app/kernel/unit-path.ts';
import { pathWithin } from '#app/platform/db/scope.server.ts';
import type { Sql } from '#app/platform/db/sql.server.ts';

/** Where questions of categories within the scope name files (or this one file), as they stand now. */
export async function listQuestionUses(sql: Sql, scope: readonly UnitPath[], mediaId?: string): Promise<MediaUse[]> {
  const within = pathWithin('u."path"', scope);
  const like = `%media:${mediaId ?? ''}%`;
  const rows = await sql.all<{ id: string; code: string; text: string; category: string }>(
    `SELECT q."id", q."code", v."body" || ' ' || v."explanation" AS "text", c."name" AS "category"
       FROM "Question" q JOIN "QuestionVersion" v ON v."id" = q."currentVersionId"
       JOIN "QuestionCategory" c ON c."id" = q."categoryId" JOIN "Unit" u ON u."id" = c."unitId"
      WHERE (v."body" LIKE ? OR v."explanation" LIKE ?) AND ${within.text}`,
    ...[like, like, ...within.values],
  );
  return rows.flatMap(({ id, code, text, category }) =>
    [...new Set(namedMedia(text))]
      .filter((named) => mediaId === undefined || named === mediaId)
      .map((named): MediaUse => {
        return { mediaId: named, kind: 'question', title: code, within: category, to: `/author/questions/${id}` };
      }),
  );
}

import { namedMedia } from '#app/features/media/core/named-media.ts';
import type { Sql } from '#app/platform/db/sql.server.ts';

const tables = ['Lesson', 'LessonVersion', 'LessonDraft', 'LessonDraftCopy'] as const;

/** The files that lessons name, in what is published, in versions and in drafts. */
export async function listMediaOfLessons(sql: Sql): Promise<Set<string>> {
  const used = new Set<string>();
  const rows = await sql.all<{ text: string }>(
    tables.map((name) => `SELECT "body" AS "text" FROM "${name}" WHERE "body" LIKE '%media:%'`).join(' UNION ALL '),
  );
  for (const { text } of rows) for (const id of namedMedia(text)) used.add(id);
  return used;
}

/** For each file that lessons name, published, in versions or in drafts: the courses of these lessons. */
export async function listCoursesOfMedia(sql: Sql): Promise<Map<string, Set<string>>> {
  const courses = new Map<string, Set<string>>();
  const rows = await sql.all<{ text: string; courseId: string }>(
    `SELECT l."body" AS "text", m."courseId" FROM "Lesson" l JOIN "Module" m ON m."id" = l."moduleId" WHERE l."body" LIKE '%media:%'
      UNION ALL
     SELECT v."body", m."courseId" FROM "LessonVersion" v JOIN "Lesson" l ON l."id" = v."lessonId"
       JOIN "Module" m ON m."id" = l."moduleId" WHERE v."body" LIKE '%media:%'
      UNION ALL
     SELECT "body", "courseId" FROM "LessonDraft" WHERE "body" LIKE '%media:%'`,
  );
  for (const { text, courseId } of rows)
    for (const id of namedMedia(text)) courses.set(id, (courses.get(id) ?? new Set()).add(courseId));
  return courses;
}

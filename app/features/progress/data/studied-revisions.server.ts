import { LruMap } from '#app/kernel/lru-map.ts';
import { among } from '#app/platform/db/rows-of.server.ts';
import type { Sql, SqlValue } from '#app/platform/db/sql.server.ts';
import { lessonIdsOfOutline } from '../schema.ts';
import { only } from './attempt-overrides.server.ts';

/** What people of one course have to read: who stays on an older revision is asked for the lessons of that one. */
export interface StudiedRevisions {
  /** How many lessons the newest revision has. */
  readonly newestTotal: number;
  /** How many lessons are asked of a person. */
  readonly lessonsTotal: (personId: string) => number;
  /** FROM and condition of the readings that count, with "LessonRead" as r; the values stand before those of the rest. */
  readonly reads: { readonly text: string; readonly values: SqlValue[] };
}

/** Revisions never change once they are published. */
const kept = new LruMap<string, readonly string[]>(200);

/**
 * The revisions that one person, these people or everybody (null) study of a course. One statement while all are on the
 * newest one, whose lessons are the rows of Lesson; one more where older ones were not seen yet.
 */
export async function loadStudiedRevisions(
  sql: Sql,
  courseId: string,
  who: string | readonly string[] | null,
): Promise<StudiedRevisions> {
  const { mine, me } = only(sql, who);
  const rows = await sql.all<{ personId: string; n: number }>(
    `SELECT '' AS "personId", COUNT(*) AS "n" FROM "Lesson" l JOIN "Module" m ON m."id" = l."moduleId"
      WHERE m."courseId" = ? AND l."retiredAt" IS NULL
     UNION ALL
     SELECT s."personId", s."revision" FROM "CourseStart" s
       JOIN "Course" c ON c."id" = s."courseId" AND c."revision" > s."revision"
      WHERE s."courseId" = ?${mine('s."personId"')}`,
    courseId,
    courseId,
    ...me,
  );
  const newestTotal = Number(rows.find(({ personId }) => personId === '')?.n ?? 0);
  const starts = new Map(rows.filter(({ personId }) => personId !== '').map((row) => [row.personId, Number(row.n)]));
  const older = await loadLessonIds(sql, courseId, [...new Set(starts.values())]);
  const lessonsTotal = (personId: string) => older.get(starts.get(personId) ?? 0)?.length ?? newestTotal;
  return { newestTotal, lessonsTotal, reads: readsOf(sql, older) };
}

function readsOf(sql: Sql, older: ReadonlyMap<number, readonly string[]>): StudiedRevisions['reads'] {
  const from = 'FROM "LessonRead" r JOIN "Lesson" l ON l."id" = r."lessonId"';
  if (older.size === 0) return { text: `${from} AND l."retiredAt" IS NULL WHERE`, values: [] };
  const cases = [...older].map(([revision, ids]) => ({ revision, ...among(sql, ids) }));
  return {
    text: `${from} LEFT JOIN "CourseStart" s ON s."personId" = r."personId" AND s."courseId" = r."courseId"
      WHERE CASE ${cases.map(({ revision, text }) => `WHEN s."revision" = ${revision} THEN l."id" ${text}`).join(' ')}
                 ELSE l."retiredAt" IS NULL END AND`,
    values: cases.flatMap(({ values }) => values),
  };
}

async function loadLessonIds(sql: Sql, courseId: string, numbers: readonly number[]) {
  const found = new Map<number, readonly string[]>();
  const missing: number[] = [];
  for (const number of [...numbers].sort((a, b) => a - b)) {
    const known = kept.get(`${courseId} ${number}`);
    if (known) found.set(number, known);
    else missing.push(number);
  }
  if (missing.length === 0) return found;
  const rows = await sql.all<{ number: number; outline: string }>(
    `SELECT "number", "outline" FROM "CourseRevision" WHERE "courseId" = ? AND "number" IN (${missing.join(', ')})`,
    courseId,
  );
  for (const { number, outline } of rows) {
    const ids = lessonIdsOfOutline(outline);
    kept.set(`${courseId} ${Number(number)}`, ids);
    found.set(Number(number), ids);
  }
  return found;
}

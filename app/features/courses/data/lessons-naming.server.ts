import type { Db } from '#app/platform/db/database.server.ts';

/** Lessons in use whose newest text holds these characters, in the order of their codes. */
export function listLessonsNaming(db: Db, text: string, most: number): Promise<{ id: string }[]> {
  return db.lesson.findMany({
    where: { retiredAt: null, body: { contains: text } },
    select: { id: true },
    orderBy: { code: 'asc' },
    take: most,
  });
}

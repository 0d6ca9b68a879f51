import type { Db } from '#app/platform/db/database.server.ts';
import { newId } from '#app/platform/ids.server.ts';

/** The versions of lessons by the text that they have: the number of the newest one with a content hash. */
export interface KnownVersions {
  /** Null: the lesson never had this text. */
  numberOf(lessonId: string, contentHash: string): number | null;
  /** The number that a new version of the lesson gets. */
  next(lessonId: string): number;
}

export async function loadVersions(db: Db, lessonIds: readonly string[]): Promise<KnownVersions> {
  const rows = await db.lessonVersion.findMany({
    where: { lessonId: { in: [...lessonIds] } },
    select: { lessonId: true, number: true, contentHash: true },
    orderBy: { number: 'asc' },
  });
  const byText = new Map(rows.map(({ lessonId, contentHash, number }) => [`${lessonId} ${contentHash}`, number]));
  const last = new Map(rows.map(({ lessonId, number }) => [lessonId, number]));
  return {
    numberOf: (lessonId, contentHash) => byText.get(`${lessonId} ${contentHash}`) ?? null,
    next: (lessonId) => (last.get(lessonId) ?? 0) + 1,
  };
}

export interface VersionText {
  lessonId: string;
  number: number;
  title: string;
  body: string;
  minutes: number;
  asOf: string;
  sources: string[];
  contentHash: string;
}

export async function insertVersion(
  db: Db,
  { lessonId, number, title, body, minutes, asOf, sources, contentHash }: VersionText,
  by: { at: Date; personId: string | null },
): Promise<void> {
  const text = { title, body, minutes, asOf, sources: JSON.stringify(sources), contentHash };
  await db.lessonVersion.create({
    data: { id: newId(), lessonId, number, ...text, createdAt: by.at, createdById: by.personId },
  });
}

/** Writes down the texts that the lessons of a course have now, where no version has them; answers how many were missing. */
export async function keepTexts(db: Db, courseId: string, by: { at: Date; personId: string | null }): Promise<number> {
  const rows = await db.lesson.findMany({ where: { module: { courseId }, retiredAt: null } });
  const versions = await loadVersions(
    db,
    rows.map(({ id }) => id),
  );
  const missing = rows.filter(({ id, contentHash }) => versions.numberOf(id, contentHash) === null);
  for (const { id: lessonId, title, body, minutes, asOf, sources, contentHash } of missing) {
    const number = versions.next(lessonId);
    const text = { title, body, minutes, asOf, sources, contentHash };
    await db.lessonVersion.create({
      data: { id: newId(), lessonId, number, ...text, createdAt: by.at, createdById: by.personId },
    });
  }
  return missing.length;
}

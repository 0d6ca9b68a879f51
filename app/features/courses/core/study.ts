/** What a reader has done with one lesson. */
export interface Reading {
  lessonId: string;
  readAt: Date | null;
  /** How far the reader has scrolled, 0..1. */
  scroll: number;
  updatedAt: Date;
}

/** How much of a text must be behind the reader before a return offers to jump there, and how much is as good as its end. */
const worthwhile = { from: 0.05, to: 0.95 };

/** The place to offer on return, or null when the text is at its beginning or behind the reader. */
export function placeToOffer(reading: Pick<Reading, 'readAt' | 'scroll'> | null): number | null {
  if (!reading || reading.readAt) return null;
  return reading.scroll > worthwhile.from && reading.scroll < worthwhile.to ? reading.scroll : null;
}

/** The lesson to go on with: begun last and not finished, else the first unread one in the course's order. */
export function lessonToContinue<L extends { id: string }>(
  lessons: readonly L[],
  readings: readonly Reading[],
): { lesson: L; isBegun: boolean } | null {
  const byId = new Map(lessons.map((lesson) => [lesson.id, lesson]));
  const begun = readings
    .filter((reading) => !reading.readAt && byId.has(reading.lessonId))
    .sort((a, b) => b.updatedAt.getTime() - a.updatedAt.getTime())[0];
  if (begun) return { lesson: byId.get(begun.lessonId)!, isBegun: true };
  const done = new Set(readings.filter((reading) => reading.readAt).map((reading) => reading.lessonId));
  const next = lessons.find((lesson) => !done.has(lesson.id));
  return next ? { lesson: next, isBegun: false } : null;
}

/** How many of these lessons have been read. */
export function countRead(lessons: readonly { id: string }[], readings: readonly Reading[]): number {
  const done = new Set(readings.filter((reading) => reading.readAt).map((reading) => reading.lessonId));
  return lessons.filter((lesson) => done.has(lesson.id)).length;
}

/** The lessons before and after one in the course's order, across modules. */
export function neighbours<L extends { id: string }>(
  lessons: readonly L[],
  id: string,
): { previous: L | null; next: L | null } {
  const at = lessons.findIndex((lesson) => lesson.id === id);
  return { previous: lessons[at - 1] ?? null, next: at < 0 ? null : (lessons[at + 1] ?? null) };
}

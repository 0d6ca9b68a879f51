import type { Reading } from './study.ts';

/** What holds for one reader alone; told by the caller, since enrolments belong to a higher feature. */
export interface OwnTerms {
  /** Due dates of the reader's own, by assignment. */
  readonly dueOf: ReadonlyMap<string, Date>;
  /** From when on reading counts, by course: a certificate is being renewed. */
  readonly countsFrom: ReadonlyMap<string, Date>;
  /** Assignments from which the reader is exempt: nothing is expected there. */
  readonly exempt: ReadonlySet<string>;
}

export const noTerms: OwnTerms = { dueOf: new Map(), countsFrom: new Map(), exempt: new Set() };

/** Readings as they count: what was read before a renewal is unread, and begins at its beginning. */
export function readingsThatCount<R extends Reading & { courseId: string }>(
  readings: readonly R[],
  { countsFrom }: Pick<OwnTerms, 'countsFrom'>,
): R[] {
  return readings.flatMap((reading) => {
    const from = countsFrom.get(reading.courseId);
    if (!from || (reading.readAt && reading.readAt >= from)) return [reading];
    if (reading.readAt) return reading.updatedAt >= from ? [{ ...reading, readAt: null }] : [];
    return reading.updatedAt >= from ? [reading] : [];
  });
}

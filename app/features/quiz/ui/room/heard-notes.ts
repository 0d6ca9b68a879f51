/**
 * What a learner has been told of the own time, by attempt: kept for this window, so that whoever loads the page again
 * still hears of what was not read, and of nothing twice.
 */
export interface HeardNotes {
  /** By the server's clock: everything up to here was read. */
  readonly heardAt: number;
  /** The last notes that were read: a pulse looks back a little, and tells of them again. */
  readonly ids: readonly string[];
}

const most = 30;
const keyOf = (attemptId: string) => `heard-${attemptId}`;

/** What is kept, or null: nothing was told in this window. */
export function readHeard(attemptId: string): HeardNotes | null {
  try {
    const { heardAt, ids } = JSON.parse(sessionStorage.getItem(keyOf(attemptId)) ?? '{}') as Partial<HeardNotes>;
    return Number.isInteger(heardAt) && Array.isArray(ids) ? { heardAt: heardAt as number, ids } : null;
  } catch {
    return null;
  }
}

export function keepHeard(attemptId: string, { heardAt, ids }: HeardNotes): void {
  try {
    sessionStorage.setItem(keyOf(attemptId), JSON.stringify({ heardAt, ids: ids.slice(-most) }));
  } catch {
    // A browser that keeps nothing may tell of something once more.
  }
}

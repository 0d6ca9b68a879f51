/**
 * The extra seconds that a learner has been told of, by attempt: kept for this window, so that whoever loads the page
 * again after the attempt was opened again still hears of it.
 */
const keyOf = (attemptId: string) => `known-extra-${attemptId}`;

/** What is kept, or what the page says now, which is kept from then on. */
export function readKnownExtra(attemptId: string, extraSeconds: number): number {
  try {
    const kept = sessionStorage.getItem(keyOf(attemptId));
    if (kept === null) keepKnownExtra(attemptId, extraSeconds);
    return kept === null ? extraSeconds : Math.trunc(Number(kept)) || 0;
  } catch {
    // A browser that keeps nothing tells nothing after a reload.
    return extraSeconds;
  }
}

export function keepKnownExtra(attemptId: string, extraSeconds: number): void {
  try {
    sessionStorage.setItem(keyOf(attemptId), String(extraSeconds));
  } catch {
    // The note may be shown once more.
  }
}

import type { TaskState } from './decide-marks.ts';

export interface TaskToMark {
  readonly state: TaskState;
  /** Whose answer it is. */
  readonly personId: string;
  /** Who has marked it already. */
  readonly markerIds: readonly string[];
}

export type MarkPermission =
  /** A first mark by this person, or a change of the one given before. */
  { readonly kind: 'new' | 'change' } | { readonly kind: 'refused'; readonly reason: 'own-answer' | 'done' };

/**
 * Whether a person may mark an answer now: never one's own; once, and change that mark until the answer is settled.
 * Nobody marks one answer twice, so that two marks are always two people's.
 */
export function mayMark({ state, personId, markerIds }: TaskToMark, markerId: string): MarkPermission {
  if (personId === markerId) return { kind: 'refused', reason: 'own-answer' };
  if (state === 'done') return { kind: 'refused', reason: 'done' };
  return { kind: markerIds.includes(markerId) ? 'change' : 'new' };
}

/** How long an answer that was taken out of the queue is kept from other markers. */
export const CLAIM_SECONDS = 15 * 60;

/** Whether somebody else has the answer on the table. A claim lapses by itself and hinders nobody who marks all the same. */
export function isClaimedByOther(
  claim: { readonly claimedById: string | null; readonly claimedAt: Date | null },
  markerId: string,
  now: Date,
): boolean {
  const { claimedById, claimedAt } = claim;
  if (claimedById === null || claimedById === markerId || claimedAt === null) return false;
  return now.getTime() - claimedAt.getTime() < CLAIM_SECONDS * 1000;
}

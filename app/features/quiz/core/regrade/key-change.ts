import type { DryRun } from './dry-run.ts';
import { type ApprovedKey, resolveKeys, versionsGradedBy } from './resolve-keys.ts';

/**
 * A change of key on its way: proposed by an author, decided by a second one, then carried out step by step. approved:
 * the new key holds for every attempt closed from now on, and those closed before are regraded one batch after another;
 * done: all are.
 */
export const KEY_CHANGE_STATES = ['proposed', 'refused', 'withdrawn', 'approved', 'done'] as const;
export type KeyChangeState = (typeof KEY_CHANGE_STATES)[number];

/** What was said before the decision: when it was proposed, and by the figures on which it was approved. */
export interface DryRuns {
  readonly proposed: DryRun;
  readonly approved: DryRun | null;
}

/**
 * The versions whose attempts a change touches: `fromVersionId`, and those that earlier changes had led to it. `approved`
 * may hold the change itself.
 */
export function versionsTouched(
  approved: readonly (ApprovedKey & { readonly id: string })[],
  { id, fromVersionId }: { readonly id: string; readonly fromVersionId: string },
): string[] {
  return versionsGradedBy(resolveKeys(approved.filter((one) => one.id !== id)), fromVersionId);
}

/** Whether a second person may decide: it still waits, and whoever proposed it is somebody else. */
export function mayDecide(
  { state, requestedById }: { readonly state: KeyChangeState; readonly requestedById: string },
  personId: string,
): 'yes' | 'own-proposal' | 'decided' {
  if (state !== 'proposed') return 'decided';
  return requestedById === personId ? 'own-proposal' : 'yes';
}

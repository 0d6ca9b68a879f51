import type { PresentedResponse } from '#app/features/questions/core/question.ts';
import type { Certainty } from '../core/certainty.ts';

/** A changed answer that the server has not acknowledged. */
export interface Pending {
  slot: number;
  sequence: number;
  response: PresentedResponse;
  /** Only where the quiz asks how sure one is. */
  certainty?: Certainty | null;
}

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

export const outboxKey = (attemptId: string): string => `hoctap35.outbox.${attemptId}`;

/** The answers of an attempt that wait on this device. Damage counts as none: the server holds what it acknowledged. */
export function readOutbox(storage: Pick<Store, 'getItem'> | null, attemptId: string): Pending[] {
  try {
    const stored = JSON.parse(storage?.getItem(outboxKey(attemptId)) ?? '[]') as unknown;
    const isPending = (one: Pending | null) => Number.isInteger(one?.slot) && Number.isInteger(one?.sequence);
    return Array.isArray(stored) ? stored.filter(isPending) : [];
  } catch {
    return [];
  }
}

/** Writes what waits in this page; of slots that are none of its business, what another page of this device wrote stays. */
export function writeOutbox(
  storage: Store | null,
  attemptId: string,
  pending: Iterable<Pending>,
  isOwn: (slot: number) => boolean,
): void {
  const waiting = [...readOutbox(storage, attemptId).filter(({ slot }) => !isOwn(slot)), ...pending];
  try {
    if (waiting.length === 0) storage?.removeItem(outboxKey(attemptId));
    else storage?.setItem(outboxKey(attemptId), JSON.stringify(waiting));
  } catch {
    // A full or forbidden store: the answers still wait in this page.
  }
}

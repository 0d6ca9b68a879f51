import { type Attempt, isStopped, stateAt } from './attempt.ts';

/** An answer as the question's type understands it; to this file an opaque JSON value. */
export type Response = unknown;

/** What is stored for a slot. `sequence` grows with every change that a learner makes to that slot. */
export interface StoredAnswer {
  readonly response: Response;
  readonly sequence: number;
}

export interface IncomingAnswer extends StoredAnswer {
  /** From 1. */
  readonly slot: number;
}

export type SaveRefusal =
  | 'time-up'
  | 'submitted'
  | 'old-sequence'
  | 'unknown-slot'
  | 'not-started'
  | 'abandoned'
  /** The clock is stopped; the answer may be sent again once it runs. */
  | 'paused';

export type SaveDecision =
  | { readonly kind: 'kept'; readonly slot: number; readonly response: Response; readonly sequence: number }
  /** The same answer again. `isAdvance`: `sequence` is newer than the stored one, and is to be written all the same. */
  | {
      readonly kind: 'unchanged';
      readonly slot: number;
      readonly response: Response;
      readonly sequence: number;
      readonly isAdvance: boolean;
    }
  /** What is stored stays. `holdsSame`: it equals what was sent, so that nothing is lost: a receipt went astray. */
  | {
      readonly kind: 'refused';
      readonly reason: SaveRefusal;
      readonly stored: StoredAnswer | null;
      readonly holdsSame: boolean;
    };

/**
 * Whether an answer that arrives at `now` is kept, and what the slot holds afterwards.
 *
 * The newer sequence wins. Two devices can use one sequence for different answers; then the answer whose JSON text comes
 * later in code-unit order wins, an arbitrary rule whose point is that it does not depend on the order of arrival. So a
 * slot's final state is the greatest of all (sequence, text) that were sent, and replaying any of them in any order and
 * number ends there. The loser hears 'old-sequence' with what is stored, and its device can show that.
 *
 * Saves are taken until deadline + grace by the server's clock: a browser's word about when it sent something is not asked.
 */
export function saveAnswer(
  attempt: Attempt,
  current: StoredAnswer | null,
  incoming: IncomingAnswer,
  now: Date,
): SaveDecision {
  const { slot, response, sequence } = incoming;
  const text = canonicalText(response);
  const storedText = current === null ? null : canonicalText(current.response);
  const isSame = text === storedText;
  const refuse = (reason: SaveRefusal): SaveDecision => ({
    kind: 'refused',
    reason,
    stored: current,
    holdsSame: isSame,
  });

  const closed = refusalOf(attempt, now);
  if (closed !== null) return refuse(closed);
  if (!Number.isInteger(slot) || slot < 1 || slot > attempt.slotCount) return refuse('unknown-slot');
  if (current === null || storedText === null) return { kind: 'kept', slot, response, sequence };
  if (isSame) {
    const isAdvance = sequence > current.sequence;
    return { kind: 'unchanged', slot, response, sequence: Math.max(sequence, current.sequence), isAdvance };
  }
  const isNewer = sequence > current.sequence || (sequence === current.sequence && text > storedText);
  return isNewer ? { kind: 'kept', slot, response, sequence } : refuse('old-sequence');
}

/** Why an attempt takes no answers at `now`, or null while it does. */
export function refusalOf(attempt: Attempt, now: Date): SaveRefusal | null {
  const read = stateAt(attempt, now);
  switch (read.state) {
    case 'in-progress':
    case 'overdue':
      return isStopped(read, now) ? 'paused' : null;
    case 'submitted':
    case 'graded':
      return read.cause === 'time' ? 'time-up' : 'submitted';
    case 'prepared':
      return 'not-started';
    case 'abandoned':
      return 'abandoned';
  }
}

/** JSON with sorted keys, so that equal answers are equal texts whatever order a browser wrote the keys in. */
function canonicalText(value: unknown): string {
  return (
    JSON.stringify(value, (_key, part: unknown) => {
      if (part === null || typeof part !== 'object' || Array.isArray(part)) return part;
      return Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)));
    }) ?? 'null'
  );
}

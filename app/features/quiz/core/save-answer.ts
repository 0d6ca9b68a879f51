import { type Attempt, isStopped, stateAt } from './attempt.ts';
import { canonicalText } from './canonical-text.ts';
import type { Certainty } from './certainty.ts';

/** An answer as the question's type understands it; to this file an opaque JSON value. */
export type Response = unknown;

/** What is stored for a slot. `sequence` grows with every change that a learner makes to that slot. */
export interface StoredAnswer {
  readonly response: Response;
  /** How sure the learner is: part of the answer, so that a change of it alone is a change. Absent is null: not stated. */
  readonly certainty?: Certainty | null;
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
  | 'paused'
  /** It was checked and, by the behaviour of the quiz, stays as it is. */
  | 'answer-stands'
  /** Forward only: its page was left for good, or is not reached yet. */
  | 'page-closed';

export type SaveDecision =
  | ({ readonly kind: 'kept'; readonly slot: number } & StoredAnswer)
  /** The same answer again. `isAdvance`: `sequence` is newer than the stored one, and is to be written all the same. */
  | ({ readonly kind: 'unchanged'; readonly slot: number; readonly isAdvance: boolean } & StoredAnswer)
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
 * number ends there. The certainty is part of the text. The loser hears 'old-sequence' with what is stored, and its
 * device can show that. `slotRefusal` is why this slot takes no change although its attempt is open.
 *
 * Saves are taken until deadline + grace by the server's clock: a browser's word about when it sent something is not asked.
 */
export function saveAnswer(
  attempt: Attempt,
  current: StoredAnswer | null,
  incoming: IncomingAnswer,
  now: Date,
  slotRefusal: SaveRefusal | null = null,
): SaveDecision {
  const { slot, response, certainty = null, sequence } = incoming;
  const text = canonicalText([response, certainty]);
  const storedText = current === null ? null : canonicalText([current.response, current.certainty ?? null]);
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
  const kept = { kind: 'kept', slot, response, certainty, sequence } as const;
  if (current === null || storedText === null) return slotRefusal === null ? kept : refuse(slotRefusal);
  if (isSame) {
    const isAdvance = sequence > current.sequence;
    return { ...kept, kind: 'unchanged', sequence: Math.max(sequence, current.sequence), isAdvance };
  }
  if (slotRefusal !== null) return refuse(slotRefusal);
  const isNewer = sequence > current.sequence || (sequence === current.sequence && text > storedText);
  return isNewer ? kept : refuse('old-sequence');
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

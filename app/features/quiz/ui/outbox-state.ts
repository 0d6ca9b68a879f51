import type { PresentedResponse } from '#app/features/questions/core/question.ts';
import type { Certainty } from '../core/certainty.ts';
import type { Pending } from './outbox-store.ts';

/** What the server said to a changed answer, or that it could not be asked. */
export type SendAnswer =
  | {
      kind: 'saved';
      /** False: the server held this very answer already. */
      isNew: boolean;
      sequence: number;
      previousSequence: number;
      savedAt: string | null;
      receipt: string | null;
      secondsLeft: number | null;
    }
  | {
      kind: 'refused';
      reason: string;
      holdsSame: boolean;
      stored: { response: PresentedResponse; certainty?: Certainty | null; sequence: number } | null;
      secondsLeft: number | null;
    }
  | { kind: 'unreachable' }
  | { kind: 'signed-out' }
  | { kind: 'broken' };

export interface OutboxState {
  waiting: number;
  /** Why what waits does not get through; null while all is well. */
  trouble: 'unreachable' | 'signed-out' | 'paused' | null;
  lastSave: { savedAt: string; receipt: string } | null;
  /** Slots whose answer another device or page replaced, or whose answer there was replaced from here. */
  elsewhere: readonly number[];
  overtook: readonly number[];
  broken: readonly number[];
}

export interface OutboxOptions {
  attemptId: string;
  send: (pending: Pending) => Promise<SendAnswer>;
  storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | null;
  onChange: (state: OutboxState) => void;
  /** The server keeps another answer than this page shows. */
  onStored: (slot: number, response: PresentedResponse, certainty: Certainty | null) => void;
  onSecondsLeft: (seconds: number | null) => void;
  /** The attempt takes no answers any more. */
  onEnded: () => void;
}

/** The attempt takes no answers any more; any other refusal concerns one answer, or passes. */
export const isEnd = (reason: string): boolean => ends.has(reason);

const ends = new Set(['time-up', 'submitted', 'not-started', 'abandoned']);

/** An examiner may still give such an attempt the time back that it lost. */
export const mayBeOpenedAgain = (reason: string): boolean => reason === 'time-up';

import type { AttemptState } from '../attempt.ts';

/** A browser tells of itself at least every 15 seconds; three missed signs in a row are a silence. */
export const SILENT_AFTER_SECONDS = 45;
export const SIGN_EVERY_SECONDS = 15;

export const SEAT_STATES = ['not-arrived', 'waiting', 'working', 'silent', 'submitted', 'voided'] as const;
export type SeatState = (typeof SEAT_STATES)[number];

export interface SeatFacts {
  readonly arrivedAt: Date | null;
  readonly lastSeenAt: Date | null;
  /** Of the attempt that counts in the session, as it reads now (`stateAt`); null while there is none. */
  readonly attempt: AttemptState | null;
  /** The session is closed: nobody owes signs any more. */
  readonly isOver?: boolean;
}

export interface SeatReading {
  readonly state: SeatState;
  /** Since the last sign of life, of those who wait or work; null for the others. */
  readonly silentSeconds: number | null;
}

/**
 * How a seat reads at `now`. Who waits or works and gives no sign for 45 seconds is silent; who has submitted, or whose
 * attempt was voided, owes no signs.
 */
export function seatStateAt(seat: SeatFacts, now: Date): SeatReading {
  const { attempt } = seat;
  if (attempt === 'submitted' || attempt === 'graded') return { state: 'submitted', silentSeconds: null };
  if (attempt === 'abandoned') return { state: 'voided', silentSeconds: null };
  const isWorking = attempt === 'in-progress' || attempt === 'overdue';
  if (!isWorking && seat.arrivedAt === null) return { state: 'not-arrived', silentSeconds: null };
  const seenAt = seat.lastSeenAt ?? seat.arrivedAt;
  const silentSeconds = seenAt === null ? 0 : Math.max(0, Math.floor((now.getTime() - seenAt.getTime()) / 1000));
  if (silentSeconds > SILENT_AFTER_SECONDS && !seat.isOver) return { state: 'silent', silentSeconds };
  return { state: isWorking ? 'working' : 'waiting', silentSeconds: seat.isOver ? null : silentSeconds };
}

/** Whether the time between two signs of life of somebody at work is a silence worth keeping. */
export const isGap = (fromAt: Date, untilAt: Date): boolean =>
  untilAt.getTime() - fromAt.getTime() > SILENT_AFTER_SECONDS * 1000;

/** The numbers of new seats: the free ones from 1 up, so that a seat which was given up is filled again. */
export function freeNumbers(taken: readonly number[], count: number): number[] {
  const used = new Set(taken);
  const free: number[] = [];
  for (let number = 1; free.length < count; number += 1) if (!used.has(number)) free.push(number);
  return free;
}

import type { ClockRefusal } from './attempt-clock.ts';

/** What every action in a room says of itself: why, and a key under which a form that is sent twice is found again. */
export interface Measure {
  readonly sessionId: string;
  readonly reason: string;
  readonly key: string;
}

/** What of a session an action asks. */
export interface RoomStanding {
  readonly releasedAt: Date | null;
  readonly closedAt: Date | null;
}

export type RoomRefusal =
  | ClockRefusal
  | 'session-closed'
  | 'session-not-released'
  /** The whole room's clock stands still: it is the room that is resumed. */
  | 'room-paused'
  /** Somebody who has no attempt, or none that ended, has nothing to begin again. */
  | 'nothing-to-restart';

/** Why nothing can be done in the room, or null. */
export function roomRefusal({ releasedAt, closedAt }: RoomStanding): RoomRefusal | null {
  if (closedAt !== null) return 'session-closed';
  return releasedAt === null ? 'session-not-released' : null;
}

/** The least and most minutes that one action gives; a negative number takes back. */
export const MOST_MINUTES = 180;

/** Actions of a room, as they stand in the audit log under the session's id. */
export const ROOM_OPS = [
  'quiz.session-released',
  'quiz.session-paused',
  'quiz.session-resumed',
  'quiz.session-closed',
  'quiz.minutes-given',
  'quiz.attempt-paused',
  'quiz.attempt-resumed',
  'quiz.attempt-submitted-for',
  'quiz.attempt-voided',
  'quiz.restart-allowed',
] as const;
export type RoomOp = (typeof ROOM_OPS)[number];

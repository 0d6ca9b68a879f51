/** What rules an exam session. Instants are the server's. */
export interface SessionTimes {
  /** From when people may enter the lobby. */
  readonly lobbyAt: Date;
  /** When the examiner means to release the papers. */
  readonly plannedAt: Date;
  readonly releasedAt: Date | null;
  /** Set while the whole room's clock stands still. */
  readonly pausedAt: Date | null;
  readonly closedAt: Date | null;
  /** How many minutes after the release somebody may still begin; null = until the session is closed. */
  readonly lateMinutes: number | null;
  /** Given to everyone in the room, to those who begin late too. */
  readonly extraSeconds: number;
}

export const SESSION_STATES = ['planned', 'lobby', 'released', 'paused', 'closed'] as const;
export type SessionState = (typeof SESSION_STATES)[number];

/**
 * planned -> lobby -> released -> (paused) -> closed. Never stored: it follows from the stored instants and the time, so
 * that the lobby opens by the clock whether anybody looks or not. A session may be closed from any state.
 */
export function sessionStateAt(session: Omit<SessionTimes, 'lateMinutes' | 'extraSeconds'>, now: Date): SessionState {
  if (session.closedAt !== null) return 'closed';
  if (session.releasedAt !== null) return session.pausedAt !== null ? 'paused' : 'released';
  return now.getTime() >= session.lobbyAt.getTime() ? 'lobby' : 'planned';
}

/** What stands in the way of a release; the examiner sees all of them before the button. */
export type ReleaseRefusal = 'too-early' | 'closed' | 'no-seats' | 'not-published' | 'papers-out-of-date';

export type ReleaseDecision =
  | { readonly kind: 'release' }
  /** Released before: that instant stands. */
  | { readonly kind: 'unchanged'; readonly releasedAt: Date }
  | { readonly kind: 'refused'; readonly reason: ReleaseRefusal };

/** What the room is like when the examiner presses "release". */
export interface ReleaseRoom {
  readonly seats: number;
  readonly isPublished: boolean;
  /** Papers drawn before the quiz or its questions were last changed. */
  readonly outOfDate: number;
}

/**
 * One release by the server's clock; a second press finds the first. A paper that is missing holds nobody up, it is drawn
 * when its person begins; a paper that is out of date does, since that person would sit another exam than the others.
 */
export function mayRelease(session: SessionTimes, room: ReleaseRoom, now: Date): ReleaseDecision {
  const state = sessionStateAt(session, now);
  const refused = (reason: ReleaseRefusal) => ({ kind: 'refused', reason }) as const;
  if (state === 'closed') return refused('closed');
  if (session.releasedAt !== null) return { kind: 'unchanged', releasedAt: session.releasedAt };
  if (state === 'planned') return refused('too-early');
  if (room.seats === 0) return refused('no-seats');
  if (!room.isPublished) return refused('not-published');
  return room.outOfDate > 0 ? refused('papers-out-of-date') : { kind: 'release' };
}

export type CloseDecision =
  | { readonly kind: 'close' }
  | { readonly kind: 'unchanged'; readonly closedAt: Date }
  | { readonly kind: 'refused'; readonly reason: 'still-working'; readonly working: number };

/** Closing waits for the last who works: whoever must end before the time is submitted by the examiner, with a reason. */
export function mayClose(session: Pick<SessionTimes, 'closedAt'>, working: number): CloseDecision {
  if (session.closedAt !== null) return { kind: 'unchanged', closedAt: session.closedAt };
  return working > 0 ? { kind: 'refused', reason: 'still-working', working } : { kind: 'close' };
}

/**
 * A session that nobody closes keeps the key of its quiz shut for everybody: the product closes it once nobody has worked in
 * it for so long, or once so long has passed since it was to be released and never was.
 */
export const FORGOTTEN_AFTER_HOURS = 12;
export const NEVER_RELEASED_AFTER_HOURS = 48;

/** What of a session's plan may still be changed: nothing that people in the room have begun to rely on. */
export function mayChange(session: SessionTimes, now: Date): { quiz: boolean; times: boolean; seats: boolean } {
  const state = sessionStateAt(session, now);
  const isBefore = state === 'planned' || state === 'lobby';
  return { quiz: isBefore, times: isBefore, seats: state !== 'closed' };
}

/** The stored steps of the papers of a session. waiting: asked for; running: some are drawn; done: all that can be. */
export type Preparation = 'none' | 'waiting' | 'running' | 'done';

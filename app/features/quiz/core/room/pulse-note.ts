/** An action in a room as far as a learner is told of it. */
export interface RoomAct {
  readonly op: string;
  readonly details: Readonly<Record<string, unknown>>;
}

/** Why a learner's time has changed. */
export interface PulseNote {
  readonly kind: 'given' | 'taken' | 'resumed' | 'reopened';
  readonly reason: string;
  /** What was left when the attempt was opened again, which says more than how far its deadline moved. */
  readonly seconds?: number;
}

/** What of the log of a room, the newest first, explains to one person that the own time has changed; null: nothing. */
export function noteFor(acts: readonly RoomAct[], personId: string): PulseNote | null {
  for (const { op, details } of acts) {
    const { target, given, reopened, seconds } = details;
    const reason = typeof details.reason === 'string' ? details.reason : '';
    const isOwn = details.personId === personId;
    if (op === 'quiz.session-resumed' || (op === 'quiz.attempt-resumed' && isOwn)) return { kind: 'resumed', reason };
    if (op !== 'quiz.minutes-given') continue;
    const left = target === 'outage' ? secondsOf(reopened, personId) : null;
    if (left !== null) return { kind: 'reopened', reason, seconds: left };
    const isInOutage = target === 'outage' && secondsOf(given, personId) !== null;
    if (!isOwn && !isInOutage && target !== 'room' && target !== 'quiz') continue;
    return { kind: typeof seconds === 'number' && seconds < 0 ? 'taken' : 'given', reason };
  }
  return null;
}

function secondsOf(people: unknown, personId: string): number | null {
  const seconds = typeof people === 'object' && people !== null ? (people as Record<string, unknown>)[personId] : null;
  return typeof seconds === 'number' ? seconds : null;
}

/** An action in a room as far as a learner is told of it. */
export interface RoomAct {
  readonly op: string;
  readonly details: Readonly<Record<string, unknown>>;
}

/** Why a learner's time has changed. */
export interface PulseNote {
  readonly kind: 'given' | 'taken' | 'resumed';
  readonly reason: string;
}

/** What of the log of a room, the newest first, explains to one person that the own time has changed; null: nothing. */
export function noteFor(acts: readonly RoomAct[], personId: string): PulseNote | null {
  for (const { op, details } of acts) {
    const { target, given, seconds } = details;
    const reason = typeof details.reason === 'string' ? details.reason : '';
    const isOwn = details.personId === personId;
    if (op === 'quiz.session-resumed' || (op === 'quiz.attempt-resumed' && isOwn)) return { kind: 'resumed', reason };
    if (op !== 'quiz.minutes-given') continue;
    const isInOutage = target === 'outage' && typeof given === 'object' && given !== null && personId in given;
    if (!isOwn && !isInOutage && target !== 'room' && target !== 'quiz') continue;
    return { kind: typeof seconds === 'number' && seconds < 0 ? 'taken' : 'given', reason };
  }
  return null;
}

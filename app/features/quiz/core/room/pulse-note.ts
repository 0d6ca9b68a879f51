/** An action in a room as far as a learner is told of it. */
export interface RoomAct {
  readonly id: string;
  readonly op: string;
  readonly details: Readonly<Record<string, unknown>>;
}

/** Why a learner's time has changed. */
export interface PulseNote {
  /** Of the action: a page that hears of it twice tells of it once. */
  readonly id: string;
  readonly kind: 'given' | 'taken' | 'resumed' | 'reopened';
  readonly reason: string;
  /**
   * By how much the time changed; of an attempt that was opened again what was left, which says more than how far its
   * deadline moved. 0: the clock goes on and no deadline moved.
   */
  readonly seconds: number;
}

/** After which actions a page is told at once: of the clock, and of an end that somebody else has set. */
export const TOLD_OPS = [
  'quiz.minutes-given',
  'quiz.session-paused',
  'quiz.session-resumed',
  'quiz.attempt-paused',
  'quiz.attempt-resumed',
  'quiz.attempt-submitted-for',
  'quiz.attempt-voided',
] as const;

/** What of the log of a room explains to one person that the own time has changed, in the order of the log. */
export function notesFor(acts: readonly RoomAct[], personId: string): PulseNote[] {
  return acts.flatMap((act) => noteOf(act, personId) ?? []);
}

/** Whether an action in the room may concern this person: it names the person, or nobody. */
export function mayConcern({ op, details }: RoomAct, personId: string): boolean {
  if (typeof details.personId === 'string') return details.personId === personId;
  return op !== 'quiz.minutes-given' || details.target !== 'outage' || isInOutage(details, personId);
}

function noteOf({ id, op, details }: RoomAct, personId: string): PulseNote | null {
  const { target, given, reopened } = details;
  const reason = typeof details.reason === 'string' ? details.reason : '';
  const seconds = typeof details.seconds === 'number' ? details.seconds : 0;
  const isOwn = details.personId === personId;
  if (op === 'quiz.session-resumed' || (op === 'quiz.attempt-resumed' && isOwn)) {
    return { id, kind: 'resumed', reason, seconds };
  }
  if (op !== 'quiz.minutes-given') return null;
  if (target === 'outage') {
    const left = secondsOf(reopened, personId);
    if (left !== null) return { id, kind: 'reopened', reason, seconds: left };
    const back = secondsOf(given, personId);
    return back === null ? null : { id, kind: 'given', reason, seconds: back };
  }
  if (!isOwn && target !== 'room' && target !== 'quiz') return null;
  return { id, kind: seconds < 0 ? 'taken' : 'given', reason, seconds };
}

const isInOutage = ({ given, reopened }: RoomAct['details'], personId: string) =>
  secondsOf(given, personId) !== null || secondsOf(reopened, personId) !== null;

function secondsOf(people: unknown, personId: string): number | null {
  const seconds = typeof people === 'object' && people !== null ? (people as Record<string, unknown>)[personId] : null;
  return typeof seconds === 'number' ? seconds : null;
}

import { markOf, type OptionIds, SLOT_COUNT, storedResponseOf, TIME_LIMIT_SECONDS } from './crash-exam.ts';
import type { AttemptNote, Journal } from './journal.ts';

/** An attempt with everything that belongs to it, as the database holds it. */
export interface StoredAttempt {
  id: string;
  state: string;
  startedAt: number;
  deadlineAt: number | null;
  submittedAt: number | null;
  gradedAt: number | null;
  markSum: number | null;
  maxMark: number | null;
  grade: number | null;
  itemMarks: string | null;
  answers: StoredSlot[];
  /** How often the audit log says that it was started, and submitted. */
  startEvents: number;
  submitEvents: number;
}

export interface StoredSlot {
  slot: number;
  response: string | null;
  sequence: number;
  savedAt: number | null;
  receipt: string | null;
  mark: number | null;
}

export interface Violation {
  kind:
    | 'database-damaged' // it cannot be read, or its own check complains
    | 'attempt-lost' // a start that was acknowledged is not there
    | 'save-lost' // the slot is behind what was acknowledged
    | 'save-invented' // the slot is beyond what was ever sent
    | 'save-half' // response, sequence, instant and receipt are not of one save
    | 'submission-lost' // acknowledged, and the attempt is still open
    | 'submission-invented' // ended without having been sent
    | 'state-unlawful' // columns of two states at once
    | 'paper-half' // rows of slots are missing
    | 'marks-differ' // marks are not what the stored answers earn
    | 'events-differ'; // the audit log does not say exactly once what happened
  attemptId: string;
  slot?: number;
  told?: unknown;
  found?: unknown;
}

/**
 * Compares what clients know for certain with what is stored. Empty = every acknowledged change is there, none is half
 * there, and every attempt is in a lawful state. Attempts that the journal does not know are judged for lawfulness alone.
 */
export function judge(
  attempts: Journal['attempts'],
  stored: ReadonlyMap<string, StoredAttempt>,
  optionIds: OptionIds,
): Violation[] {
  const lost = [...attempts.values()].filter(({ attemptId }) => !stored.has(attemptId));
  return [
    ...lost.map(({ attemptId }) => ({ kind: 'attempt-lost' as const, attemptId })),
    ...[...stored.values()].flatMap((row) => [
      ...lawfulness(row),
      ...answersOf(row, attempts.get(row.id), optionIds),
      ...endOf(row, attempts.get(row.id)),
    ]),
  ];
}

function lawfulness(row: StoredAttempt): Violation[] {
  const found: Violation[] = [];
  const wrong = (kind: Violation['kind'], told: unknown, seen: unknown) =>
    found.push({ kind, attemptId: row.id, told, found: seen });
  const ends = [row.submittedAt, row.gradedAt, row.markSum, row.maxMark, row.grade, row.itemMarks];
  const isLawful =
    row.state === 'in-progress' ? ends.every((one) => one === null) : row.state === 'graded' && !ends.includes(null);
  if (!isLawful) wrong('state-unlawful', row.state, ends);
  if (row.deadlineAt !== row.startedAt + TIME_LIMIT_SECONDS * 1000) {
    wrong('state-unlawful', 'deadline', [row.startedAt, row.deadlineAt]);
  }
  if (row.answers.length !== SLOT_COUNT) wrong('paper-half', SLOT_COUNT, row.answers.length);
  const events = [row.startEvents, row.submitEvents];
  if (row.startEvents !== 1 || row.submitEvents !== (row.state === 'graded' ? 1 : 0)) {
    wrong('events-differ', row.state, events);
  }
  if (row.state === 'graded') {
    const marks = row.answers.map(({ slot, sequence }) => markOf(slot, sequence));
    const sum = marks.reduce((total, mark) => total + mark, 0);
    const kept = row.answers.map(({ mark }) => mark);
    if (row.markSum !== sum || row.maxMark !== SLOT_COUNT || row.itemMarks !== JSON.stringify(marks)) {
      wrong('marks-differ', [sum, marks], [row.markSum, row.maxMark, row.itemMarks]);
    } else if (JSON.stringify(kept) !== JSON.stringify(marks)) wrong('marks-differ', marks, kept);
  } else if (row.answers.some(({ mark }) => mark !== null)) wrong('marks-differ', 'none before the end', row.state);
  return found;
}

function answersOf(row: StoredAttempt, note: AttemptNote | undefined, optionIds: OptionIds): Violation[] {
  return row.answers.flatMap((answer): Violation[] => {
    const { slot, sequence, response, savedAt, receipt } = answer;
    const of = { attemptId: row.id, slot };
    const isWhole =
      sequence === 0
        ? response === null && savedAt === null && receipt === null
        : response === storedResponseOf(slot, sequence, optionIds) && savedAt !== null && receipt !== null;
    if (!isWhole) return [{ ...of, kind: 'save-half', found: answer }];
    const { acknowledged, sent, receipt: told } = note?.slots.get(slot) ?? { acknowledged: 0, sent: 0, receipt: null };
    if (sequence < acknowledged) return [{ ...of, kind: 'save-lost', told: acknowledged, found: sequence }];
    if (note && sequence > sent) return [{ ...of, kind: 'save-invented', told: sent, found: sequence }];
    if (sequence === acknowledged && acknowledged > 0 && told !== receipt) {
      return [{ ...of, kind: 'save-half', told, found: receipt }];
    }
    return [];
  });
}

function endOf(row: StoredAttempt, note: AttemptNote | undefined): Violation[] {
  if (!note) return [];
  if (note.submission === 'acknowledged' && row.state !== 'graded') {
    return [{ kind: 'submission-lost', attemptId: row.id, found: row.state }];
  }
  if (note.submission === 'none' && row.state !== 'in-progress') {
    return [{ kind: 'submission-invented', attemptId: row.id, found: row.state }];
  }
  return [];
}

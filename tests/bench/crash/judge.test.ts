import { beforeEach, describe, expect, it } from 'vitest';
import { markOf, SLOT_COUNT, storedResponseOf, TIME_LIMIT_SECONDS } from './crash-exam.ts';
import { type AttemptNote, Journal } from './journal.ts';
import { judge, type StoredAttempt, type StoredSlot } from './judge.ts';

const optionIds = Array.from({ length: SLOT_COUNT }, () => ['a', 'b', 'c', 'd']);
const slotAt = (slot: number, sequence: number): StoredSlot =>
  sequence === 0
    ? { slot, response: null, sequence, savedAt: null, receipt: null, mark: null }
    : {
        slot,
        response: storedResponseOf(slot, sequence, optionIds),
        sequence,
        savedAt: 5,
        receipt: 'AAAA',
        mark: null,
      };

let journal: Journal;
let note: AttemptNote;
let row: StoredAttempt;
const found = () => judge(journal.attempts, new Map([[row.id, row]]), optionIds).map(({ kind }) => kind);

beforeEach(() => {
  journal = new Journal();
  note = journal.started('one');
  const saves = [
    [1, 3],
    [2, 4],
  ] as const;
  for (const [slot, sequence] of saves) {
    journal.sent(note, slot, sequence);
    journal.saved(note, slot, sequence, 'AAAA');
  }
  row = {
    ...{ id: 'one', state: 'in-progress', startedAt: 1000, deadlineAt: 1000 + TIME_LIMIT_SECONDS * 1000 },
    ...{ submittedAt: null, gradedAt: null, markSum: null, maxMark: null, grade: null, itemMarks: null },
    answers: Array.from({ length: SLOT_COUNT }, (_, index) => slotAt(index + 1, [3, 4][index] ?? 0)),
    ...{ startEvents: 1, submitEvents: 0 },
  };
});

/** As the product ends an attempt. */
function handIn() {
  for (const answer of row.answers) answer.mark = markOf(answer.slot, answer.sequence);
  const marks = row.answers.map(({ mark }) => mark ?? 0);
  const markSum = marks.reduce((sum, mark) => sum + mark, 0);
  Object.assign(row, { state: 'graded', submittedAt: 2000, gradedAt: 2000, markSum, maxMark: SLOT_COUNT });
  Object.assign(row, { grade: markSum / 2, itemMarks: JSON.stringify(marks), submitEvents: 1 });
  note.submission = 'acknowledged';
}

describe('the judge of the crash benches', () => {
  it('finds nothing where everything acknowledged is there', () => {
    expect(found()).toEqual([]);
    handIn();
    expect(row.markSum).toBe(1);
    expect(found()).toEqual([]);
  });

  it('takes a save that arrived and was never acknowledged, and one beyond what was ever sent for invented', () => {
    journal.sent(note, 1, 4);
    row.answers[0] = slotAt(1, 4);
    expect(found()).toEqual([]);
    row.answers[0] = slotAt(1, 5);
    expect(found()).toEqual(['save-invented']);
  });

  it('finds a planted loss: a save, a whole attempt, a submission', () => {
    row.answers[0] = slotAt(1, 2);
    expect(found()).toEqual(['save-lost']);
    expect(judge(journal.attempts, new Map(), optionIds)).toEqual([{ kind: 'attempt-lost', attemptId: 'one' }]);
    row.answers[0] = slotAt(1, 3);
    note.submission = 'acknowledged';
    expect(found()).toEqual(['submission-lost']);
  });

  it('finds a row of two saves: response, receipt or instant of another', () => {
    const whole = row.answers[0]!;
    const halves: Partial<StoredSlot>[] = [
      { response: storedResponseOf(1, 2, optionIds) },
      { response: null },
      { receipt: 'BBBB' },
      { savedAt: null },
    ];
    for (const half of halves) {
      row.answers[0] = { ...whole, ...half };
      expect(found()).toEqual(['save-half']);
    }
    row.answers[0] = whole;
    row.answers[4] = { ...slotAt(5, 0), receipt: 'AAAA' };
    expect(found()).toEqual(['save-half']);
  });

  it('finds unlawful states: columns of two states, marks that the answers do not earn, events once too often', () => {
    row.submittedAt = 2000;
    expect(found()).toEqual(['state-unlawful']);
    row.submittedAt = null;
    row.deadlineAt = 7;
    expect(found()).toEqual(['state-unlawful']);
    row.deadlineAt = 1000 + TIME_LIMIT_SECONDS * 1000;
    row.answers.pop();
    expect(found()).toEqual(['paper-half']);
    row.answers.push(slotAt(SLOT_COUNT, 0));
    handIn();
    row.markSum = 2;
    expect(found()).toEqual(['marks-differ']);
    row.markSum = 1;
    row.submitEvents = 2;
    expect(found()).toEqual(['events-differ']);
  });

  it('finds an end that nobody asked for', () => {
    handIn();
    note.submission = 'none';
    expect(found()).toEqual(['submission-invented']);
  });
});

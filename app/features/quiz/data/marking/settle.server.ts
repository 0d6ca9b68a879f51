import type { Sql } from '#app/platform/db/sql.server.ts';
import { roundMark } from '../../core/grade.ts';
import { printItemMarks } from '../../core/mark-paper.ts';
import { sumUp } from '../../core/sum-up.ts';
import type { SlotAnswer } from '../answers.server.ts';
import type { AttemptPaper } from '../attempt-papers.server.ts';
import { updateNumbers } from '../attempts.server.ts';

/**
 * Stores what a person gave for one slot of an ended attempt, null when that is taken back, and sums the attempt up anew:
 * it is graded once no slot waits any more. `answers` are those held in this transaction. Answers whether it is graded.
 */
export async function settleSlot(
  sql: Sql,
  { attemptId, paper, settings }: AttemptPaper,
  answers: readonly SlotAnswer[],
  { slot, fraction }: { slot: number; fraction: number | null },
  at: Date,
): Promise<boolean> {
  const stored = new Map(answers.map((answer) => [answer.slot, answer.mark]));
  const slots = paper.map(({ slot: number, maxMark }) => {
    const given = fraction === null ? null : roundMark(fraction * maxMark);
    return { slot: number, maxMark, fraction: null, mark: number === slot ? given : (stored.get(number) ?? null) };
  });
  const mark = slots.find((one) => one.slot === slot)?.mark ?? null;
  await sql.run(
    'UPDATE "AttemptAnswer" SET "fraction" = ?, "mark" = ? WHERE "attemptId" = ? AND "slot" = ?',
    ...[fraction, mark, attemptId, slot],
  );
  const isGraded = slots.every((one) => one.mark !== null);
  await updateNumbers(sql, attemptId, sumUp(slots, settings), printItemMarks({ slots }), isGraded ? at : null);
  return isGraded;
}

import type { Db } from '#app/platform/db/database.server.ts';
import { newId } from '#app/platform/ids.server.ts';
import type { Standing } from '../core/review.ts';
import { readStanding } from '../core/review.ts';

export interface ReviewStep {
  id: string;
  versionNumber: number;
  from: Standing;
  to: Standing;
  note: string;
  byId: string | null;
  at: Date;
}

/** Moves a question that was found in scope, and keeps the step for good. Answers whether it still stood at `from`. */
export async function replaceStanding(db: Db, questionId: string, step: Omit<ReviewStep, 'id'>): Promise<boolean> {
  const { from, to, at, ...rest } = step;
  const { count } = await db.question.updateMany({
    where: { id: questionId, standing: from, latestNumber: step.versionNumber },
    data: { standing: to, updatedAt: at },
  });
  if (count === 0) return false;
  await db.questionReview.create({
    data: { id: newId(), questionId, fromStanding: from, toStanding: to, at, ...rest },
  });
  return true;
}

/** The steps of one question that was found in scope, the newest first. */
export async function listReviewSteps(db: Db, questionId: string): Promise<ReviewStep[]> {
  const rows = await db.questionReview.findMany({ where: { questionId }, orderBy: [{ at: 'desc' }, { id: 'desc' }] });
  return rows.map(({ fromStanding, toStanding, questionId: _, ...row }) => ({
    ...row,
    from: readStanding(fromStanding),
    to: readStanding(toStanding),
  }));
}

/** The steps that a change of many made; those that lead nowhere are none. */
export async function insertReviewSteps(
  db: Db,
  steps: readonly { questionId: string; number: number; from: Standing; to: Standing }[],
  { at, byId }: { at: Date; byId: string },
): Promise<void> {
  const moved = steps.filter(({ from, to }) => from !== to);
  if (moved.length === 0) return;
  await db.questionReview.createMany({
    data: moved.map(({ questionId, number, from, to }) => ({
      ...{ id: newId(), questionId, versionNumber: number, fromStanding: from, toStanding: to, byId, at },
    })),
  });
}

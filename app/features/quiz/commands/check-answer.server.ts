import type { Actor } from '#app/features/access/core/role.ts';
import { transactQuietly } from '#app/features/audit/commands/transact.server.ts';
import { gradeResponse } from '#app/features/questions/core/question-types.ts';
import { questionVersion } from '#app/features/questions/queries/question-versions.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { database } from '#app/platform/db/database.server.ts';
import { roundMark } from '../core/grade.ts';
import { refusalOf, type SaveRefusal } from '../core/save-answer.ts';
import { holdAnswers, updateAsChecked } from '../data/answers.server.ts';
import { findOwnPaper, pinnedOf } from '../data/attempt-papers.server.ts';
import { attemptOf } from '../data/attempts.server.ts';

export type CheckOutcome =
  | { outcome: 'checked'; fraction: number }
  | { outcome: 'refused'; reason: SaveRefusal | 'not-answered' };

/**
 * Practice: judges the stored answer of one slot at once; the page then shows what the review matrix allows, until the
 * answer changes. In an exam nothing is ever checked: throws forbidden.
 */
export async function checkAnswer(actor: Actor, attemptId: string, slot: number): Promise<CheckOutcome> {
  const own = await findOwnPaper(database().sql, actor.personId, attemptId);
  if (!own) throw new AppError('not-found');
  if (own.settings.kind !== 'practice') throw new AppError('forbidden', { reason: 'not-practice' });
  const place = own.paper[slot - 1];
  if (!place) return { outcome: 'refused', reason: 'unknown-slot' };
  const { body } = await questionVersion(place.questionVersionId);
  return transactQuietly('quiz.answer-checked', async (sql, at) => {
    const held = await holdAnswers(sql, attemptId, slot);
    const answer = held?.answers[0];
    if (!held || !answer) throw new AppError('not-found');
    const reason = refusalOf(attemptOf(held.standing, pinnedOf(own)), at);
    if (reason) return { outcome: 'refused', reason };
    if (answer.response === null) return { outcome: 'refused', reason: 'not-answered' };
    const fraction = roundMark(gradeResponse(body, answer.response));
    await updateAsChecked(sql, attemptId, slot, fraction);
    return { outcome: 'checked', fraction };
  });
}

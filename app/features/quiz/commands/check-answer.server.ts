import type { Actor } from '#app/features/access/core/role.ts';
import { transactQuietly } from '#app/features/audit/commands/transact.server.ts';
import type { QuestionResponse } from '#app/features/questions/core/question.ts';
import { gradeResponse, isComplete } from '#app/features/questions/core/question-types.ts';
import { questionVersion } from '#app/features/questions/queries/question-versions.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { database } from '#app/platform/db/database.server.ts';
import { type CheckRefusal, checkAnswer as decide, hasChecks } from '../core/behaviour.ts';
import { pageRefusal } from '../core/rules/forward.ts';
import { refusalOf, type SaveRefusal } from '../core/save-answer.ts';
import { holdAnswers, updateAsChecked } from '../data/answers.server.ts';
import { findOwnPaper, pinnedOf } from '../data/attempt-papers.server.ts';
import { attemptOf } from '../data/attempts.server.ts';
import { requireNetwork } from '../data/rules/entry.server.ts';

export type CheckOutcome =
  | { outcome: 'checked' }
  /** This very answer was the last to be checked. */
  | { outcome: 'unchanged' }
  | { outcome: 'refused'; reason: SaveRefusal | CheckRefusal };

/**
 * Practice: judges the stored answer of one slot at once, as the behaviour of the quiz has it; the page then shows what
 * the review matrix allows. In an exam, and where feedback is deferred, nothing is ever checked: throws forbidden.
 */
export async function checkAnswer(
  actor: Actor,
  attemptId: string,
  slot: number,
  address?: string,
): Promise<CheckOutcome> {
  const own = await findOwnPaper(database().sql, actor.personId, attemptId);
  if (!own) throw new AppError('not-found');
  requireNetwork(own, address);
  const { settings } = own;
  if (settings.kind !== 'practice') throw new AppError('forbidden', { reason: 'not-practice' });
  if (!hasChecks(settings)) throw new AppError('forbidden', { reason: 'no-checks' });
  const place = own.paper[slot - 1];
  if (!place) return { outcome: 'refused', reason: 'unknown-slot' };
  const { body } = await questionVersion(place.questionVersionId);
  const question = {
    isComplete: (response: QuestionResponse) => isComplete(body, response),
    grade: (response: QuestionResponse | null) => gradeResponse(body, response),
  };
  return transactQuietly('quiz.answer-checked', async (sql, at) => {
    const held = await holdAnswers(sql, attemptId, slot);
    const answer = held?.answers[0];
    if (!held || !answer) throw new AppError('not-found');
    const { standing } = held;
    const reason =
      refusalOf(attemptOf(standing, pinnedOf(own)), at) ?? pageRefusal(own.paper, settings, standing.openPage, slot);
    if (reason) return { outcome: 'refused', reason };
    const decision = decide(settings, answer, question, at);
    if (decision.kind === 'refused') return { outcome: 'refused', reason: decision.reason };
    // A check from before a change of the answer and back: the fraction is there again without a further try.
    if (decision.kind === 'unchanged' && answer.fraction !== null) return { outcome: 'unchanged' };
    await updateAsChecked(sql, attemptId, slot, decision.kind === 'checked' ? decision.tries : answer.tries);
    return { outcome: decision.kind };
  });
}

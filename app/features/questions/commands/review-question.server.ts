import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { transact } from '#app/features/audit/commands/transact.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { type MoveRefusal, moveStanding, type Standing, type StandingMove } from '../core/review.ts';
import { findQuestion } from '../data/questions.server.ts';
import { replaceStanding } from '../data/reviews.server.ts';

export type ReviewQuestionResult =
  | { kind: 'moved'; to: Standing }
  | { kind: 'refused'; reason: MoveRefusal }
  /** Somebody wrote another version since: what was read is not what would be approved. */
  | { kind: 'stale' };

/** Moves the version that the actor has read along its review, with a note that stays. */
export async function reviewQuestion(
  actor: Actor,
  questionId: string,
  { move, number, note }: { move: StandingMove; number: number; note: string },
): Promise<ReviewQuestionResult> {
  const scope = requireScope(actor, 'question.author');
  return transact(actor, 'questions.standing-moved', async ({ tx, at, record, unchanged }) => {
    const refuse = (result: ReviewQuestionResult) => {
      unchanged();
      return result;
    };
    const question = await findQuestion(tx, scope, questionId);
    if (!question) throw new AppError('not-found');
    if (question.number !== number) return refuse({ kind: 'stale' });
    const { standing, policy, versionAuthorId } = question;
    const isOwn = versionAuthorId === actor.personId;
    const decision = moveStanding({ standing, policy, isOwn }, move, note);
    if (decision.kind === 'refused') return refuse(decision);
    const { to } = decision;
    const step = { versionNumber: number, from: standing, to, note: note.trim(), byId: actor.personId, at };
    if (!(await replaceStanding(tx, questionId, step))) return refuse({ kind: 'stale' });
    record(questionId, { code: question.code, number, from: standing, to }, question.unitPath);
    return decision;
  });
}

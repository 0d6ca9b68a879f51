import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { transact } from '#app/features/audit/commands/transact.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { publishProblems } from '../core/publish-problems.ts';
import type { QuizProblem } from '../core/quiz-draft-content.ts';
import { holdAuthoredQuiz, replaceQuizState } from '../data/quizzes.server.ts';
import { listSlotSupply } from '../data/slot-sources.server.ts';

export type PublishQuizResult =
  | { kind: 'published' | 'unchanged' }
  /** Somebody changed it since the author looked: nothing unseen is published. */
  | { kind: 'stale' }
  | { kind: 'invalid'; problems: QuizProblem[] };

/** Opens a draft to the learners to whom its course is assigned, once settings and slots hold together. */
export async function publishQuiz(actor: Actor, quizId: string, revision: number): Promise<PublishQuizResult> {
  const scope = requireScope(actor, 'quiz.author');
  return transact(actor, 'quiz.published', async ({ tx, sql, at, record, unchanged }) => {
    const refuse = (result: PublishQuizResult) => {
      unchanged();
      return result;
    };
    const quiz = await holdAuthoredQuiz({ tx, sql }, scope, quizId);
    if (!quiz) throw new AppError('not-found');
    if (quiz.revision !== revision) return refuse({ kind: 'stale' });
    if (quiz.state === 'published') return refuse({ kind: 'unchanged' });
    const supply = await listSlotSupply({ db: tx, sql }, quiz.slots, quiz.unitPath);
    const problems = publishProblems(quiz, supply.candidates, supply.archivedIds);
    if (problems.length > 0) return refuse({ kind: 'invalid', problems });
    await replaceQuizState(tx, quizId, 'published', at);
    record(quizId, { code: quiz.code, revision }, quiz.unitPath);
    return { kind: 'published' };
  });
}

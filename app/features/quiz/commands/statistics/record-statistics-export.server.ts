import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { transact } from '#app/features/audit/commands/transact.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { findAuthoredQuiz } from '../../data/quizzes.server.ts';

/** Writes into the log that the statistics of a quiz are taken out, before they are handed over. Throws forbidden or not-found. */
export async function recordStatisticsExport(
  actor: Actor,
  quizId: string,
  details: { format: 'xlsx' | 'csv'; rows: number; unitId: string | null },
): Promise<void> {
  const scope = requireScope(actor, 'statistics.view');
  await transact(actor, 'quiz.statistics-exported', async ({ tx, record }) => {
    const quiz = await findAuthoredQuiz(tx, scope, quizId);
    if (!quiz) throw new AppError('not-found');
    record(quizId, details, quiz.unitPath);
  });
}

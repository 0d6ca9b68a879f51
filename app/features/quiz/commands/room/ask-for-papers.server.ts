import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { transactQuietly } from '#app/features/audit/commands/transact.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { findSession, updatePreparation } from '../../data/room/sessions.server.ts';

/** Has the papers of a session prepared at once instead of when the lobby opens. The job of the clock draws them. */
export async function askForPapers(actor: Actor, sessionId: string): Promise<void> {
  const scope = requireScope(actor, 'exam.run');
  await transactQuietly('quiz.paper-prepared', async (sql) => {
    const session = await findSession(sql, scope, sessionId);
    if (!session) throw new AppError('not-found');
    if (session.closedAt === null) await updatePreparation(sql, sessionId, 'waiting');
  });
}

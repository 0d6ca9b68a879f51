import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { transact } from '#app/features/audit/commands/transact.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { findSession } from '../../data/room/sessions.server.ts';

/** Writes into the log that a session's results are taken out, before they are handed over. */
export async function recordResultsExport(
  actor: Actor,
  { sessionId, rows, format }: { sessionId: string; rows: number; format: 'xlsx' | 'csv' },
): Promise<void> {
  const scope = requireScope(actor, 'exam.run');
  await transact(actor, 'quiz.results-exported', async ({ sql, record }) => {
    const session = await findSession(sql, scope, sessionId);
    if (!session) throw new AppError('not-found');
    record(sessionId, { rows, format }, session.unitPath);
  });
}

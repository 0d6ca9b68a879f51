import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { transact } from '#app/features/audit/commands/transact.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { mayChange } from '../../core/room/session.ts';
import { isQuizForSessions } from '../../data/room/choices.server.ts';
import { deletePreparedOf } from '../../data/room/prepared-papers.server.ts';
import { askForPapers, holdSession, replacePlan, type SessionPlan } from '../../data/room/sessions.server.ts';

export type ChangedSession = Omit<SessionPlan, 'unitId' | 'examinerId'> & { revision: number };

export type ChangeOutcome = { kind: 'changed' } | { kind: 'refused'; reason: 'released' | 'changed-by-other' };

/**
 * Changes the plan of a session that is not released: quiz, title, room, times. Another quiz takes the papers of the old
 * one with it. The second of two who change it is told. Throws not-found outside the examiner's reach.
 */
export async function changeSession(
  actor: Actor,
  sessionId: string,
  { revision, ...plan }: ChangedSession,
): Promise<ChangeOutcome> {
  const scope = requireScope(actor, 'exam.run');
  return transact(actor, 'quiz.session-changed', async ({ sql, at, record, unchanged }) => {
    const session = await holdSession(sql, scope, sessionId);
    if (!session) throw new AppError('not-found');
    const refuse = (reason: 'released' | 'changed-by-other'): ChangeOutcome => {
      unchanged();
      return { kind: 'refused', reason };
    };
    if (!mayChange(session, at).times) return refuse('released');
    if (plan.quizId !== session.quizId && !(await isQuizForSessions(sql, session.unitPath, plan.quizId))) {
      throw new AppError('bad-input', { fields: { quizId: ['not-found'] } });
    }
    if (!(await replacePlan(sql, { id: sessionId, revision }, plan))) return refuse('changed-by-other');
    if (plan.quizId !== session.quizId) {
      await deletePreparedOf(sql, sessionId);
      await askForPapers(sql, sessionId);
    }
    record(sessionId, { quizId: plan.quizId, plannedAt: plan.plannedAt, room: plan.room }, session.unitPath);
    return { kind: 'changed' };
  });
}

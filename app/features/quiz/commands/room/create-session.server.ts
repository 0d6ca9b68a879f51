import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { transact } from '#app/features/audit/commands/transact.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { newId } from '#app/platform/ids.server.ts';
import { findSessionUnit, isQuizForSessions } from '../../data/room/choices.server.ts';
import { insertSession, type SessionPlan } from '../../data/room/sessions.server.ts';

/** What an examiner plans; the unit says whose examiners run it and whose people may be seated. */
export type NewSession = Omit<SessionPlan, 'examinerId'>;

/**
 * Plans an exam session of a published exam of the unit, or of one above or below it. Answers its id. Throws bad-input for
 * a unit outside the examiner's reach or a quiz that cannot be sat there.
 */
export async function createSession(actor: Actor, plan: NewSession): Promise<string> {
  const scope = requireScope(actor, 'exam.run');
  return transact(actor, 'quiz.session-created', async ({ sql, at, record }) => {
    const unit = await findSessionUnit(sql, scope, plan.unitId);
    if (!unit) throw new AppError('bad-input', { fields: { unitId: ['not-found'] } });
    if (!(await isQuizForSessions(sql, unit.path, plan.quizId))) {
      throw new AppError('bad-input', { fields: { quizId: ['not-found'] } });
    }
    const id = newId();
    await insertSession(sql, { ...plan, id, examinerId: actor.personId, createdById: actor.personId, at });
    record(id, { quizId: plan.quizId, plannedAt: plan.plannedAt, room: plan.room }, unit.path);
    return id;
  });
}

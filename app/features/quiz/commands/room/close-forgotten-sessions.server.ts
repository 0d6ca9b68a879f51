import { transact } from '#app/features/audit/commands/transact.server.ts';
import { theSystem } from '#app/features/audit/core/actor.ts';
import { now } from '#app/platform/clock.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import { FORGOTTEN_AFTER_HOURS, mayClose, NEVER_RELEASED_AFTER_HOURS } from '../../core/room/session.ts';
import { countWorking, deletePreparedOf } from '../../data/room/prepared-papers.server.ts';
import { holdAnySession, listForgottenSessions, updateAsClosed } from '../../data/room/sessions.server.ts';

const before = (at: Date, hours: number) => new Date(at.getTime() - hours * 3_600_000);

/** The job: closes the sessions that nobody has closed, as their examiner would have. Answers how many. */
export async function closeForgottenSessions(): Promise<number> {
  const at = now();
  const quietSince = before(at, FORGOTTEN_AFTER_HOURS);
  const plannedBefore = before(at, NEVER_RELEASED_AFTER_HOURS);
  const ids = await listForgottenSessions(database().sql, { quietSince, plannedBefore });
  let closed = 0;
  for (const id of ids) if (await closeOne(id)) closed += 1;
  return closed;
}

/** Somebody may have closed it, or begun in it, meanwhile. */
function closeOne(sessionId: string): Promise<boolean> {
  return transact(theSystem, 'quiz.session-closed', async ({ sql, at, record, unchanged }) => {
    const session = await holdAnySession(sql, sessionId);
    if (!session || mayClose(session, await countWorking(sql, sessionId, at)).kind !== 'close') {
      unchanged();
      return false;
    }
    const notBegun = await deletePreparedOf(sql, sessionId);
    await updateAsClosed(sql, sessionId, at);
    record(sessionId, { quizId: session.quizId, notBegun, isForgotten: true }, session.unitPath);
    return true;
  });
}

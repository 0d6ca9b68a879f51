import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { transact } from '#app/features/audit/commands/transact.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { holdPaperSet } from '../../data/printed/paper-sets.server.ts';
import { holdSheet, updateSheetState } from '../../data/printed/paper-sheets.server.ts';
import { updateAsAbandoned } from '../../data/room/room-attempts.server.ts';
import { holdSeat, updateSeatAttempt } from '../../data/room/seats.server.ts';

/**
 * Takes a wrong sheet back, with the reason in the log: its attempt, if it has one, is voided as any attempt is, so that
 * statistics, results and progress are as before, and the sheet may be entered again.
 */
export async function withdrawPaperSheet(
  actor: Actor,
  setId: string,
  { personId, reason }: { personId: string; reason: string },
): Promise<'withdrawn' | 'unchanged'> {
  const scope = { run: requireScope(actor, 'exam.run'), author: [] };
  return transact(actor, 'quiz.paper-sheet-withdrawn', async ({ sql, at, record, emit, unchanged }) => {
    const set = await holdPaperSet(sql, scope, setId);
    const sheet = set && (await holdSheet(sql, setId, personId));
    if (!set || !sheet) throw new AppError('not-found');
    if (sheet.state === 'withdrawn') {
      unchanged();
      return 'unchanged';
    }
    const { attemptId } = sheet;
    if (attemptId !== null) {
      await updateAsAbandoned(sql, attemptId, at);
      const { sessionId } = set.settings;
      const seat = sessionId === null ? null : await holdSeat(sql, sessionId, personId);
      if (seat?.attemptId === attemptId) await updateSeatAttempt(sql, { sessionId: sessionId!, personId }, null);
      emit({ type: 'attempt-voided', personId, quizId: set.quizId, courseId: set.courseId, attemptId });
    }
    await updateSheetState(sql, sheet.id, 'withdrawn', attemptId);
    record(setId, { personId, attemptId, was: sheet.state, reason }, set.unitPath);
    return 'withdrawn';
  });
}

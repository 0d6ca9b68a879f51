import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { transact } from '#app/features/audit/commands/transact.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { now } from '#app/platform/clock.server.ts';
import { findSignOff, withdrawStoredSignOff } from '../data/sign-offs.server.ts';
import { signingOf } from '../queries/figures-page.server.ts';

/** Takes a signature back, for a reason that the log keeps. Only who may sign for the unit may; twice is once. */
export async function withdrawSignOff(actor: Actor, signOffId: string, reason: string): Promise<void> {
  const scope = requireScope(actor, 'figures.sign');
  await transact(actor, 'reports.sign-off-withdrawn', async ({ tx, at, record, unchanged }) => {
    const signOff = await findSignOff(tx, scope, signOffId);
    if (!signOff) throw new AppError('not-found');
    const signing = await signingOf(actor, signOff.unitId, signOff.unitPath, now());
    if (signing !== 'may') throw new AppError('forbidden', { reason: signing });
    if (!(await withdrawStoredSignOff(tx, signOffId, at))) return unchanged();
    const { unitId, assignmentId, asOfDay } = signOff;
    record(signOffId, { unitId, assignmentId, day: asOfDay, reason }, signOff.unitPath);
  });
}

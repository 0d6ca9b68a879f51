import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { transact } from '#app/features/audit/commands/transact.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { findReport, withdrawStoredReport } from '../data/reports.server.ts';

/** Withdraws a report: it stays to be read and says so, and no later one is compared with it. Twice is once. */
export async function withdrawReport(actor: Actor, reportId: string): Promise<void> {
  const scope = requireScope(actor, 'report.make');
  await transact(actor, 'reports.withdrawn', async ({ tx, at, record, unchanged }) => {
    const report = await findReport(tx, scope, reportId);
    if (!report) throw new AppError('not-found');
    if (!(await withdrawStoredReport(tx, reportId, at))) return unchanged();
    record(reportId, { unitId: report.unitId, number: report.number }, report.unitPath);
  });
}

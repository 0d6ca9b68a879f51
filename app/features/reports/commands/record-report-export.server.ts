import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { transact } from '#app/features/audit/commands/transact.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { findReport } from '../data/reports.server.ts';

export type ReportFormat = 'docx' | 'pdf' | 'xlsx';

/** Writes into the log that a report is taken out as a file, and whom it names, before it is handed over. */
export async function recordReportExport(actor: Actor, reportId: string, format: ReportFormat): Promise<void> {
  const scope = requireScope(actor, 'report.make');
  await transact(actor, 'reports.exported', async ({ tx, record }) => {
    const report = await findReport(tx, scope, reportId);
    if (!report) throw new AppError('not-found');
    const people = report.figures.study.annex?.reduce((sum, each) => sum + each.people.length, 0) ?? 0;
    record(reportId, { format, unitId: report.unitId, people }, report.unitPath);
  });
}

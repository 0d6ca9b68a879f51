import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { namesAbove, type UnitPlace } from '#app/features/org/queries/unit-place.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { type Db, database } from '#app/platform/db/database.server.ts';
import { canonicalJson } from '../core/canonical-json.ts';
import { compareFigures, type FigureChange } from '../core/compare-figures.ts';
import { type StoredReport, sealedPart } from '../core/stored-report.ts';
import type { StudyFigures } from '../core/study-figures.ts';
import { findReport, listNames, listReports, type ReportLine } from '../data/reports.server.ts';
import { checksumOf } from './checksum.server.ts';
import { collectStudy } from './study-figures.server.ts';

export interface ReportPage {
  report: StoredReport;
  unitName: string;
  above: UnitPlace['above'];
  names: Record<string, string>;
  /** Of the same unit, to be compared with. */
  others: Pick<ReportLine, 'id' | 'number' | 'asOfAt' | 'title'>[];
  compared: { with: Pick<ReportLine, 'id' | 'number' | 'asOfAt'>; changes: FigureChange[] } | null;
  checked: CheckedReport | null;
}

/** Whether a report still says what was kept, and whether the records still give its figures. */
export interface CheckedReport {
  isSealWhole: boolean;
  isSame: boolean;
  changes: FigureChange[];
}

/** A kept report within reach, the names of its annex looked up now. Throws forbidden or not-found. */
export async function keptReport(actor: Actor, reportId: string): Promise<Pick<ReportPage, 'report' | 'names'>> {
  const scope = requireScope(actor, 'report.make');
  const { read } = database();
  const report = await findReport(read, scope, reportId);
  if (!report) throw new AppError('not-found');
  return { report, names: await namesIn(read, report.figures.study) };
}

/**
 * A report as it was made, if wished compared with another of the same unit, or checked: its figures are computed again as of
 * the same instant. Throws forbidden or not-found, for the other one too.
 */
export async function reportPage(
  actor: Actor,
  reportId: string,
  { withId, isChecked }: { withId: string | null; isChecked: boolean },
): Promise<ReportPage> {
  const { report, names } = await keptReport(actor, reportId);
  const scope = requireScope(actor, 'report.make');
  const { read } = database();
  const lines = await listReports(read, report.unitId, 100);
  const others = lines.filter(({ id, withdrawnAt }) => id !== reportId && withdrawnAt === null);
  const { unitPath, ...rest } = report as StoredReport & { unitPath: string };
  return {
    ...{ report: rest, names, others, unitName: report.figures.study.unit.name },
    above: await namesAbove(scope, unitPath),
    compared: withId === null ? null : await compareWith(scope, report, withId),
    checked: isChecked ? await checkReport(report) : null,
  };
}

async function compareWith(
  scope: readonly string[],
  report: StoredReport,
  withId: string,
): Promise<ReportPage['compared']> {
  const other = await findReport(database().read, scope, withId);
  if (!other || other.unitId !== report.unitId) throw new AppError('not-found');
  const [before, after] = other.asOfAt <= report.asOfAt ? [other, report] : [report, other];
  const { id, number, asOfAt } = other;
  return { with: { id, number, asOfAt }, changes: compareFigures(before.figures.study, after.figures.study) };
}

async function checkReport(report: StoredReport): Promise<CheckedReport> {
  const { unitId, parameters, asOfAt, figures } = report;
  const { assignmentIds, names } = parameters;
  const again = await collectStudy({ unitId, assignmentIds, asOf: asOfAt, names });
  return {
    isSealWhole: checksumOf(sealedPart(report)) === report.checksum,
    isSame: canonicalJson(again) === canonicalJson(figures.study),
    changes: compareFigures(figures.study, again),
  };
}

/** The names that a report's annex wants, by person. */
export async function namesIn(db: Db, { annex }: StudyFigures): Promise<Record<string, string>> {
  const ids = new Set((annex ?? []).flatMap(({ people }) => people.map(({ personId }) => personId)));
  return Object.fromEntries(await listNames(db, [...ids]));
}

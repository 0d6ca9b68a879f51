import type { UnitPath } from '#app/kernel/unit-path.ts';
import type { Db, Tx } from '#app/platform/db/database.server.ts';
import { unitWithin } from '#app/platform/db/scope.server.ts';
import { canonicalJson } from '../core/canonical-json.ts';
import type { ReportKind, StoredReport } from '../core/stored-report.ts';
import { readFigures, readParameters } from '../schema.ts';

/** A report of a list: without its figures, which may be long. */
export type ReportLine = Pick<
  StoredReport,
  | 'id'
  | 'unitId'
  | 'title'
  | 'number'
  | 'datedOn'
  | 'asOfAt'
  | 'createdAt'
  | 'withdrawnAt'
  | 'scheduleId'
  | 'createdById'
>;

const lineOf = {
  ...{ id: true, unitId: true, title: true, number: true, datedOn: true, asOfAt: true, createdAt: true },
  ...{ withdrawnAt: true, scheduleId: true, createdById: true },
} as const;

/** A report within the scope, or null. */
export async function findReport(
  db: Db,
  scope: readonly UnitPath[],
  id: string,
): Promise<(StoredReport & { unitPath: UnitPath }) | null> {
  const row = await db.report.findFirst({
    where: { id, unit: unitWithin(scope) },
    include: { unit: { select: { path: true } } },
  });
  if (!row) return null;
  const { unit, kind, parameters, figures, ...rest } = row;
  return {
    ...rest,
    kind: kind as ReportKind,
    parameters: readParameters(parameters),
    figures: readFigures(figures),
    unitPath: unit.path,
  };
}

export const isReportKept = async (db: Db, id: string): Promise<boolean> =>
  (await db.report.count({ where: { id } })) > 0;

/** The reports of a unit, the newest first, so many at most. */
export function listReports(db: Db, unitId: string, take: number): Promise<ReportLine[]> {
  return db.report.findMany({ where: { unitId }, select: lineOf, orderBy: [{ asOfAt: 'desc' }, { id: 'desc' }], take });
}

/** Reports of the same unit before an instant, the last first, with what they asked for: to find the one to compare with. */
export async function listFormerReports(db: Db, unitId: string, kind: ReportKind, before: Date) {
  const rows = await db.report.findMany({
    where: { unitId, kind, withdrawnAt: null, asOfAt: { lt: before } },
    select: { id: true, number: true, parameters: true, asOfAt: true },
    orderBy: [{ asOfAt: 'desc' }, { createdAt: 'desc' }],
    take: 50,
  });
  return rows.map(({ parameters, ...row }) => ({ ...row, assignmentIds: readParameters(parameters).assignmentIds }));
}

export async function loadFigures(db: Db, id: string) {
  const row = await db.report.findUniqueOrThrow({ where: { id }, select: { figures: true } });
  return readFigures(row.figures);
}

export async function insertReport(tx: Tx, { parameters, figures, ...row }: StoredReport): Promise<void> {
  await tx.report.create({
    data: { ...row, parameters: canonicalJson(parameters), figures: canonicalJson(figures) },
  });
}

/** Answers whether it stood until now. */
export async function withdrawStoredReport(tx: Tx, id: string, at: Date): Promise<boolean> {
  const { count } = await tx.report.updateMany({ where: { id, withdrawnAt: null }, data: { withdrawnAt: at } });
  return count > 0;
}

/** The names of people by id; who has been erased is not among them. */
export async function listNames(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  for (let at = 0; at < ids.length; at += 1000) {
    const rows = await db.person.findMany({
      where: { id: { in: ids.slice(at, at + 1000) }, erasedAt: null },
      select: { id: true, fullName: true },
    });
    for (const { id, fullName } of rows) names.set(id, fullName);
  }
  return names;
}

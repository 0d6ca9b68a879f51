import type { UnitPath } from '#app/kernel/unit-path.ts';
import type { Db, Tx } from '#app/platform/db/database.server.ts';
import { unitWithin } from '#app/platform/db/scope.server.ts';
import type { Period } from '../core/schedule.ts';
import type { NameChoice, ReportKind } from '../core/stored-report.ts';

/** What a schedule makes each time. */
export interface ScheduleParameters {
  assignmentIds: string[];
  names: NameChoice;
}

export interface ScheduleRow {
  id: string;
  unitId: string;
  unitPath: UnitPath;
  kind: ReportKind;
  parameters: ScheduleParameters;
  every: Period;
  nextAt: Date;
  createdById: string | null;
}

const shown = { unit: { select: { path: true, closedAt: true } } } as const;

function rowOf(row: {
  id: string;
  unitId: string;
  kind: string;
  parameters: string;
  every: string;
  nextAt: Date;
  createdById: string | null;
  unit: { path: string };
}): ScheduleRow {
  const { unit, kind, every, parameters, ...rest } = row;
  return {
    ...{ id: rest.id, unitId: rest.unitId, nextAt: rest.nextAt, createdById: rest.createdById },
    ...{ kind: kind as ReportKind, every: every as Period, unitPath: unit.path },
    parameters: JSON.parse(parameters) as ScheduleParameters,
  };
}

/** The schedules of a unit that still run. */
export async function listSchedules(db: Db, unitId: string): Promise<ScheduleRow[]> {
  const rows = await db.reportSchedule.findMany({
    where: { unitId, endedAt: null },
    include: shown,
    orderBy: { createdAt: 'asc' },
  });
  return rows.map(rowOf);
}

/** Schedules whose time has come, of units that are open, the longest due first. */
export async function listDueSchedules(db: Db, at: Date): Promise<ScheduleRow[]> {
  const rows = await db.reportSchedule.findMany({
    where: { endedAt: null, nextAt: { lte: at }, unit: { closedAt: null } },
    include: shown,
    orderBy: { nextAt: 'asc' },
    take: 50,
  });
  return rows.map(rowOf);
}

/** A schedule of a unit within the scope, ended or not, or null. */
export async function findSchedule(db: Db, scope: readonly UnitPath[], id: string): Promise<ScheduleRow | null> {
  const row = await db.reportSchedule.findFirst({
    where: { id, unit: unitWithin(scope) },
    include: shown,
  });
  return row && rowOf(row);
}

export const isScheduleKept = async (db: Db, id: string): Promise<boolean> =>
  (await db.reportSchedule.count({ where: { id } })) > 0;

export async function insertSchedule(
  tx: Tx,
  { unitPath: _path, parameters, ...row }: ScheduleRow & { createdAt: Date },
): Promise<void> {
  await tx.reportSchedule.create({ data: { ...row, parameters: JSON.stringify(parameters) } });
}

/** Moves a schedule on from one run to the next; answers whether it still stood there. */
export async function advanceSchedule(tx: Tx, id: string, from: Date, to: Date): Promise<boolean> {
  const { count } = await tx.reportSchedule.updateMany({
    where: { id, nextAt: from, endedAt: null },
    data: { nextAt: to },
  });
  return count > 0;
}

/** Answers whether it ran until now. */
export async function endStoredSchedule(tx: Tx, id: string, at: Date): Promise<boolean> {
  const { count } = await tx.reportSchedule.updateMany({ where: { id, endedAt: null }, data: { endedAt: at } });
  return count > 0;
}

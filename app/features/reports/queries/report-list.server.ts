import type { Actor } from '#app/features/access/core/role.ts';
import { type UnitPlace, unitPlace } from '#app/features/org/queries/unit-place.server.ts';
import { assignmentChoice } from '#app/features/progress/queries/assignment-choice.server.ts';
import { now } from '#app/platform/clock.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import { newId } from '#app/platform/ids.server.ts';
import { listNames, listReports, type ReportLine } from '../data/reports.server.ts';
import { listSchedules, type ScheduleRow } from '../data/schedules.server.ts';
import { listSignOffs } from '../data/sign-offs.server.ts';
import { listRequests } from '../data/unit-settings.server.ts';

export interface ReportList {
  unit: { id: string; name: string };
  above: UnitPlace['above'];
  reports: (Omit<ReportLine, 'createdById'> & { createdBy: string | null })[];
  schedules: (Pick<ScheduleRow, 'id' | 'every' | 'nextAt' | 'parameters'> & { titles: string[] })[];
  assignments: { id: string; title: string }[];
  /** Signatures that the level above waits for. */
  asked: { assignmentId: string; title: string; day: string }[];
  /** Of the next schedule: the same form sent twice makes one. */
  key: string;
  at: Date;
}

const shownReports = 100;

/** The reports of a unit with the schedules that make them. Throws not-found out of reach. */
export async function reportList(actor: Actor, unitId: string): Promise<ReportList> {
  const { unit, above } = await unitPlace(actor, unitId, 'report.make');
  const { read } = database();
  const [reports, schedules, { choices }] = await Promise.all([
    listReports(read, unitId, shownReports),
    listSchedules(read, unitId),
    assignmentChoice(unit, null),
  ]);
  const names = await listNames(read, [...new Set(reports.flatMap(({ createdById }) => createdById ?? []))]);
  const titleOf = (id: string) => choices.find((choice) => choice.id === id)?.title ?? '';
  return {
    ...{ unit: { id: unit.id, name: unit.name }, above, key: newId(), at: now() },
    reports: reports.map(({ createdById, ...line }) => ({
      ...line,
      createdBy: createdById && (names.get(createdById) ?? ''),
    })),
    schedules: schedules.map(({ id, every, nextAt, parameters }) => ({
      ...{ id, every, nextAt, parameters },
      titles: parameters.assignmentIds.map(titleOf).filter((title) => title !== ''),
    })),
    assignments: choices.map(({ id, title }) => ({ id, title })),
    asked: await openRequests(unit.id, unit.parentId, titleOf),
  };
}

/** What the level above has asked this unit to sign and nobody has signed yet. */
async function openRequests(unitId: string, parentId: string | null, titleOf: (id: string) => string) {
  if (!parentId) return [];
  const { read } = database();
  const requests = (await listRequests(read, parentId)).slice(0, 10);
  const open: ReportList['asked'] = [];
  for (const { assignmentId, day } of requests) {
    const title = titleOf(assignmentId);
    if (title === '') continue;
    const signed = await listSignOffs(read, [unitId], assignmentId, day);
    if (signed.length === 0) open.push({ assignmentId, title, day });
  }
  return open;
}

import type { Actor } from '#app/features/access/core/role.ts';
import { database } from '#app/platform/db/database.server.ts';
import { findWork } from '#app/platform/under-way.server.ts';
import type { MadeReport } from '../commands/make-report.server.ts';
import { isReportKept } from '../data/reports.server.ts';

export type ReportUnderWay =
  | { state: 'running'; fraction: number }
  | { state: 'made'; reportId: string }
  | { state: 'failed'; fraction: number };

/** How far a report is that this person has asked for; failed too where the server was stopped over it. */
export async function reportUnderWay(actor: Actor, key: string): Promise<ReportUnderWay> {
  const work = findWork<MadeReport>(`${actor.personId} ${key}`, actor.personId);
  if (work?.outcome.kind === 'running') return { state: 'running', fraction: work.fraction };
  if (await isReportKept(database().read, key)) return { state: 'made', reportId: key };
  return { state: 'failed', fraction: 1 };
}

import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { transact } from '#app/features/audit/commands/transact.server.ts';
import { assignmentChoice } from '#app/features/progress/queries/assignment-choice.server.ts';
import { AppError, isAppError } from '#app/kernel/app-error.ts';
import type { Lang } from '#app/kernel/lang.ts';
import type { LocalDate } from '#app/kernel/vietnam-time.ts';
import { now } from '#app/platform/clock.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import { beginWork, waitFor } from '#app/platform/under-way.server.ts';
import { reportInstant } from '../core/report-instant.ts';
import { type NameChoice, sealedPart } from '../core/stored-report.ts';
import { insertReport, isReportKept } from '../data/reports.server.ts';
import { findNamedUnit } from '../data/units.server.ts';
import { checksumOf } from '../queries/checksum.server.ts';
import { draftReport, type ReportAsked, type ReportDraft } from '../queries/report-draft.server.ts';

export interface NewReport {
  /** Chosen when the form was shown: the same form sent twice makes one report. */
  key: string;
  unitId: string;
  assignmentIds: readonly string[];
  asOfDay: LocalDate;
  datedOn: LocalDate;
  number: string;
  names: NameChoice;
  remarks: string;
  lang: Lang;
}

export type MadeReport = { kind: 'made'; reportId: string } | { kind: 'refused'; problem: 'future' | 'not-assigned' };

/** A large unit takes longer than a page waits: its report is made all the same, and can be asked for by its key. */
export type BegunReport = MadeReport | { kind: 'under-way' };

const pageWaitsMs = 2_000;

/** As `makeReport`, for a page: answers after two seconds at most, and the work goes on. Throws what making it throws. */
export async function beginReport(actor: Actor, asked: NewReport): Promise<BegunReport> {
  let refusal: unknown;
  const work = beginWork(`${actor.personId} ${asked.key}`, actor.personId, async (tell) => {
    try {
      return await makeReport(actor, asked, tell);
    } catch (error) {
      refusal = error;
      throw error;
    }
  });
  await waitFor(work, pageWaitsMs);
  if (refusal) throw refusal;
  return work.outcome.kind === 'done' ? work.outcome.value : { kind: 'under-way' };
}

/**
 * Makes a report of a unit and keeps it: figures as of the end of a day (or now, for today), parameters, checksum. Reads
 * for as long as the unit is large, outside of the transaction; nothing is kept until all is read. Throws forbidden, or
 * not-found for a unit or an assignment out of reach.
 */
export async function makeReport(
  actor: Actor,
  asked: NewReport,
  tell?: (fraction: number) => void,
): Promise<MadeReport> {
  const scope = requireScope(actor, 'report.make');
  const { read } = database();
  const unit = await findNamedUnit(read, scope, asked.unitId);
  if (!unit) throw new AppError('not-found');
  if (await isReportKept(read, asked.key)) return { kind: 'made', reportId: asked.key };
  const asOfAt = reportInstant(asked.asOfDay, now());
  if (!asOfAt) return { kind: 'refused', problem: 'future' };
  const { key, number, datedOn, assignmentIds, names, remarks, lang } = asked;
  const wanted = { unitId: unit.id, unitPath: unit.path, assignmentIds, names, lang, remarks, asOfAt };
  const draft = await draftOrNull(wanted, tell);
  if (!draft) return { kind: 'refused', problem: 'not-assigned' };
  await transact(actor, 'reports.made', async ({ tx, at, record, unchanged }) => {
    if (await isReportKept(tx, key)) return unchanged();
    const report = {
      ...{ id: key, unitId: unit.id, kind: 'study-result' as const, number, datedOn, asOfAt, ...draft },
      ...{ title: titleOf(draft), scheduleId: null, createdById: actor.personId, createdAt: at, withdrawnAt: null },
    };
    const checksum = checksumOf(sealedPart(report));
    await insertReport(tx, { ...report, checksum });
    record(
      key,
      { unitId: unit.id, assignmentIds, asOf: asOfAt.toISOString(), names: draft.parameters.names },
      unit.path,
    );
  });
  return { kind: 'made', reportId: key };
}

/** What a list of reports calls it: the assignments that it tells of. */
const titleOf = ({ figures }: ReportDraft): string => figures.study.assignments.map(({ title }) => title).join('; ');

/** Null where the unit had not been given one of the assignments yet on that day. Throws not-found for another unit's. */
async function draftOrNull(asked: ReportAsked, tell?: (fraction: number) => void): Promise<ReportDraft | null> {
  try {
    return await draftReport(asked, tell);
  } catch (error) {
    if (!isAppError(error, 'not-found')) throw error;
    const { choices } = await assignmentChoice({ id: asked.unitId, path: asked.unitPath }, null);
    if (asked.assignmentIds.every((id) => choices.some((choice) => choice.id === id))) return null;
    throw error;
  }
}

import type { Actor } from '#app/features/access/core/role.ts';
import { assignmentChoice } from '#app/features/progress/queries/assignment-choice.server.ts';
import { weakTopics } from '#app/features/progress/queries/weak-topics/weak-topics.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import type { Lang } from '#app/kernel/lang.ts';
import { idsOf, type UnitPath } from '#app/kernel/unit-path.ts';
import { dateOf, endOfDay } from '#app/kernel/vietnam-time.ts';
import { now } from '#app/platform/clock.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import { formOf, type ReportForm } from '../core/report-form.ts';
import { isOver } from '../core/report-instant.ts';
import { changesSinceSigned, signedFigures } from '../core/signed-figures.ts';
import type { NameChoice, ReportContext, ReportFigures, ReportParameters } from '../core/stored-report.ts';
import { listCountersThen } from '../data/counters-then.server.ts';
import { countConfirmedThen } from '../data/presence-then.server.ts';
import { listFormerReports, loadFigures } from '../data/reports.server.ts';
import { listSignOffs } from '../data/sign-offs.server.ts';
import { listUnitsThen } from '../data/study-cells.server.ts';
import { findForms } from '../data/unit-settings.server.ts';
import { listUnitsCalled } from '../data/units.server.ts';
import { collectStudy } from './study-figures.server.ts';

export interface ReportAsked {
  unitId: string;
  unitPath: UnitPath;
  assignmentIds: readonly string[];
  names: NameChoice;
  lang: Lang;
  remarks: string;
  asOfAt: Date;
}

/** What will be kept of a report: with number and day it is the whole document. */
export interface ReportDraft {
  parameters: ReportParameters;
  figures: ReportFigures;
}

/**
 * Everything that a report of this unit says as of an instant. Names are left out where the unit's form forbids them.
 * Throws not-found for an assignment that does not concern the unit. The caller has found the unit in the actor's scope.
 */
export async function draftReport(asked: ReportAsked, tell?: (fraction: number) => void): Promise<ReportDraft> {
  const { unitId, unitPath, asOfAt, remarks, lang } = asked;
  const assignmentIds = [...new Set(asked.assignmentIds)];
  const { choices } = await assignmentChoice(
    { id: unitId, path: unitPath },
    null,
    isOver(dateOf(asOfAt), now()) ? asOfAt : null,
  );
  if (assignmentIds.some((id) => !choices.some((choice) => choice.id === id))) throw new AppError('not-found');
  const form = await reportForm(unitPath);
  const names = form.names === 'forbidden' ? 'none' : asked.names;
  const study = await collectStudy({ unitId, assignmentIds, asOf: asOfAt, names }, tell);
  const context = await contextOf({ id: unitId, path: unitPath }, assignmentIds, asOfAt);
  return { parameters: { assignmentIds, names, lang, remarks, form }, figures: { study, context } };
}

/** The form that reports of this unit have now. */
export async function reportForm(unitPath: UnitPath): Promise<ReportForm> {
  const { read } = database();
  const ids = idsOf(unitPath).slice(-2);
  const units = await listUnitsCalled(read, ids);
  const nameOf = (id: string | undefined) => units.find((unit) => unit.id === id)?.name ?? null;
  const { own, above } = await findForms(read, unitPath);
  return formOf(own, above, {
    name: nameOf(ids.at(-1)) ?? '',
    parentName: ids.length > 1 ? nameOf(ids[0]) : null,
  });
}

async function contextOf(
  { id: unitId, path: unitPath }: { id: string; path: UnitPath },
  assignmentIds: readonly string[],
  asOf: Date,
): Promise<ReportContext> {
  return {
    former: await formerOf(unitId, assignmentIds, asOf),
    signOffs: await signOffsOf(unitId, assignmentIds, asOf),
    weakTopics: await weakTopicsOf(unitId, unitPath, assignmentIds, asOf),
    presence: await countConfirmedThen(database().sql, unitId, asOf),
  };
}

async function formerOf(
  unitId: string,
  assignmentIds: readonly string[],
  asOf: Date,
): Promise<ReportContext['former']> {
  const { read } = database();
  const same = (ids: readonly string[]) =>
    ids.length === assignmentIds.length && ids.every((id) => assignmentIds.includes(id));
  const former = (await listFormerReports(read, unitId, 'study-result', asOf)).find((each) => same(each.assignmentIds));
  if (!former) return null;
  const { study } = await loadFigures(read, former.id);
  return {
    ...{ reportId: former.id, number: former.number, asOf: former.asOfAt.toISOString() },
    totals: study.assignments.map(({ assignmentId, total }) => ({ assignmentId, total })),
  };
}

/** Which of the units directly below stand for their figures of that day: said where at least one does. */
async function signOffsOf(
  unitId: string,
  assignmentIds: readonly string[],
  asOf: Date,
): Promise<ReportContext['signOffs']> {
  const { read, sql } = database();
  const day = dateOf(asOf);
  if (endOfDay(day).getTime() !== asOf.getTime()) return [];
  const parts = (await listUnitsThen(sql, unitId, asOf)).filter(({ parentId }) => parentId === unitId);
  const ids = parts.map(({ id }) => id);
  const found: ReportContext['signOffs'][number][] = [];
  for (const assignmentId of assignmentIds) {
    const signed = await listSignOffs(read, ids, assignmentId, day);
    if (signed.length === 0) continue;
    const now = await listCountersThen(sql, ids, assignmentId, day);
    const stateOf = (id: string) => {
      const own = signed.find((each) => each.unitId === id);
      const rollup = now.get(id);
      if (!own || !rollup) return 'unsigned';
      return changesSinceSigned(own.figures, signedFigures(rollup)).length === 0 ? 'signed' : 'changed';
    };
    const named = (state: string) => parts.filter(({ id }) => stateOf(id) === state).map(({ name }) => name);
    found.push({ assignmentId, signed: named('signed'), changed: named('changed'), unsigned: named('unsigned') });
  }
  return found;
}

/** So many topics are named at most. */
const namedTopics = 3;

/**
 * The topics that are surely weak, the weakest first, as a leader of this very unit sees them on that day: a report that
 * the clock makes has no person who asks.
 */
async function weakTopicsOf(
  unitId: string,
  unitPath: UnitPath,
  assignmentIds: readonly string[],
  asOf: Date,
): Promise<ReportContext['weakTopics']> {
  const eye: Actor = {
    ...{ personId: '', fullName: '', rank: null, unitId, unitPath, mustChangePassword: false },
    grants: [{ role: 'leader', unitPath }],
  };
  const found: ReportContext['weakTopics'][number][] = [];
  for (const assignmentId of assignmentIds) {
    const page = await weakTopics(eye, unitId, {
      ...{ assignmentId, asOf: isOver(dateOf(asOf), now()) ? endOfDay(dateOf(asOf)) : null },
    });
    const topics = page.topics.flatMap(({ name, figures }) =>
      figures.kind === 'known' && figures.verdict === 'weak'
        ? [{ name, mean: figures.mean, part: figures.below, whole: figures.people }]
        : [],
    );
    if (topics.length > 0) found.push({ assignmentId, topics: topics.slice(0, namedTopics) });
  }
  return found;
}

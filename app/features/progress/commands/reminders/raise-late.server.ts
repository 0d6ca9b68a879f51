import { transact } from '#app/features/audit/commands/transact.server.ts';
import { theSystem } from '#app/features/audit/core/actor.ts';
import type { UnitPath } from '#app/kernel/unit-path.ts';
import { now } from '#app/platform/clock.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import type { Sql } from '#app/platform/db/sql.server.ts';
import { newId } from '#app/platform/ids.server.ts';
import { log } from '#app/platform/log.server.ts';
import { levelsOf } from '../../core/reminders/answering-unit.ts';
import { nextStep } from '../../core/reminders/notice.ts';
import { type DueAssignment, listDueAssignments } from '../../data/reminders/late-units.server.ts';
import { type LedUnit, listLedUnits } from '../../data/reminders/led-units.server.ts';
import {
  holdNoticesOf,
  insertNotices,
  listNotices,
  listStaleNotices,
  type NewNotice,
  raiseNotices,
  settleNotices,
} from '../../data/reminders/notices.server.ts';
import { type FoundRule, loadRules } from '../../data/reminders/reminder-rules.server.ts';
import { lateByAnswering } from '../../queries/reminders/late-by-answering.server.ts';

/** The whole tree: every path begins like this. */
const everywhere: readonly UnitPath[] = ['/'];

/**
 * Lays every late unit before its leader, raises what nobody acknowledges, asks again, and settles what is done: by the
 * clock, one transaction for each assignment, so that it may stop anywhere and go on. Outside of quiet hours and by whole
 * days, however often it runs. Answers how many notices changed.
 */
export async function raiseLate(): Promise<number> {
  const { sql } = database();
  const at = now();
  const units = await listLedUnits(sql, everywhere, at);
  const ruleOf = await loadRules(sql);
  let changed = await settleStale();
  for (const assignment of await listDueAssignments(sql, at)) {
    try {
      // Asked before the transaction: most of the time there is nothing to write.
      if (countOf(await stepsFor(sql, assignment, units, ruleOf, at)) === 0) continue;
      changed += await raiseIn(assignment, units, ruleOf);
    } catch (error) {
      // One assignment that cannot be judged keeps nobody from being reminded of the others.
      log().error({ err: error, assignmentId: assignment.id }, 'late units could not be laid before their leaders');
    }
  }
  return changed;
}

async function raiseIn(
  assignment: DueAssignment,
  units: ReadonlyMap<string, LedUnit>,
  ruleOf: (path: UnitPath) => FoundRule,
): Promise<number> {
  return transact(theSystem, 'progress.late-raised', async ({ sql, at, record, unchanged }) => {
    await holdNoticesOf(sql, assignment.id);
    const steps = await stepsFor(sql, assignment, units, ruleOf, at, true);
    const count = countOf(steps);
    if (count === 0) {
      unchanged();
      return 0;
    }
    await insertNotices(sql, steps.opened, at);
    await raiseNotices(sql, steps.raised, at);
    await settleNotices(sql, steps.settled, at);
    const { opened, raised, settled } = steps;
    record(assignment.id, { opened: opened.length, raised: raised.length, settled: settled.length });
    return count;
  });
}

interface Steps {
  opened: NewNotice[];
  raised: { id: string; level: number; late: number }[];
  settled: string[];
}

const countOf = ({ opened, raised, settled }: Steps) => opened.length + raised.length + settled.length;

async function stepsFor(
  sql: Sql,
  assignment: DueAssignment,
  units: ReadonlyMap<string, LedUnit>,
  ruleOf: (path: UnitPath) => FoundRule,
  at: Date,
  isHeld = false,
): Promise<Steps> {
  const late = new Map(
    (await lateByAnswering(sql, assignment, everywhere, units, at)).map((each) => [each.unit.id, each]),
  );
  const assignmentId = assignment.id;
  const notices = new Map(
    (await listNotices(sql, everywhere, { assignmentId, isHeld })).map((row) => [row.unitId, row]),
  );
  const steps: Steps = { opened: [], raised: [], settled: [] };
  for (const unitId of new Set([...late.keys(), ...notices.keys()])) {
    const unit = units.get(unitId);
    const notice = notices.get(unitId) ?? null;
    const count = late.get(unitId)?.late ?? 0;
    if (!unit) continue;
    const levels = levelsOf(unit.path, (id) => units.get(id));
    const step = nextStep(notice, { late: count, levels, rule: ruleOf(unit.path).rule, at });
    if (step.kind === 'open') steps.opened.push({ id: newId(), assignmentId, unitId, level: step.level, late: count });
    if (!notice) continue;
    if (step.kind === 'settle') steps.settled.push(notice.id);
    if (step.kind === 'raise') steps.raised.push({ id: notice.id, level: step.level, late: count });
    if (step.kind === 'ask-again') steps.raised.push({ id: notice.id, level: notice.level, late: count });
  }
  return steps;
}

/** Notices of assignments in which nothing is expected any more. */
async function settleStale(): Promise<number> {
  if ((await listStaleNotices(database().sql, now())).length === 0) return 0;
  return transact(theSystem, 'progress.late-raised', async ({ sql, at, record, unchanged }) => {
    const ids = await listStaleNotices(sql, at);
    if (ids.length === 0) unchanged();
    else {
      await settleNotices(sql, ids, at);
      record('closed', { settled: ids.length });
    }
    return ids.length;
  });
}

import { transactQuietly, transactTogether } from '#app/features/audit/commands/transact.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import { log } from '#app/platform/log.server.ts';
import { type Pace, underWay, WorkStopped } from '#app/platform/work-under-way.server.ts';
import { holdPeople, lastLine } from '../../data/roster/apply-rows.server.ts';
import { changeImport, listWaiting, type RosterImport, unitsToMake } from '../../data/roster/imports.server.ts';
import { closeMadeUnits } from '../../data/roster/made-units.server.ts';
import { listUndone, markUndo, strengthOfUndoing, undoLines } from '../../data/roster/undo-rows.server.ts';
import { changeStrength } from '../../data/strength.server.ts';
import { holdTree } from '../../data/tree/change-tree.server.ts';

const STRIDE = 1000;

/** Takes back the files that were asked for. A job of the server; answers how many. */
export async function undoRosters(): Promise<number> {
  let count = 0;
  for (const waiting of await listWaiting(database().sql, 'undoing')) {
    if (waiting.touchedAt !== null) continue;
    await underWay(waiting.id, (pace) => undoOne(waiting, pace));
    count += 1;
  }
  return count;
}

async function undoOne({ id, ...rest }: RosterImport, pace: Pace): Promise<void> {
  const run = rest.run + 1;
  const claimed = await transactQuietly('org.import-progress', (sql, at) =>
    changeImport(sql, id, { states: ['undoing'], isUntouched: true }, { touchedAt: at }, { next: true }),
  );
  if (!claimed) return;
  try {
    await undoWhole({ id, ...rest, run }, pace);
  } catch (error) {
    log().error({ err: error, importId: id }, 'a roster could not be taken back');
    await transactQuietly('org.import-progress', (sql) =>
      changeImport(sql, id, { states: ['undoing'], run }, { state: 'applied', failure: 'unexpected', touchedAt: null }),
    );
  }
}

/**
 * Everybody back to how they stood before, in one transaction. Whom somebody has changed since stays as they are now, and
 * is listed; units that the file made are closed where nobody is in them any more.
 */
async function undoWhole(
  { id, run, outcome, fileName, unitPath, appliedById }: RosterImport,
  pace: Pace,
): Promise<void> {
  if (!outcome) throw new Error('taken back without having been read');
  await transactTogether({ personId: appliedById }, 'org.roster-undone', async ({ sql, at, record, emit }) => {
    // Held before they are judged: whoever comes, goes or moves holds the top of the tree, whoever is edited is held.
    await holdTree(sql);
    await holdPeople(sql, id);
    const units = await unitsToMake(sql, id);
    const last = await lastLine(sql, id);
    for (let from = 0; from <= last; from += STRIDE) {
      await markUndo(sql, { importId: id, from, to: from + STRIDE });
      await pace.step((0.2 * from) / (last + 1));
    }
    await changeStrength(sql, await strengthOfUndoing(sql, id), at);
    await pace.step(0.2);
    for (let from = 0; from <= last; from += STRIDE) {
      await undoLines(sql, { importId: id, from, to: from + STRIDE }, at, fileName);
      await pace.step(0.2 + (0.7 * from) / (last + 1));
    }
    const closed = units.length > 0 ? await closeMadeUnits(sql, units, at) : [];
    const { personIds, kept } = await listUndone(sql, id);
    const undone = { people: personIds.length, kept, units: closed.length, unitsKept: units.length - closed.length };
    const change = {
      state: 'undone',
      undoneAt: at,
      progress: 1,
      failure: null,
      outcome: { ...outcome, undone },
    } as const;
    if (!(await changeImport(sql, id, { states: ['undoing'], run }, change))) throw new WorkStopped(id);
    if (personIds.length > 0) emit({ type: 'people-placed', personIds });
    for (const unitId of closed) emit({ type: 'unit-closed', unitId });
    record(id, { fileName, ...undone }, unitPath);
  });
}

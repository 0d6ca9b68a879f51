import { transactQuietly, transactTogether } from '#app/features/audit/commands/transact.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import { dropOwnFile } from '#app/platform/files/own-files.server.ts';
import { log } from '#app/platform/log.server.ts';
import { type Pace, underWay, WorkStopped } from '#app/platform/work-under-way.server.ts';
import {
  applyLines,
  countStale,
  holdPeople,
  lastLine,
  listApplied,
  strengthOfApplying,
} from '../../data/roster/apply-rows.server.ts';
import { changeImport, listWaiting, type RosterImport, unitsToMake } from '../../data/roster/imports.server.ts';
import { areUnitsStale, insertMadeUnits } from '../../data/roster/made-units.server.ts';
import { changeStrength } from '../../data/strength.server.ts';
import { holdTree } from '../../data/tree/change-tree.server.ts';

/** How many lines go between two turns of everything else that waits: some ten milliseconds. */
const STRIDE = 1000;

class Stale extends Error {}

/** Applies the files that were asked for, one after another. A job of the server; answers how many. */
export async function applyRosters(): Promise<number> {
  let count = 0;
  for (const waiting of await listWaiting(database().sql, 'applying')) {
    if (waiting.touchedAt !== null) continue;
    await underWay(waiting.id, (pace) => applyOne(waiting, pace));
    count += 1;
  }
  return count;
}

async function applyOne({ id, ...rest }: RosterImport, pace: Pace): Promise<void> {
  const run = rest.run + 1;
  const claimed = await transactQuietly('org.import-progress', (sql, at) =>
    changeImport(sql, id, { states: ['applying'], isUntouched: true }, { touchedAt: at }, { next: true }),
  );
  if (!claimed) return;
  try {
    await applyWhole({ id, ...rest, run }, pace);
  } catch (error) {
    // Who cancelled has set the state already.
    if (error instanceof WorkStopped) return;
    const failure = error instanceof Stale ? 'stale' : 'unexpected';
    if (failure === 'unexpected') log().error({ err: error, importId: id }, 'a roster could not be applied');
    // Nothing was written: the preview is as it was, and says why.
    await transactQuietly('org.import-progress', (sql) =>
      changeImport(sql, id, { states: ['applying'], run }, { state: 'read', failure, touchedAt: null }),
    );
    return;
  }
  await dropOwnFile('rosters', id);
}

/** The one transaction: units, strength, people, intervals, everybody who reacts to them, and the import's own state. */
async function applyWhole(
  { id, run, subject, outcome, fileName, unitPath, appliedById }: RosterImport,
  pace: Pace,
): Promise<void> {
  if (!outcome) throw new Error('applied without having been read');
  await transactTogether({ personId: appliedById }, 'org.roster-imported', async ({ sql, at, record, emit }) => {
    const units = await unitsToMake(sql, id);
    if (units.length > 0) {
      await holdTree(sql);
      if (await areUnitsStale(sql, units)) throw new Stale();
      await insertMadeUnits(sql, units, at, id);
    }
    // Units by path, then people by id: the order in which everybody holds them.
    await changeStrength(sql, await strengthOfApplying(sql, id), at);
    await holdPeople(sql, id);
    await pace.step(0.05);
    const last = subject === 'people' ? await lastLine(sql, id) : -1;
    for (let from = 0; from <= last; from += STRIDE) {
      if ((await countStale(sql, { importId: id, from, to: from + STRIDE })) > 0) throw new Stale();
      await pace.step(0.05 + (0.15 * from) / (last + 1));
    }
    for (let from = 0; from <= last; from += STRIDE) {
      await applyLines(sql, { importId: id, from, to: from + STRIDE }, at, fileName);
      await pace.step(0.2 + (0.7 * from) / (last + 1));
    }
    const personIds = await listApplied(sql, id);
    const applied = { people: personIds.length, units: units.length };
    const isOurs = await changeImport(
      sql,
      id,
      { states: ['applying'], run },
      { state: 'applied', appliedAt: at, progress: 1, failure: null, outcome: { ...outcome, applied } },
    );
    if (!isOurs) throw new WorkStopped(id);
    if (personIds.length > 0) emit({ type: 'people-placed', personIds });
    record(id, { fileName, ...applied, ...outcome.counts }, unitPath);
  });
}

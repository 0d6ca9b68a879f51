import { requireScope } from '#app/features/access/core/may.ts';
import { actorOf } from '#app/features/access/queries/actor-of.server.ts';
import { transactQuietly } from '#app/features/audit/commands/transact.server.ts';
import { now } from '#app/platform/clock.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import { openSheetFile } from '#app/platform/documents/sheet-file.server.ts';
import { SheetRefusal } from '#app/platform/documents/sheet-refusal.server.ts';
import { ownFile } from '#app/platform/files/own-files.server.ts';
import { log } from '#app/platform/log.server.ts';
import { type Pace, underWay, WorkStopped } from '#app/platform/work-under-way.server.ts';
import { columnsOfSheet } from '../../core/roster/sheet-columns.ts';
import { lettersOf } from '../../core/roster/sheet-letters.ts';
import { changeImport, listWaiting, type RosterImport } from '../../data/roster/imports.server.ts';
import { deleteRows } from '../../data/roster/rows.server.ts';
import { listUnits } from '../../data/units.server.ts';
import { type ReadingDesk, readPeople } from '../../queries/roster/read-people.server.ts';
import { readUnits } from '../../queries/roster/read-units.server.ts';

/** How many rows are looked at to tell encoding and heads before the first is taken in. */
const SAMPLE = 400;

/** Somebody cancelled the import or began it anew. */
class Overtaken extends Error {}

/** The reader: takes in the files that wait, one after another. A job of the server; answers how many were read. */
export async function readRosters(): Promise<number> {
  let count = 0;
  for (const waiting of await listWaiting(database().sql, 'reading')) {
    if (waiting.touchedAt !== null) continue;
    await underWay(waiting.id, (pace) => readOne(waiting, pace));
    count += 1;
  }
  return count;
}

async function readOne(waiting: RosterImport, pace: Pace): Promise<void> {
  const { id } = waiting;
  const run = waiting.run + 1;
  const claimed = await transactQuietly('org.import-progress', (sql, at) =>
    changeImport(
      sql,
      id,
      { states: ['reading'], isUntouched: true },
      { touchedAt: at, progress: 0, failure: null },
      { next: true },
    ),
  );
  if (!claimed) return;
  try {
    await takeIn({ ...waiting, run }, pace);
  } catch (error) {
    if (error instanceof WorkStopped || error instanceof Overtaken) return;
    const failure = failureOf(error);
    if (failure === 'unexpected') log().error({ err: error, importId: id }, 'a roster could not be read');
    await transactQuietly('org.import-progress', (sql) =>
      changeImport(sql, id, { states: ['reading'], run }, { state: 'failed', failure }),
    );
  }
}

function failureOf(error: unknown): string {
  if (error instanceof SheetRefusal) return error.line === undefined ? error.code : `${error.code}:${error.line}`;
  if (error instanceof Refused) return error.message;
  return 'unexpected';
}

/** What the file or its reader turned out not to allow, as a code. */
class Refused extends Error {}

async function takeIn(roster: RosterImport, pace: Pace): Promise<void> {
  const { id, run, subject } = roster;
  const write: ReadingDesk['write'] = (progress, work) =>
    transactQuietly('org.import-progress', async (sql, at) => {
      if (!(await changeImport(sql, id, { states: ['reading'], run }, { progress, touchedAt: at })))
        throw new Overtaken();
      await work(sql);
    });
  for (let left = 1; left > 0; ) {
    await write(0, async (sql) => {
      left = await deleteRows(sql, id, 2000);
    });
    await pace.step(0);
  }
  const actor = roster.createdById === null ? null : await actorOf(roster.createdById);
  if (!actor) throw new Refused('reader-gone');
  const scope = requireScope(actor, 'roster.import');
  const units = await listUnits(database().read, scope);
  const home = units.find((unit) => unit.id === roster.unitId);
  if (!home) throw new Refused('unit-gone');
  const sheet = await openSheetFile(ownFile('rosters', id), roster.fileName);
  try {
    const rows = sheet.rows();
    const first = [];
    for (let step = await rows.next(); !step.done; step = await rows.next()) {
      first.push(...step.value.rows);
      if (first.length >= SAMPLE) break;
    }
    if (first.length === 0) throw new Refused('empty-file');
    const letters = lettersOf(
      first.flatMap(({ cells }) => cells.filter((cell) => cell !== undefined)),
      { isBytes: sheet.encoding === 'bytes' },
    );
    if (!letters) throw new Refused('encoding-unknown');
    const found = columnsOfSheet(first, letters.textOf, subject, roster.columns);
    const desk: ReadingDesk = {
      roster,
      scope,
      units,
      home,
      found,
      letters,
      sheet,
      first,
      rest: rows,
      pace,
      write,
      at: now(),
    };
    const { outcome, made } = subject === 'people' ? await readPeople(desk) : await readUnits(desk);
    const isKept = await transactQuietly('org.import-progress', (sql) =>
      changeImport(sql, id, { states: ['reading'], run }, { state: 'read', progress: 1, outcome, units: made }),
    );
    if (!isKept) throw new Overtaken();
  } finally {
    sheet.close();
  }
}

/** One file through the whole of it, in a process of its own: read, applied, taken back. */
import { readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { openInstallation } from '#app/boot.server.ts';
import { grantRole } from '#app/features/access/commands/grant-role.server.ts';
import { transactQuietly } from '#app/features/audit/commands/transact.server.ts';
import { theSystem } from '#app/features/audit/core/actor.ts';
import { createPerson } from '#app/features/org/commands/create-person.server.ts';
import { createUnit } from '#app/features/org/commands/create-unit.server.ts';
import { applyRosters } from '#app/features/org/commands/roster/apply-rosters.server.ts';
import { readRosters } from '#app/features/org/commands/roster/read-rosters.server.ts';
import { requestApply, requestUndo } from '#app/features/org/commands/roster/request-apply.server.ts';
import { startImport } from '#app/features/org/commands/roster/start-import.server.ts';
import { undoRosters } from '#app/features/org/commands/roster/undo-rosters.server.ts';
import { findImport } from '#app/features/org/data/roster/imports.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import { stageFile } from '#app/platform/files/media-store.server.ts';
import { print, rounded } from '../measure.ts';
import { actorOf } from '../stage.ts';

const [file = '', rowsText = '', wanted = ''] = process.argv.slice(2);
const rows = Number(rowsText);
if (process.env.BENCH_POSTGRESQL) {
  const admin = new pg.Client({ connectionString: `${process.env.BENCH_POSTGRESQL}/postgres` });
  await admin.connect();
  await admin.query(`CREATE DATABASE ${new URL(process.env.DATABASE_URL!).pathname.slice(1)}`);
  await admin.end();
}
await openInstallation();
const corps = await createUnit(theSystem, { parentId: null, kind: 'corps', name: 'Quân đoàn đo', shortName: 'QĐ' });
const admin = await createPerson(theSystem, {
  ...{ number: 'DO0', fullName: 'Trần Văn Đo', rank: 'Đại úy', position: null },
  ...{ personnelClass: 'officer', membership: 'party', unitId: corps.id },
});
await grantRole(theSystem, { personId: admin.id, role: 'administrator', unitId: corps.id });
const actor = await actorOf(admin.id);

let peak = 0;
let longestTurn = 0;
let last = performance.now();
const watch = setInterval(() => {
  peak = Math.max(peak, process.memoryUsage().rss);
  const now = performance.now();
  longestTurn = Math.max(longestTurn, now - last - 10);
  last = now;
}, 10);
// Somebody saves an answer every 50 ms: how long the slowest waited for the one writer.
let slowestSave = 0;
let isSaving = true;
const saves = (async () => {
  while (isSaving) {
    const began = performance.now();
    await transactQuietly('access.session-touched', (sql) =>
      sql.run('UPDATE "Person" SET "position" = NULL WHERE "id" = ?', admin.id),
    );
    slowestSave = Math.max(slowestSave, performance.now() - began);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
})();

async function timed(step: string, work: () => Promise<unknown>): Promise<number> {
  [longestTurn, slowestSave, last] = [0, 0, performance.now()];
  const began = performance.now();
  const before = process.cpuUsage();
  await work();
  const used = process.cpuUsage(before);
  const seconds = (performance.now() - began) / 1000;
  print({
    ...{ bench: 'roster-import', database: wanted, file: path.extname(file).slice(1), step, rows },
    ...{ seconds: rounded(seconds, 1), rowsPerSecond: Math.round(rows / seconds) },
    ...{
      processorSeconds: rounded((used.user + used.system) / 1e6, 1),
      longestTurnMs: Math.round(longestTurn),
      slowestSaveMs: Math.round(slowestSave),
    },
    ...{ peakMegabytes: Math.round(peak / 1024 / 1024), load: rounded(os.loadavg()[0]!, 1) },
  });
  return seconds;
}

const staged = await stageFile(
  (async function* () {
    yield readFileSync(file);
  })(),
  100_000_000,
);
const id = await startImport(actor, {
  ...{ unitId: corps.id, subject: 'people', policy: 'update', makesUnits: true },
  file: { staged: staged!, name: path.basename(file) },
});
const stored = async () => (await findImport(database().sql, ['/'], id))!;
const read = await timed('read', () => readRosters());
const { outcome } = await stored();
if (outcome?.counts.new !== rows) throw new Error(JSON.stringify({ ...(await stored()), heads: undefined }));
await requestApply(actor, id);
const applied = await timed('apply', () => applyRosters());
if ((await stored()).state !== 'applied') throw new Error(JSON.stringify(await stored()));
const seconds = rounded(read + applied, 1);
print({
  bench: 'roster-import',
  database: wanted,
  file: path.extname(file).slice(1),
  step: 'read and apply',
  rows,
  seconds,
  rowsPerSecond: Math.round(rows / (read + applied)),
});
await requestUndo(actor, id);
await timed('take back', () => undoRosters());
if ((await stored()).outcome?.undone?.people !== rows) throw new Error(JSON.stringify(await stored()));
isSaving = false;
await saves;
clearInterval(watch);
await database().close();
process.exit(0);

import type { ServerBuild } from '@remix-run/node';
import { compose } from './composition.server.ts';
import { theSystem } from './features/audit/core/actor.ts';
import { demonstrationMarks } from './features/audit/core/demonstration-marks.ts';
import { beginOldHistory } from './features/org/commands/rebuild-strength.server.ts';
import { tellHistories } from './features/progress/commands/rebuild-counters.server.ts';
import { startJobs } from './jobs.server.ts';
import { type Database, useDatabase } from './platform/db/database.server.ts';
import { applyMigrations } from './platform/db/migrate.server.ts';
import { openDatabase, waitForServer } from './platform/db/open.server.ts';
import { ensureDataFolder, env, installationSecret } from './platform/env.server.ts';
import { type Served, serveBuild } from './platform/http/server.server.ts';
import { readyPaper } from './ready-paper.server.ts';

/** Opens the database of this installation, brings it to today's models, checks that it keeps what it acknowledges. */
export async function openInstallation(): Promise<Database> {
  // What this process creates (the database, its log, secrets) is for its own user alone.
  process.umask(0o077);
  ensureDataFolder();
  installationSecret();
  compose();
  const { databaseUrl } = env();
  await waitForServer(databaseUrl);
  await applyMigrations(databaseUrl);
  const opened = await openDatabase(databaseUrl);
  await opened.assertDurable();
  useDatabase(opened);
  // An installation from before histories were kept gets them once, from the dates of what was done.
  await beginOldHistory(theSystem);
  await tellHistories(theSystem);
  return opened;
}

/**
 * Whether the demonstration is still to be filled: nobody has used this database, or a filling was interrupted, which
 * the filling itself recognises and refuses with what to do.
 */
async function isUnfilled(opened: Database): Promise<boolean> {
  const { sql } = opened;
  if ((await sql.get('SELECT 1 AS one FROM "Unit" LIMIT 1')) === undefined) return true;
  const { begun, completed } = demonstrationMarks;
  const isMarked = async (mark: string) =>
    (await sql.get('SELECT 1 AS one FROM "AuditEvent" WHERE "subjectId" = ? LIMIT 1', mark)) !== undefined;
  return (await isMarked(begun)) && !(await isMarked(completed));
}

/**
 * Boots the product and serves it. `onEmpty` runs before the first request when the database is empty and this is a
 * demonstration; `close` ends what is in flight and then the database.
 */
export async function bootAndServe(
  build: ServerBuild,
  { onEmpty }: { onEmpty?: () => Promise<void> } = {},
): Promise<Served & { dataFolder: string }> {
  const opened = await openInstallation();
  const { port, host, demo, dataFolder } = env();
  if (onEmpty && demo && (await isUnfilled(opened))) await onEmpty();
  const served = await serveBuild(build, { port, host, shortcuts: [readyPaper] });
  const stopJobs = startJobs();
  return {
    port: served.port,
    dataFolder,
    close: async (graceSeconds) => {
      await served.close(graceSeconds);
      await stopJobs();
      await opened.close();
    },
  };
}

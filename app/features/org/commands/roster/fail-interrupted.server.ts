import { transactQuietly } from '#app/features/audit/commands/transact.server.ts';
import { now } from '#app/platform/clock.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import { workProgress } from '#app/platform/work-under-way.server.ts';
import { isDead } from '../../core/roster/import-life.ts';
import { statesAtWork } from '../../core/roster/outcome.ts';
import { changeImport, listWaiting } from '../../data/roster/imports.server.ts';

/**
 * What a server that ended has left unfinished: a reading has failed and can be begun again; applying and taking back have
 * written nothing and stand where they stood before. On SQLite there is no other process that could still be at it; on
 * PostgreSQL its silence tells.
 */
export async function failInterrupted(): Promise<number> {
  let count = 0;
  const { sql, provider } = database();
  for (const state of statesAtWork) {
    for (const roster of await listWaiting(sql, state)) {
      if (roster.touchedAt === null || workProgress(roster.id) !== null) continue;
      if (provider !== 'sqlite' && !isDead(roster, now())) continue;
      const back = state === 'reading' ? 'failed' : state === 'applying' ? 'read' : 'applied';
      await transactQuietly('org.import-progress', (sql) =>
        changeImport(
          sql,
          roster.id,
          { states: [state], run: roster.run },
          { state: back, failure: 'interrupted', touchedAt: null },
          { next: true },
        ),
      );
      count += 1;
    }
  }
  return count;
}

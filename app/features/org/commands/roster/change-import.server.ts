import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { transact, transactQuietly } from '#app/features/audit/commands/transact.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { now } from '#app/platform/clock.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import { dropOwnFile, hasOwnFile } from '#app/platform/files/own-files.server.ts';
import { stopWork } from '#app/platform/work-under-way.server.ts';
import { type ColumnMap, fieldsOf } from '../../core/roster/columns.ts';
import { isDead } from '../../core/roster/import-life.ts';
import type { ImportState } from '../../core/roster/outcome.ts';
import type { Decision, Policy } from '../../core/roster/plan-row.ts';
import { changeImport, findImport, type RosterImport } from '../../data/roster/imports.server.ts';
import { decideRows, deleteRows } from '../../data/roster/rows.server.ts';

export type ImportChange = { kind: 'changed' } | { kind: 'refused'; reason: 'state' | 'no-file' };

async function found(actor: Actor, id: string): Promise<RosterImport> {
  const scope = requireScope(actor, 'roster.import');
  const roster = await findImport(database().sql, scope, id);
  if (!roster) throw new AppError('not-found');
  return roster;
}

const refused = (reason: 'state' | 'no-file'): ImportChange => ({ kind: 'refused', reason });
const outcome = (isChanged: boolean): ImportChange => (isChanged ? { kind: 'changed' } : refused('state'));

/**
 * Reads the file anew: after somebody has changed people in the meantime, after a failure, or after a server that ended
 * in the middle; with other columns, or making units, where that is asked. The decisions of the rows begin anew too.
 */
export async function readAgain(
  actor: Actor,
  id: string,
  change: { columns?: ColumnMap; makesUnits?: boolean } = {},
): Promise<ImportChange> {
  const roster = await found(actor, id);
  if (!hasOwnFile('rosters', id)) return refused('no-file');
  const states: ImportState[] = isDead(roster, now()) ? ['reading'] : ['read', 'failed'];
  const columns = change.columns && allowedColumns(change.columns, roster.subject);
  const isChanged = await transactQuietly('org.import-progress', (sql) =>
    changeImport(
      sql,
      id,
      { states, run: roster.run },
      {
        ...{ state: 'reading', progress: 0, touchedAt: null, failure: null, columns: columns ?? roster.columns },
        makesUnits: change.makesUnits ?? roster.makesUnits,
      },
      { next: true },
    ),
  );
  return outcome(isChanged);
}

function allowedColumns(columns: ColumnMap, subject: RosterImport['subject']): ColumnMap {
  return Object.fromEntries(
    fieldsOf(subject).flatMap((field) => (columns[field] === undefined ? [] : [[field, columns[field]]])),
  );
}

/** What happens to known people: one answer for all; rows that were decided alone follow it too. */
export async function choosePolicy(actor: Actor, id: string, policy: Policy): Promise<ImportChange> {
  await found(actor, id);
  const to: Decision = policy === 'update' ? 'apply' : policy;
  const isChanged = await transactQuietly('org.import-progress', async (sql) => {
    if (!(await changeImport(sql, id, { states: ['read'] }, { policy }))) return false;
    await decideRows(sql, id, { to });
    return true;
  });
  return outcome(isChanged);
}

/** Decides about one known person, or about all that are still to be asked about. */
export async function decide(
  actor: Actor,
  id: string,
  which: { line: number } | 'asked',
  to: 'apply' | 'leave',
): Promise<ImportChange> {
  await found(actor, id);
  const isChanged = await transactQuietly('org.import-progress', async (sql) => {
    if (!(await changeImport(sql, id, { states: ['read'] }, {}))) return false;
    await decideRows(sql, id, which === 'asked' ? { to, only: 'ask' } : { to, line: which.line });
    return true;
  });
  return outcome(isChanged);
}

/**
 * Stops what is under way or gives the file up: reading ends and leaves nothing, applying goes back to the preview as long
 * as it is not committed, a preview is thrown away. The rows and the file go; what was applied is not touched.
 */
export async function cancelImport(actor: Actor, id: string): Promise<ImportChange> {
  const roster = await found(actor, id);
  stopWork(id);
  if (roster.state === 'applying') {
    const isBack = await transactQuietly('org.import-progress', (sql) =>
      changeImport(sql, id, { states: ['applying'] }, { state: 'read', touchedAt: null, progress: 1 }, { next: true }),
    );
    return outcome(isBack);
  }
  const isCancelled = await transact(actor, 'org.roster-cancelled', async ({ sql, record, unchanged }) => {
    const isChanged = await changeImport(
      sql,
      id,
      { states: ['reading', 'read', 'failed'] },
      { state: 'cancelled' },
      { next: true },
    );
    if (isChanged) record(id, { fileName: roster.fileName }, roster.unitPath);
    else unchanged();
    return isChanged;
  });
  if (!isCancelled) return refused('state');
  for (let left = 1; left > 0; )
    left = await transactQuietly('org.import-progress', (sql) => deleteRows(sql, id, 2000));
  await dropOwnFile('rosters', id);
  return { kind: 'changed' };
}

import type { UnitPath } from '#app/kernel/unit-path.ts';
import { pathWithin } from '#app/platform/db/scope.server.ts';
import { booleanOf, instantOf, type RawInstant, type Sql } from '#app/platform/db/sql.server.ts';
import type { ColumnMap, Subject } from '../../core/roster/columns.ts';
import type { ImportState, Outcome } from '../../core/roster/outcome.ts';
import type { Policy } from '../../core/roster/plan-row.ts';
import type { MadeUnit } from '../../core/roster/unit-resolver.ts';

/** A roster file as stored. */
export interface RosterImport {
  id: string;
  unitId: string;
  unitName: string;
  unitPath: UnitPath;
  subject: Subject;
  fileName: string;
  fileHash: string;
  byteSize: number;
  state: ImportState;
  policy: Policy;
  makesUnits: boolean;
  columns: ColumnMap;
  progress: number;
  outcome: Outcome | null;
  run: number;
  touchedAt: Date | null;
  failure: string | null;
  createdById: string | null;
  createdByName: string | null;
  createdAt: Date;
  appliedAt: Date | null;
  appliedById: string | null;
  undoneAt: Date | null;
}

const instants = ['touchedAt', 'createdAt', 'appliedAt', 'undoneAt'] as const;
type Raw = Omit<RosterImport, 'columns' | 'outcome' | 'makesUnits' | (typeof instants)[number]> & {
  columns: string;
  outcome: string;
  makesUnits: number | boolean;
} & Record<(typeof instants)[number], RawInstant>;

// All but the units to be made, which may be thousands.
const SELECT = `SELECT i."id", i."unitId", u."name" AS "unitName", u."path" AS "unitPath", i."subject", i."fileName",
    i."fileHash", i."byteSize", i."state", i."policy", i."makesUnits", i."columns", i."progress", i."outcome", i."run",
    i."touchedAt", i."failure", i."createdById", c."fullName" AS "createdByName", i."createdAt", i."appliedAt",
    i."appliedById", i."undoneAt"
  FROM "RosterImport" i JOIN "Unit" u ON u."id" = i."unitId" LEFT JOIN "Person" c ON c."id" = i."createdById"`;

function importOf(raw: Raw): RosterImport {
  const outcome = JSON.parse(raw.outcome) as Outcome;
  return {
    ...raw,
    byteSize: Number(raw.byteSize),
    progress: Number(raw.progress),
    run: Number(raw.run),
    makesUnits: booleanOf(raw.makesUnits),
    columns: JSON.parse(raw.columns) as ColumnMap,
    outcome: 'counts' in outcome ? outcome : null,
    touchedAt: instantOf(raw.touchedAt),
    createdAt: instantOf(raw.createdAt)!,
    appliedAt: instantOf(raw.appliedAt),
    undoneAt: instantOf(raw.undoneAt),
  };
}

/** An import of a unit within the scope, or null. */
export async function findImport(sql: Sql, scope: readonly UnitPath[], id: string): Promise<RosterImport | null> {
  const within = pathWithin('u."path"', scope);
  const row = await sql.get<Raw>(`${SELECT} WHERE i."id" = ? AND ${within.text}`, id, ...within.values);
  return row ? importOf(row) : null;
}

/** The imports of units within the scope, the newest first. */
export async function listImports(sql: Sql, scope: readonly UnitPath[], limit: number): Promise<RosterImport[]> {
  const within = pathWithin('u."path"', scope);
  const rows = await sql.all<Raw>(
    `${SELECT} WHERE ${within.text} ORDER BY i."createdAt" DESC, i."id" DESC LIMIT ${limit}`,
    ...within.values,
  );
  return rows.map(importOf);
}

/** Applied imports of the same content within the scope. */
export async function listAppliedTwins(
  sql: Sql,
  scope: readonly UnitPath[],
  { id, fileHash }: Pick<RosterImport, 'id' | 'fileHash'>,
): Promise<RosterImport[]> {
  const within = pathWithin('u."path"', scope);
  const rows = await sql.all<Raw>(
    `${SELECT} WHERE i."fileHash" = ? AND i."id" <> ? AND i."state" = 'applied' AND ${within.text} ORDER BY i."appliedAt" DESC LIMIT 5`,
    fileHash,
    id,
    ...within.values,
  );
  return rows.map(importOf);
}

/** Imports in a state that a job works at, whatever the scope: for the jobs of the server alone. */
export async function listWaiting(sql: Sql, state: ImportState): Promise<RosterImport[]> {
  const rows = await sql.all<Raw>(`${SELECT} WHERE i."state" = ? ORDER BY i."createdAt"`, state);
  return rows.map(importOf);
}

export async function insertImport(
  sql: Sql,
  row: Pick<
    RosterImport,
    'id' | 'unitId' | 'subject' | 'fileName' | 'fileHash' | 'byteSize' | 'policy' | 'makesUnits'
  > & {
    createdById: string;
    createdAt: Date;
  },
): Promise<void> {
  const entries = Object.entries({ ...row, state: 'reading' });
  await sql.run(
    `INSERT INTO "RosterImport" (${entries.map(([name]) => `"${name}"`).join(', ')}) VALUES (${entries.map(() => '?').join(', ')})`,
    ...entries.map(([, value]) => value),
  );
}

type Change = Partial<
  Pick<
    RosterImport,
    'state' | 'policy' | 'makesUnits' | 'progress' | 'touchedAt' | 'failure' | 'appliedAt' | 'appliedById' | 'undoneAt'
  >
> & { columns?: ColumnMap; outcome?: Outcome; units?: readonly MadeUnit[] };

/**
 * Changes an import that is in one of these states (and, for a job, still in its own run); answers whether it was. `next`
 * begins a new run: whatever works at the import finds itself overtaken.
 */
export async function changeImport(
  sql: Sql,
  id: string,
  where: { states: readonly ImportState[]; run?: number; isUntouched?: boolean },
  change: Change,
  { next = false }: { next?: boolean } = {},
): Promise<boolean> {
  const entries = Object.entries(change).map(([name, value]) => {
    const isJson = ['columns', 'outcome', 'units'].includes(name);
    return [name, isJson ? JSON.stringify(value) : (value as string | number | boolean | Date | null)] as const;
  });
  const sets = [...entries.map(([name]) => `"${name}" = ?`), `"run" = "run" + ${next ? 1 : 0}`];
  const changed = await sql.run(
    `UPDATE "RosterImport" SET ${sets.join(', ')} WHERE "id" = ? AND "state" IN (${where.states.map(() => '?').join(', ')})
      ${where.run === undefined ? '' : 'AND "run" = ?'} ${where.isUntouched ? 'AND "touchedAt" IS NULL' : ''}`,
    ...entries.map(([, value]) => value),
    id,
    ...where.states,
    ...(where.run === undefined ? [] : [where.run]),
  );
  return changed === 1;
}

/** The units that applying makes. */
export async function unitsToMake(sql: Sql, id: string): Promise<MadeUnit[]> {
  const row = await sql.get<{ units: string }>('SELECT "units" FROM "RosterImport" WHERE "id" = ?', id);
  return JSON.parse(row?.units ?? '[]') as MadeUnit[];
}

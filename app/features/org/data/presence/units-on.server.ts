import { pathUpperBound, type UnitPath } from '#app/kernel/unit-path.ts';
import { dateOf, endOfDay, type LocalDate } from '#app/kernel/vietnam-time.ts';
import type { Sql } from '#app/platform/db/sql.server.ts';
import type { UnitKind } from '../../core/person.ts';

/** A unit as it was called and where it stood on a day. */
export interface UnitOn {
  id: string;
  kind: UnitKind;
  name: string;
  shortName: string;
  path: UnitPath;
  position: number;
  /** Own strength at the end of that day. */
  strength: number;
}

const COLUMNS = ['kind', 'name', 'shortName', 'path', 'position'];
const shown = (alias: string) => COLUMNS.map((name) => `${alias}."${name}"`).join(', ');

/** Where a unit stood on a day: its path at the end of it, today the present one. Null when it did not exist. */
export async function pathOn(sql: Sql, unitId: string, day: LocalDate, now: Date): Promise<UnitPath | null> {
  const end = endOfDay(day);
  const row =
    day >= dateOf(now)
      ? await sql.get<{ path: string }>(`SELECT "path" FROM "Unit" WHERE "id" = ?`, unitId)
      : await sql.get<{ path: string }>(
          `SELECT s."path" FROM "UnitSpan" s WHERE s."unitId" = ? AND ${IS_THEN}`,
          ...[unitId, end, end],
        );
  return row?.path ?? null;
}

const IS_THEN = `s."fromAt" <= ? AND (s."untilAt" IS NULL OR s."untilAt" > ?)`;

/**
 * The units within a path as it was on a day (`pathOn`), siblings by position then name; today those that are open. One
 * statement.
 */
export async function listUnitsOn(sql: Sql, path: UnitPath, day: LocalDate, now: Date): Promise<UnitOn[]> {
  const later = `(SELECT SUM(d."own") FROM "StrengthDay" d WHERE d."unitId" = u."id" AND d."day" > ?)`;
  const strength = `u."strength" - COALESCE(${later}, 0) AS "strength"`;
  const end = endOfDay(day);
  const within = [path, pathUpperBound(path)];
  const rows =
    day >= dateOf(now)
      ? await sql.all<UnitOn>(
          `SELECT u."id", ${shown('u')}, ${strength} FROM "Unit" u
            WHERE u."closedAt" IS NULL AND u."path" >= ? AND u."path" < ? ORDER BY u."position", u."name"`,
          ...[day, ...within],
        )
      : await sql.all<UnitOn>(
          `SELECT u."id", ${shown('s')}, ${strength} FROM "UnitSpan" s JOIN "Unit" u ON u."id" = s."unitId"
            WHERE ${IS_THEN} AND s."path" >= ? AND s."path" < ? ORDER BY s."position", s."name"`,
          ...[day, end, end, ...within],
        );
  return rows.map((row) => ({ ...row, position: Number(row.position), strength: Number(row.strength) }));
}

/** Keeps others who write the presence of these units waiting until the transaction ends. */
export async function holdUnits(sql: Sql, unitIds: readonly string[]): Promise<void> {
  if (sql.forUpdate === '' || unitIds.length === 0) return;
  const marks = unitIds.map(() => '?').join(', ');
  await sql.all(`SELECT "id" FROM "Unit" WHERE "id" IN (${marks}) ORDER BY "path"${sql.forUpdate}`, ...unitIds);
}

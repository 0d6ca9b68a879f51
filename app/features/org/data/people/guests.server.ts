import { pathUpperBound, type UnitPath } from '#app/kernel/unit-path.ts';
import { instantOf, type RawInstant, type Sql } from '#app/platform/db/sql.server.ts';

/** Somebody who serves with a unit for a while and belongs to another. */
export interface Guest {
  id: string;
  fullName: string;
  rank: string | null;
  position: string | null;
  /** With which unit, and from which. */
  hostName: string;
  ownName: string;
  fromAt: Date;
  untilAt: Date | null;
}

const MOST = 200;

/** People attached to units of a subtree at an instant, who belong outside of the unit that they are attached to, by name. */
export async function listGuests(sql: Sql, path: UnitPath, at: Date): Promise<Guest[]> {
  const rows = await sql.all<Omit<Guest, 'fromAt' | 'untilAt'> & Record<'fromAt' | 'untilAt', RawInstant>>(
    `SELECT p."id", p."fullName", p."rank", p."position", h."name" AS "hostName", o."name" AS "ownName", a."fromAt", a."untilAt"
       FROM "Unit" h JOIN "Attachment" a ON a."unitId" = h."id" JOIN "Person" p ON p."id" = a."personId"
       JOIN "Unit" o ON o."id" = p."unitId"
      WHERE h."path" >= ? AND h."path" < ? AND p."erasedAt" IS NULL AND a."fromAt" <= ?
        AND (a."untilAt" IS NULL OR a."untilAt" > ?) AND (a."endedAt" IS NULL OR a."endedAt" > ?)
      ORDER BY p."sortKey", p."id" LIMIT ${MOST}`,
    ...[path, pathUpperBound(path), at, at, at],
  );
  return rows.map((row) => ({ ...row, fromAt: instantOf(row.fromAt)!, untilAt: instantOf(row.untilAt) }));
}

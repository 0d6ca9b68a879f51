import { LruMap } from '#app/kernel/lru-map.ts';
import { pathUpperBound, type UnitPath } from '#app/kernel/unit-path.ts';
import type { LocalDate } from '#app/kernel/vietnam-time.ts';
import { now } from '#app/platform/clock.server.ts';
import { among } from '#app/platform/db/rows-of.server.ts';
import type { Sql } from '#app/platform/db/sql.server.ts';

interface Confirmed {
  units: number;
  confirmed: number;
}

/** Above this many units they are counted again once a minute: some ten milliseconds for ten thousand. */
const MANY_UNITS = 500;
const KEPT_MS = 60_000;
const kept = new LruMap<string, Confirmed & { at: number }>(200);

/**
 * How many units of the subtree stand for their strength of a day, of how many that have people of their own. The one figure
 * of the screen that reads every unit below: of more than 500 it is as of a minute ago at most.
 */
export async function countConfirmed(sql: Sql, path: UnitPath, day: LocalDate): Promise<Confirmed> {
  const key = `${path} ${day}`;
  const at = now().getTime();
  const before = kept.get(key);
  if (before && at >= before.at && at - before.at < KEPT_MS) return before;
  const counted = await countNow(sql, path, day);
  if (counted.units > MANY_UNITS) kept.set(key, { ...counted, at });
  return counted;
}

async function countNow(sql: Sql, path: UnitPath, day: LocalDate): Promise<Confirmed> {
  const row = await sql.get<{ units: number; confirmed: number }>(
    `SELECT COUNT(*) AS "units", COUNT(d."unitId") AS "confirmed"
       FROM "Unit" u LEFT JOIN "PresenceDay" d ON d."unitId" = u."id" AND d."day" = ?
      WHERE u."path" >= ? AND u."path" < ? AND (u."strength" > 0 OR d."unitId" IS NOT NULL)`,
    day,
    path,
    pathUpperBound(path),
  );
  return { units: Number(row?.units ?? 0), confirmed: Number(row?.confirmed ?? 0) };
}

/** How many of these people counted as completed in an assignment at an instant (null = now). One statement. */
export async function countCompletedOf(
  sql: Sql,
  assignmentId: string,
  personIds: readonly string[],
  asOf: Date | null,
): Promise<number> {
  if (personIds.length === 0) return 0;
  const ids = among(sql, personIds);
  const row =
    asOf === null
      ? await sql.get<{ n: number }>(
          `SELECT COUNT(*) AS n FROM "Enrolment" e WHERE e."assignmentId" = ? AND e."personId" ${ids.text}
              AND e."status" = 'completed' AND e."releasedAt" IS NULL`,
          assignmentId,
          ...ids.values,
        )
      : await sql.get<{ n: number }>(
          `SELECT COUNT(*) AS n FROM "EnrolmentChange" c WHERE c."assignmentId" = ? AND c."personId" ${ids.text}
              AND c."status" = 'completed' AND c."unitId" IS NOT NULL AND c."at" <= ?
              AND NOT EXISTS (SELECT 1 FROM "EnrolmentChange" l WHERE l."assignmentId" = c."assignmentId"
                AND l."personId" = c."personId" AND l."at" > c."at" AND l."at" <= ?)`,
          assignmentId,
          ...ids.values,
          asOf,
          asOf,
        );
  return Number(row?.n ?? 0);
}

import { dateOf } from '#app/kernel/vietnam-time.ts';
import type { Sql } from '#app/platform/db/sql.server.ts';

/**
 * How many units with people of their own stood below a unit at an instant (itself among them), and how many of them have
 * confirmed who was present on that day.
 */
export async function countConfirmedThen(
  sql: Sql,
  unitId: string,
  asOf: Date,
): Promise<{ confirmed: number; units: number }> {
  const held = (alias: string) => `${alias}."fromAt" <= ? AND (${alias}."untilAt" IS NULL OR ${alias}."untilAt" > ?)`;
  const row = await sql.get<{ units: number; confirmed: number }>(
    // '0' follows '/' directly: a subtree is what lies between.
    `SELECT COUNT(*) AS "units", COUNT(d."unitId") AS "confirmed"
       FROM "UnitSpan" t
       JOIN "UnitSpan" s ON s."path" >= t."path" AND s."path" < SUBSTR(t."path", 1, LENGTH(t."path") - 1) || '0' AND ${held('s')}
       LEFT JOIN "PresenceDay" d ON d."unitId" = s."unitId" AND d."day" = ?
      WHERE t."unitId" = ? AND ${held('t')}
        AND EXISTS (SELECT 1 FROM "UnitMembership" m WHERE m."unitId" = s."unitId" AND ${held('m')})`,
    ...[asOf, asOf, dateOf(asOf), unitId, asOf, asOf, asOf, asOf],
  );
  return { units: Number(row?.units ?? 0), confirmed: Number(row?.confirmed ?? 0) };
}

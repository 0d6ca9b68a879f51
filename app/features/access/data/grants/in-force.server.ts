import type { SqlValue } from '#app/platform/db/sql.server.ts';

/**
 * The condition that a row of "RoleGrant" is in force at an instant: begun, not over, not ended before its time. A grant
 * that stands in for another is in force only while that one is, and while its holder serves.
 */
export function inForce(alias: string, at: Date): { text: string; values: SqlValue[] } {
  const holds = (g: string) =>
    `${g}."fromAt" <= ? AND (${g}."untilAt" IS NULL OR ${g}."untilAt" > ?) AND (${g}."endedAt" IS NULL OR ${g}."endedAt" > ?)`;
  return {
    text: `${holds(alias)} AND (${alias}."standsForId" IS NULL OR EXISTS (
        SELECT 1 FROM "RoleGrant" o JOIN "Person" h ON h."id" = o."personId" AND h."leftAt" IS NULL
         WHERE o."id" = ${alias}."standsForId" AND ${holds('o')}))`,
    values: [at, at, at, at, at, at],
  };
}

import { dateOf, endOfDay, type LocalDate } from '#app/kernel/vietnam-time.ts';
import type { Sql, SqlValue } from '#app/platform/db/sql.server.ts';
import type { StoredAway } from '../../core/presence/absence.ts';

/** A person as a roll names one. */
export interface RollPerson {
  personId: string;
  number: string;
  fullName: string;
  rank: string | null;
  position: string | null;
  unitId: string;
}

const marksOf = (values: readonly unknown[]) => values.map(() => '?').join(', ');

/** Who belonged to these units at the end of a day (today: now), by name. */
export async function listRoll(sql: Sql, unitIds: readonly string[], day: LocalDate, now: Date): Promise<RollPerson[]> {
  if (unitIds.length === 0) return [];
  if (day >= dateOf(now))
    return sql.all<RollPerson>(
      `SELECT p."id" AS "personId", p."number", p."fullName", p."rank", p."position", p."unitId" FROM "Person" p
        WHERE p."unitId" IN (${marksOf(unitIds)}) AND p."leftAt" IS NULL ORDER BY p."sortKey", p."id"`,
      ...unitIds,
    );
  const end = endOfDay(day);
  return sql.all<RollPerson>(
    `SELECT p."id" AS "personId", p."number", p."fullName", m."rank", m."position", m."unitId"
       FROM "UnitMembership" m JOIN "Person" p ON p."id" = m."personId"
      WHERE m."unitId" IN (${marksOf(unitIds)}) AND m."fromAt" <= ? AND (m."untilAt" IS NULL OR m."untilAt" > ?)
      ORDER BY p."sortKey", p."id"`,
    ...[...unitIds, end, end],
  );
}

/** The absences of these people that end on a day or after it, by person. */
export async function listAbsencesFrom(
  sql: Sql,
  personIds: readonly string[],
  day: LocalDate,
): Promise<Map<string, StoredAway[]>> {
  const byPerson = new Map<string, StoredAway[]>();
  for (let at = 0; at < personIds.length; at += 500) {
    const ids: SqlValue[] = personIds.slice(at, at + 500);
    const rows = await sql.all<StoredAway & { personId: string }>(
      `SELECT "id", "personId", "reason", "fromDay", "untilDay", "note" FROM "Absence"
        WHERE "personId" IN (${marksOf(ids)}) AND ("untilDay" >= ? OR "untilDay" IS NULL) ORDER BY "fromDay", "id"`,
      ...[...ids, day],
    );
    for (const { personId, ...away } of rows) byPerson.set(personId, [...(byPerson.get(personId) ?? []), away]);
  }
  return byPerson;
}

/** Where these people serve for a while on a day (biệt phái), by person. */
export async function listAttachedOn(
  sql: Sql,
  personIds: readonly string[],
  day: LocalDate,
): Promise<Map<string, { unitName: string; untilAt: Date | null }>> {
  const end = endOfDay(day);
  const byPerson = new Map<string, { unitName: string; untilAt: Date | null }>();
  for (let at = 0; at < personIds.length; at += 500) {
    const ids = personIds.slice(at, at + 500);
    const rows = await sql.all<{ personId: string; unitName: string; untilAt: Date | number | null }>(
      `SELECT b."personId", u."name" AS "unitName", b."untilAt" FROM "Attachment" b JOIN "Unit" u ON u."id" = b."unitId"
        WHERE b."personId" IN (${marksOf(ids)}) AND b."fromAt" <= ? AND (b."untilAt" IS NULL OR b."untilAt" >= ?)
          AND (b."endedAt" IS NULL OR b."endedAt" > ?)`,
      ...[...ids, end, end, end],
    );
    for (const { personId, unitName, untilAt } of rows)
      byPerson.set(personId, { unitName, untilAt: untilAt === null ? null : new Date(Number(untilAt)) });
  }
  return byPerson;
}

import { pathUpperBound, type UnitPath } from '#app/kernel/unit-path.ts';
import { dateOf, endOfDay, type LocalDate } from '#app/kernel/vietnam-time.ts';
import type { Db } from '#app/platform/db/database.server.ts';
import { instantOf, type RawInstant, type Sql } from '#app/platform/db/sql.server.ts';
import { type AbsentByReason, type DayFigures, dayFigures, nobodyAbsent } from '../../core/presence/day-figures.ts';

/** What was confirmed of one unit's own people for a day, by whom and when. */
export interface ConfirmedDay extends DayFigures {
  unitId: string;
  enteredById: string | null;
  enteredByName: string | null;
  enteredAt: Date;
}

type Raw = Omit<ConfirmedDay, 'absent' | 'present' | 'enteredAt'> & { absent: string; enteredAt: RawInstant };

/** JSON of the column: reasons without anybody are left out. */
export const absentOf = (text: string): AbsentByReason => ({ ...nobodyAbsent(), ...(JSON.parse(text) as object) });
const absentText = (absent: AbsentByReason): string =>
  JSON.stringify(Object.fromEntries(Object.entries(absent).filter(([, people]) => people > 0)));

/** The confirmed days of the units that stood within a path on a day (`pathOn`). */
export async function listConfirmedDays(sql: Sql, path: UnitPath, day: LocalDate, now: Date): Promise<ConfirmedDay[]> {
  const end = endOfDay(day);
  const place =
    day >= dateOf(now)
      ? { join: `"Unit" u ON u."id" = d."unitId"`, where: '', values: [] }
      : {
          join: `"UnitSpan" u ON u."unitId" = d."unitId"`,
          where: `AND u."fromAt" <= ? AND (u."untilAt" IS NULL OR u."untilAt" > ?)`,
          values: [end, end],
        };
  const rows = await sql.all<Raw>(
    `SELECT d."unitId", d."strength", d."absent", d."enteredById", e."fullName" AS "enteredByName", d."enteredAt"
       FROM "PresenceDay" d JOIN ${place.join} LEFT JOIN "Person" e ON e."id" = d."enteredById"
      WHERE d."day" = ? AND u."path" >= ? AND u."path" < ? ${place.where}`,
    ...[day, path, pathUpperBound(path), ...place.values],
  );
  return rows.map(({ absent, strength, enteredAt, ...row }) => ({
    ...row,
    ...dayFigures(strength, absentOf(absent)),
    enteredAt: instantOf(enteredAt) as Date,
  }));
}

/** Writes what is confirmed of a unit for a day; a second time it replaces the first. */
export async function putConfirmedDay(
  db: Db,
  {
    unitId,
    day,
    figures,
    enteredById,
    enteredAt,
  }: {
    unitId: string;
    day: LocalDate;
    figures: DayFigures;
    enteredById: string | null;
    enteredAt: Date;
  },
): Promise<void> {
  const { strength, present } = figures;
  const said = { strength, present, absent: absentText(figures.absent), enteredById, enteredAt };
  await db.presenceDay.upsert({
    where: { unitId_day: { unitId, day } },
    create: { unitId, day, ...said },
    update: said,
  });
}

import { pathUpperBound, type UnitPath } from '#app/kernel/unit-path.ts';
import { dateOf, endOfDay, type LocalDate } from '#app/kernel/vietnam-time.ts';
import type { Sql, SqlValue } from '#app/platform/db/sql.server.ts';
import type { AbsenceReason } from '../../core/presence/absence.ts';

/** One person of the strength who is away on a day. */
export interface AwayRow {
  personId: string;
  unitId: string;
  reason: AbsenceReason;
  fromDay: LocalDate;
  untilDay: LocalDate | null;
}

/** Up to this many people a subtree is asked person by person; above, whoever is away anywhere is asked for the unit. */
const FEW_PEOPLE = 20_000;

/**
 * People of the subtree who are away on a day, each once: by an absence, or else by an attachment elsewhere. On a day
 * before today they are those who belonged there at its end. Reads the absences of the day alone (index by their last
 * day), or for a small subtree its people alone: never all absences of a million people.
 */
export async function listAway(
  sql: Sql,
  path: UnitPath,
  day: LocalDate,
  { now, people }: { now: Date; people: number },
): Promise<AwayRow[]> {
  const away = awaySource(path, day, { now, people });
  return sql.all<AwayRow>(
    `SELECT away."personId", away."unitId", away."reason", away."fromDay", away."untilDay" FROM (${away.text}) away`,
    ...away.values,
  );
}

/** How many of each unit of the subtree are away on a day, by reason; as `listAway`. */
export async function countAway(
  sql: Sql,
  path: UnitPath,
  day: LocalDate,
  { now, people }: { now: Date; people: number },
): Promise<{ unitId: string; reason: AbsenceReason; people: number }[]> {
  const away = awaySource(path, day, { now, people });
  const rows = await sql.all<{ unitId: string; reason: AbsenceReason; people: number | bigint }>(
    `SELECT away."unitId", away."reason", COUNT(*) AS "people" FROM (${away.text}) away
      GROUP BY away."unitId", away."reason"`,
    ...away.values,
  );
  return rows.map((row) => ({ ...row, people: Number(row.people) }));
}

interface Part {
  text: string;
  values: SqlValue[];
}

function awaySource(path: UnitPath, day: LocalDate, { now, people }: { now: Date; people: number }): Part {
  const end = endOfDay(day);
  const place = day >= dateOf(now) ? placeNow(path) : placeThen(path, end);
  const isFew = people <= FEW_PEOPLE;
  const isAbsent = (a: string) => `${a}."fromDay" <= ? AND (${a}."untilDay" >= ? OR ${a}."untilDay" IS NULL)`;
  // SQLite takes the tables of a CROSS JOIN in the order in which they stand: from the small side on.
  const joined = (away: string) =>
    (isFew ? [place.units, place.people, away] : [away, place.people, place.units]).join(' CROSS JOIN ');
  return {
    text: `SELECT a."personId", ${place.unitId} AS "unitId", a."reason", a."fromDay", a."untilDay"
        FROM ${joined('"Absence" a')}
       WHERE ${place.personId} = a."personId" AND ${isAbsent('a')} AND ${place.where}
      UNION ALL
      SELECT b."personId", ${place.unitId}, 'attached', NULL, NULL
        FROM ${joined('"Attachment" b')}
       WHERE ${place.personId} = b."personId" AND b."fromAt" <= ? AND (b."untilAt" IS NULL OR b."untilAt" >= ?)
         AND (b."endedAt" IS NULL OR b."endedAt" > ?) AND ${place.where}
         AND NOT EXISTS (SELECT 1 FROM "Absence" x WHERE x."personId" = b."personId" AND ${isAbsent('x')})`,
    values: [day, day, ...place.values, end, end, end, ...place.values, day, day],
  };
}

/** Where people belong: the tables to join, from the person to the unit, and the condition that ties them together. */
interface Place {
  people: string;
  units: string;
  where: string;
  personId: string;
  unitId: string;
  values: SqlValue[];
}

const placeNow = (path: UnitPath): Place => ({
  people: '"Person" p',
  units: '"Unit" u',
  where: `p."unitId" = u."id" AND p."leftAt" IS NULL AND u."path" >= ? AND u."path" < ?`,
  personId: 'p."id"',
  unitId: 'u."id"',
  values: [path, pathUpperBound(path)],
});

const placeThen = (path: UnitPath, end: Date): Place => ({
  people: '"UnitMembership" m',
  units: '"UnitSpan" s',
  where: `m."unitId" = s."unitId" AND m."fromAt" <= ? AND (m."untilAt" IS NULL OR m."untilAt" > ?)
    AND s."fromAt" <= ? AND (s."untilAt" IS NULL OR s."untilAt" > ?) AND s."path" >= ? AND s."path" < ?`,
  personId: 'm."personId"',
  unitId: 's."unitId"',
  values: [end, end, end, end, path, pathUpperBound(path)],
});

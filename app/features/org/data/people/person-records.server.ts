import { idsOf, type UnitPath } from '#app/kernel/unit-path.ts';
import { dateOf } from '#app/kernel/vietnam-time.ts';
import { among } from '#app/platform/db/rows-of.server.ts';
import { pathWithin } from '#app/platform/db/scope.server.ts';
import { instantOf, type RawInstant, type Sql } from '#app/platform/db/sql.server.ts';
import type { PersonFields } from '../../core/people/person-edit.ts';

/** A person as stored, whether serving or not. */
export interface PersonRecord extends PersonFields {
  id: string;
  unitId: string;
  leftAt: Date | null;
  leftReason: string | null;
  erasedAt: Date | null;
  revision: number;
  createdAt: Date;
}

type Raw = Omit<PersonRecord, 'leftAt' | 'erasedAt' | 'createdAt'> & {
  leftAt: RawInstant;
  erasedAt: RawInstant;
  createdAt: RawInstant;
};

/** A person whose unit (the last one, of who left) lies within the scope, or null; `hold` keeps the row. */
export async function findPersonRecord(
  sql: Sql,
  scope: readonly UnitPath[],
  id: string,
  hold: '' | Sql['forUpdate'] = '',
): Promise<PersonRecord | null> {
  const within = pathWithin('u."path"', scope);
  const row = await sql.get<Raw>(
    `SELECT "id", "number", "fullName", "rank", "position", "personnelClass", "membership", "bornOn", "unitId", "leftAt",
            "leftReason", "erasedAt", "revision", "createdAt"
       FROM "Person" p WHERE p."id" = ?
        AND EXISTS (SELECT 1 FROM "Unit" u WHERE u."id" = p."unitId" AND ${within.text})${hold}`,
    id,
    ...within.values,
  );
  if (!row) return null;
  return {
    ...row,
    revision: Number(row.revision),
    leftAt: instantOf(row.leftAt),
    erasedAt: instantOf(row.erasedAt),
    createdAt: instantOf(row.createdAt)!,
  };
}

/** Whether somebody else bears this number, serving or not. */
export async function isNumberTaken(sql: Sql, number: string, exceptId: string): Promise<boolean> {
  return (await sql.get('SELECT "id" FROM "Person" WHERE "number" = ? AND "id" <> ?', number, exceptId)) !== undefined;
}

/** Writes a person's fields and keys. */
export async function writePerson(
  sql: Sql,
  id: string,
  fields: PersonFields & { sortKey: string; searchKey: string },
): Promise<void> {
  const { fullName, number, sortKey, searchKey, bornOn, rank, position, personnelClass, membership } = fields;
  await sql.run(
    `UPDATE "Person" SET "fullName" = ?, "number" = ?, "sortKey" = ?, "searchKey" = ?, "bornOn" = ?, "rank" = ?,
            "position" = ?, "personnelClass" = ?, "membership" = ?, "revision" = "revision" + 1 WHERE "id" = ?`,
    ...[fullName, number, sortKey, searchKey, bornOn, rank, position, personnelClass, membership, id],
  );
}

/** Puts a person into a unit, serving (`leftAt` null) or gone. */
export async function writePlace(
  sql: Sql,
  id: string,
  { unitId, leftAt, leftReason }: { unitId: string; leftAt: Date | null; leftReason: string | null },
): Promise<void> {
  await sql.run(
    'UPDATE "Person" SET "unitId" = ?, "leftAt" = ?, "leftReason" = ?, "revision" = "revision" + 1 WHERE "id" = ?',
    ...[unitId, leftAt, leftReason, id],
  );
}

/** Corrects the interval under way: what it says was wrong from its beginning. */
export async function correctOpenInterval(
  sql: Sql,
  personId: string,
  { rank, position, personnelClass, membership }: PersonFields,
): Promise<void> {
  await sql.run(
    `UPDATE "UnitMembership" SET "rank" = ?, "position" = ?, "personnelClass" = ?, "membership" = ?
      WHERE "personId" = ? AND "untilAt" IS NULL`,
    ...[rank, position, personnelClass, membership, personId],
  );
}

/** Ends the interval under way; of who leaves with the day, the reason and a note. */
export async function endOpenInterval(
  sql: Sql,
  personId: string,
  at: Date,
  leaving?: { endedOn: string; endReason: string; endNote: string },
): Promise<void> {
  await sql.run(
    `UPDATE "UnitMembership" SET "untilAt" = ?, "endedOn" = ?, "endReason" = ?, "endNote" = ?
      WHERE "personId" = ? AND "untilAt" IS NULL`,
    ...[at, leaving?.endedOn ?? null, leaving?.endReason ?? null, leaving?.endNote ?? '', personId],
  );
}

/** Begins an interval. The day of the order is kept where it is another one than the day of entry. */
export async function beginInterval(
  sql: Sql,
  interval: Pick<PersonFields, 'rank' | 'position' | 'personnelClass' | 'membership'> & {
    id: string;
    personId: string;
    unitId: string;
    fromAt: Date;
    effectiveOn: string;
    note: string;
  },
): Promise<void> {
  const { id, personId, unitId, rank, position, personnelClass, membership, fromAt, effectiveOn, note } = interval;
  await sql.run(
    `INSERT INTO "UnitMembership" ("id", "personId", "unitId", "rank", "position", "personnelClass", "membership",
            "fromAt", "effectiveOn", "note") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ...[id, personId, unitId, rank, position, personnelClass, membership, fromAt],
    ...[effectiveOn === dateOf(fromAt) ? null : effectiveOn, note],
  );
}

export interface Interval {
  id: string;
  unitId: string;
  unitName: string;
  /** Short names of the units above it, the nearest first, without the top. */
  unitAbove: string[];
  rank: string | null;
  position: string | null;
  personnelClass: PersonFields['personnelClass'];
  membership: PersonFields['membership'];
  fromAt: Date;
  untilAt: Date | null;
  /** The day of the order; the day of entry where it named no other. */
  fromOn: string;
  note: string;
  endedOn: string | null;
  endReason: string | null;
  endNote: string;
}

/** Every interval of a person, the latest first, with the names that the units bore when it began. */
export async function listIntervals(sql: Sql, personId: string): Promise<Interval[]> {
  type Raw = Omit<Interval, 'fromAt' | 'untilAt' | 'fromOn' | 'unitAbove'> & {
    unitPath: UnitPath;
    fromAt: RawInstant;
    untilAt: RawInstant;
    effectiveOn: string | null;
  };
  const then = (column: 'name' | 'path') =>
    `COALESCE((SELECT s."${column}" FROM "UnitSpan" s WHERE s."unitId" = m."unitId"
                AND s."fromAt" <= m."fromAt" ORDER BY s."fromAt" DESC LIMIT 1), u."${column}")`;
  const rows = await sql.all<Raw>(
    `SELECT m."id", m."unitId", ${then('name')} AS "unitName", ${then('path')} AS "unitPath",
            m."rank", m."position", m."personnelClass", m."membership", m."fromAt", m."untilAt", m."effectiveOn",
            m."note", m."endedOn", m."endReason", m."endNote"
       FROM "UnitMembership" m JOIN "Unit" u ON u."id" = m."unitId"
      WHERE m."personId" = ? ORDER BY m."fromAt" DESC, m."id" DESC`,
    personId,
  );
  const shortNameAt = await loadShortNames(sql, [...new Set(rows.flatMap(({ unitPath }) => idsAbove(unitPath)))]);
  return rows.map(({ effectiveOn, unitPath, ...row }) => {
    const fromAt = instantOf(row.fromAt)!;
    const unitAbove = idsAbove(unitPath).map((id) => shortNameAt(id, fromAt));
    return { ...row, unitAbove, fromAt, untilAt: instantOf(row.untilAt), fromOn: effectiveOn ?? dateOf(fromAt) };
  });
}

const idsAbove = (path: UnitPath): string[] => idsOf(path).slice(1, -1).reverse();

/** What units were called in short at an instant; at one before their history began, what they were called first. */
async function loadShortNames(sql: Sql, ids: readonly string[]): Promise<(id: string, at: Date) => string> {
  if (ids.length === 0) return () => '';
  const wanted = among(sql, ids);
  const rows = await sql.all<{ unitId: string; shortName: string; fromAt: RawInstant }>(
    `SELECT "unitId", "shortName", "fromAt" FROM "UnitSpan" WHERE "unitId" ${wanted.text} ORDER BY "fromAt"`,
    ...wanted.values,
  );
  const spans = rows.map((row) => ({ ...row, fromAt: instantOf(row.fromAt)! }));
  return (id, at) => {
    const own = spans.filter(({ unitId }) => unitId === id);
    return (own.findLast(({ fromAt }) => fromAt <= at) ?? own[0])?.shortName ?? '';
  };
}

/** The day on which the interval under way (of who left: the last one) began, and its end for who left. */
export async function lastDay(sql: Sql, personId: string): Promise<string | null> {
  const row = await sql.get<{ fromAt: RawInstant; effectiveOn: string | null; endedOn: string | null }>(
    `SELECT "fromAt", "effectiveOn", "endedOn" FROM "UnitMembership" WHERE "personId" = ?
      ORDER BY "fromAt" DESC, "id" DESC LIMIT 1`,
    personId,
  );
  if (!row) return null;
  return row.endedOn ?? row.effectiveOn ?? dateOf(instantOf(row.fromAt)!);
}

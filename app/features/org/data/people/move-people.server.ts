import { idsIn } from '#app/platform/db/rows-of.server.ts';
import type { Sql } from '#app/platform/db/sql.server.ts';

/** The people who serve in a unit itself, held for this transaction. */
export async function holdPeopleOf(sql: Sql, unitId: string): Promise<string[]> {
  const rows = await sql.all<{ id: string }>(
    `SELECT "id" FROM "Person" WHERE "unitId" = ? AND "leftAt" IS NULL ORDER BY "id"${sql.forUpdate}`,
    unitId,
  );
  return rows.map(({ id }) => id);
}

/** From which unit to which. */
interface Way {
  readonly fromUnitId: string;
  readonly toUnitId: string;
}

/**
 * Puts these people, who serve in one unit and are held, into another: intervals closed and opened, people's rows; three
 * statements however many they are. Strength and guests are the caller's.
 */
export async function movePeople(
  sql: Sql,
  { fromUnitId, toUnitId, personIds, note }: Way & { personIds: readonly string[]; note: string },
  at: Date,
  key: string,
): Promise<void> {
  const ids = JSON.stringify(personIds);
  await sql.run(
    `UPDATE "UnitMembership" SET "untilAt" = ? WHERE "untilAt" IS NULL AND "unitId" = ? AND "personId" IN (${idsIn(sql)})`,
    ...[at, fromUnitId, ids],
  );
  await sql.run(
    `INSERT INTO "UnitMembership" ("id", "personId", "unitId", "rank", "position", "personnelClass", "membership", "fromAt", "note")
     SELECT p."id" || '-' || ?, p."id", ?, p."rank", p."position", p."personnelClass", p."membership", ?, ?
       FROM "Person" p WHERE p."id" IN (${idsIn(sql)})`,
    ...[key, toUnitId, at, note, ids],
  );
  await sql.run(
    `UPDATE "Person" SET "unitId" = ?, "revision" = "revision" + 1 WHERE "id" IN (${idsIn(sql)})`,
    ...[toUnitId, ids],
  );
}

/**
 * Lets the guests of one unit be guests of another, after its people have moved there; who belongs to that one is at home.
 * `sinceAt`: only those who became guests at that very instant.
 */
export async function moveGuests(
  sql: Sql,
  { fromUnitId, toUnitId, sinceAt = null }: Way & { sinceAt?: Date | null },
  at: Date,
  key: string,
): Promise<void> {
  const since = sinceAt ? { text: 'AND "fromAt" = ?', values: [sinceAt] } : { text: '', values: [] };
  await sql.run(
    `INSERT INTO "Attachment" ("id", "personId", "unitId", "reason", "fromAt", "untilAt", "enteredById", "createdAt")
     SELECT a."id" || '-' || ?, a."personId", ?, a."reason", ?, a."untilAt", a."enteredById", ?
       FROM "Attachment" a JOIN "Person" p ON p."id" = a."personId" AND p."unitId" <> ?
      WHERE a."unitId" = ? AND a."endedAt" IS NULL AND (a."untilAt" IS NULL OR a."untilAt" > ?) ${since.text}`,
    ...[key, toUnitId, at, at, toUnitId, fromUnitId, at, ...since.values],
  );
  await sql.run(
    `UPDATE "Attachment" SET "endedAt" = ? WHERE "unitId" = ? AND "endedAt" IS NULL ${since.text}`,
    ...[at, fromUnitId, ...since.values],
  );
  await sql.run(
    `UPDATE "Attachment" SET "endedAt" = ? WHERE "unitId" = ? AND "endedAt" IS NULL
        AND "personId" IN (SELECT "id" FROM "Person" WHERE "unitId" = ?)`,
    ...[at, toUnitId, toUnitId],
  );
}

import type { Sql } from '#app/platform/db/sql.server.ts';

/** The people who serve in a unit itself, held for this transaction. */
export async function holdPeopleOf(sql: Sql, unitId: string): Promise<string[]> {
  const rows = await sql.all<{ id: string }>(
    `SELECT "id" FROM "Person" WHERE "unitId" = ? AND "leftAt" IS NULL ORDER BY "id"${sql.forUpdate}`,
    unitId,
  );
  return rows.map(({ id }) => id);
}

/**
 * Puts everybody who serves in one unit into another: intervals closed and opened, people's rows, guests of the unit; four
 * statements and one more however many they are. Strength is the caller's.
 */
export async function moveEverybody(
  sql: Sql,
  { fromUnitId, toUnitId, note }: { fromUnitId: string; toUnitId: string; note: string },
  at: Date,
  key: string,
): Promise<void> {
  await sql.run('UPDATE "UnitMembership" SET "untilAt" = ? WHERE "unitId" = ? AND "untilAt" IS NULL', at, fromUnitId);
  await sql.run(
    `INSERT INTO "UnitMembership" ("id", "personId", "unitId", "rank", "position", "personnelClass", "membership", "fromAt", "note")
     SELECT p."id" || '-' || ?, p."id", ?, p."rank", p."position", p."personnelClass", p."membership", ?, ?
       FROM "Person" p WHERE p."unitId" = ? AND p."leftAt" IS NULL`,
    key,
    toUnitId,
    at,
    note,
    fromUnitId,
  );
  await sql.run(
    'UPDATE "Person" SET "unitId" = ?, "revision" = "revision" + 1 WHERE "unitId" = ? AND "leftAt" IS NULL',
    toUnitId,
    fromUnitId,
  );
  // Who was with the unit as a guest is now with the one that it became; who belongs to that one is at home.
  await sql.run(
    `INSERT INTO "Attachment" ("id", "personId", "unitId", "reason", "fromAt", "untilAt", "enteredById", "createdAt")
     SELECT a."id" || '-' || ?, a."personId", ?, a."reason", ?, a."untilAt", a."enteredById", ?
       FROM "Attachment" a JOIN "Person" p ON p."id" = a."personId" AND p."unitId" <> ?
      WHERE a."unitId" = ? AND a."endedAt" IS NULL AND (a."untilAt" IS NULL OR a."untilAt" > ?)`,
    key,
    toUnitId,
    at,
    at,
    toUnitId,
    fromUnitId,
    at,
  );
  await sql.run('UPDATE "Attachment" SET "endedAt" = ? WHERE "unitId" = ? AND "endedAt" IS NULL', at, fromUnitId);
  await sql.run(
    `UPDATE "Attachment" SET "endedAt" = ? WHERE "unitId" = ? AND "endedAt" IS NULL
        AND "personId" IN (SELECT "id" FROM "Person" WHERE "unitId" = ?)`,
    at,
    toUnitId,
    toUnitId,
  );
}

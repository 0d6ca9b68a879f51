import { pathUpperBound, type UnitPath } from '#app/kernel/unit-path.ts';
import type { Db } from '#app/platform/db/database.server.ts';
import type { Sql } from '#app/platform/db/sql.server.ts';
import type { MemberFacts } from '../../core/groups/requirements.ts';
import type { UnitKind } from '../../core/person.ts';

/** Serving members with what rules ask about them, by name. */
export async function listMemberFacts(sql: Sql, groupId: string): Promise<Omit<MemberFacts, 'unitLabel'>[]> {
  return sql.all<Omit<MemberFacts, 'unitLabel'>>(
    `SELECT p."id" AS "personId", p."fullName", p."rank", p."position", p."personnelClass", p."membership",
            u."path" AS "unitPath"
       FROM "PersonGroupMember" m JOIN "Person" p ON p."id" = m."personId" AND p."leftAt" IS NULL
       JOIN "Unit" u ON u."id" = p."unitId" WHERE m."groupId" = ? ORDER BY p."sortKey", p."id"`,
    groupId,
  );
}

/** Open units of a kind within a path. */
export async function listUnitsOfKind(
  sql: Sql,
  path: UnitPath,
  kind: UnitKind,
): Promise<{ id: string; name: string; path: UnitPath }[]> {
  return sql.all(
    `SELECT "id", "name", "path" FROM "Unit"
      WHERE "kind" = ? AND "closedAt" IS NULL AND "path" >= ? AND "path" < ? ORDER BY "path"`,
    ...[kind, path, pathUpperBound(path)],
  );
}

/** What a group is for and what it must have, as stored. */
export async function findGroupTerms(sql: Sql, groupId: string): Promise<{ purpose: string; requirements: string }> {
  const row = await sql.get<{ purpose: string; requirements: string }>(
    'SELECT "purpose", "requirements" FROM "PersonGroup" WHERE "id" = ?',
    groupId,
  );
  return row ?? { purpose: '', requirements: '{}' };
}

export async function updateGroupTerms(
  db: Db,
  groupId: string,
  terms: { purpose: string; requirements: string },
): Promise<void> {
  await db.personGroup.update({ where: { id: groupId }, data: terms });
}

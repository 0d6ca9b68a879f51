import type { UnitPath } from '#app/kernel/unit-path.ts';
import { pathWithin } from '#app/platform/db/scope.server.ts';
import type { Sql, SqlValue } from '#app/platform/db/sql.server.ts';
import { type UnitNames, withUnitLabels } from '../../core/unit-labels.ts';
import { unitNameColumns, unitNameJoins } from '../unit-labels.server.ts';
import type { StoredSession } from './sessions.server.ts';

/** Whom an examiner means: units with their subtrees, groups, and single people. */
export interface PeopleToSeat {
  readonly unitIds: readonly string[];
  readonly groupIds: readonly string[];
  readonly personIds: readonly string[];
}

export interface PersonToSeat {
  readonly personId: string;
  readonly hasAccount: boolean;
  /** The session, this one or another open one of the same quiz, in which the person has a seat already. */
  readonly seatedIn: string | null;
}

const marks = (values: readonly unknown[]) => values.map(() => '?').join(', ');

/** Those of them who serve within the session's unit now, each once, by unit and name. */
export async function listPeopleToSeat(
  sql: Sql,
  session: Pick<StoredSession, 'id' | 'quizId' | 'unitPath'>,
  { unitIds, groupIds, personIds }: PeopleToSeat,
): Promise<PersonToSeat[]> {
  const conditions: string[] = [];
  const values: SqlValue[] = [];
  const units = await listPaths(sql, unitIds);
  if (units.length > 0) {
    const within = pathWithin('u."path"', units);
    conditions.push(within.text);
    values.push(...within.values);
  }
  if (groupIds.length > 0) {
    conditions.push(
      `p."id" IN (SELECT m."personId" FROM "PersonGroupMember" m JOIN "PersonGroup" g ON g."id" = m."groupId"
         WHERE g."closedAt" IS NULL AND g."id" IN (${marks(groupIds)}))`,
    );
    values.push(...groupIds);
  }
  if (personIds.length > 0) {
    conditions.push(`p."id" IN (${marks(personIds)})`);
    values.push(...personIds);
  }
  if (conditions.length === 0) return [];
  const here = pathWithin('u."path"', [session.unitPath]);
  const rows = await sql.all<{ personId: string; account: string | null; seatedIn: string | null }>(
    `SELECT p."id" AS "personId", c."personId" AS "account",
       (SELECT e."sessionId" FROM "ExamSeat" e JOIN "ExamSession" x ON x."id" = e."sessionId"
        WHERE e."personId" = p."id" AND (x."id" = ? OR (x."quizId" = ? AND x."closedAt" IS NULL))
        ORDER BY CASE WHEN x."id" = ? THEN 0 ELSE 1 END LIMIT 1) AS "seatedIn"
     FROM "Person" p JOIN "Unit" u ON u."id" = p."unitId"
     LEFT JOIN "Account" c ON c."personId" = p."id" AND c."disabledAt" IS NULL
     WHERE p."leftAt" IS NULL AND ${here.text} AND (${conditions.join(' OR ')}) ORDER BY u."path", p."sortKey", p."id"`,
    ...[session.id, session.quizId, session.id, ...here.values, ...values],
  );
  return rows.map(({ personId, account, seatedIn }) => ({ personId, hasAccount: account !== null, seatedIn }));
}

async function listPaths(sql: Sql, unitIds: readonly string[]): Promise<UnitPath[]> {
  if (unitIds.length === 0) return [];
  const rows = await sql.all<{ path: UnitPath }>(
    `SELECT "path" FROM "Unit" WHERE "id" IN (${marks(unitIds)})`,
    ...unitIds,
  );
  return rows.map(({ path }) => path);
}

/** The people of a unit's subtree whose name holds a text (folded as `searchKey` is), a few, for a search box. */
export async function listPeopleByName(
  sql: Sql,
  unitPath: UnitPath,
  text: string,
  limit = 20,
): Promise<{ personId: string; fullName: string; rank: string | null; unitName: string }[]> {
  const within = pathWithin('u."path"', [unitPath]);
  const rows = await sql.all<UnitNames & { personId: string; fullName: string; rank: string | null }>(
    `SELECT p."id" AS "personId", p."fullName", p."rank", ${unitNameColumns}
     FROM "Person" p ${unitNameJoins}
     WHERE p."leftAt" IS NULL AND ${within.text} AND p."searchKey" LIKE ? ORDER BY p."sortKey", p."id" LIMIT ${limit}`,
    ...[...within.values, `%${text.replace(/[%_\\]/g, '')}%`],
  );
  return withUnitLabels(rows);
}

/** The groups, not closed, of the unit or below it, with how many people. */
export async function listGroupChoices(
  sql: Sql,
  unitPath: UnitPath,
): Promise<{ id: string; name: string; people: number }[]> {
  const within = pathWithin('u."path"', [unitPath]);
  const rows = await sql.all<{ id: string; name: string; people: number }>(
    `SELECT g."id", g."name", (SELECT COUNT(*) FROM "PersonGroupMember" m WHERE m."groupId" = g."id") AS "people"
     FROM "PersonGroup" g JOIN "Unit" u ON u."id" = g."unitId" WHERE g."closedAt" IS NULL AND ${within.text}
     ORDER BY g."name", g."id"`,
    ...within.values,
  );
  return rows.map((row) => ({ ...row, people: Number(row.people) }));
}

/** How many people serve at each unit itself, by unit id: the strength that a choice of units brings. */
export async function countPeopleByUnit(sql: Sql, unitPath: UnitPath): Promise<Map<string, number>> {
  const within = pathWithin('u."path"', [unitPath]);
  const rows = await sql.all<{ id: string; people: number }>(
    `SELECT u."id", COUNT(*) AS "people" FROM "Person" p JOIN "Unit" u ON u."id" = p."unitId"
     WHERE p."leftAt" IS NULL AND ${within.text} GROUP BY u."id"`,
    ...within.values,
  );
  return new Map(rows.map(({ id, people }) => [id, Number(people)]));
}

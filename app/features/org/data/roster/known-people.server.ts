import { isWithin, type UnitPath } from '#app/kernel/unit-path.ts';
import { instantOf, type RawInstant, type Sql } from '#app/platform/db/sql.server.ts';
import type { KnownPerson } from '../../core/roster/plan-row.ts';

/**
 * Who bears these numbers, anywhere in the tree: a number is one person's everywhere. Whether the person is within the
 * scope is told beside; of the others nothing may be shown.
 */
export async function listKnownPeople(
  sql: Sql,
  scope: readonly UnitPath[],
  numbers: readonly string[],
): Promise<Map<string, { person: KnownPerson; isInScope: boolean }>> {
  if (numbers.length === 0) return new Map();
  type Raw = Omit<KnownPerson, 'leftAt'> & { leftAt: RawInstant; path: UnitPath };
  const rows = await sql.all<Raw>(
    `SELECT p."id", p."number", p."fullName", p."rank", p."position", p."personnelClass", p."membership", p."unitId",
            p."bornOn", p."leftAt", p."leftReason", u."path"
       FROM "Person" p JOIN "Unit" u ON u."id" = p."unitId" WHERE p."number" IN (${numbers.map(() => '?').join(', ')})`,
    ...numbers,
  );
  return new Map(
    rows.map(({ path, leftAt, ...person }) => [
      person.number.toUpperCase(),
      { person: { ...person, leftAt: instantOf(leftAt) }, isInScope: scope.some((top) => isWithin(path, top)) },
    ]),
  );
}

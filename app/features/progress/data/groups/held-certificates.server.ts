import type { HeldCertificate } from '#app/features/org/core/groups/requirements.ts';
import { ancestorsOf, type UnitPath } from '#app/kernel/unit-path.ts';
import { pathWithin } from '#app/platform/db/scope.server.ts';
import { instantOf, type RawInstant, type Sql } from '#app/platform/db/sql.server.ts';

/** The latest certificate of each member of a group in each of these courses; one that was not revoked before one that was. */
export async function listHeldCertificates(
  sql: Sql,
  groupId: string,
  courseIds: readonly string[],
): Promise<HeldCertificate[]> {
  if (courseIds.length === 0) return [];
  type Raw = Omit<HeldCertificate, 'expiresAt' | 'revokedAt'> & { expiresAt: RawInstant; revokedAt: RawInstant };
  const rows = await sql.all<Raw>(
    `SELECT c."personId", c."courseId", c."expiresAt", c."revokedAt"
       FROM "PersonGroupMember" m JOIN "Certificate" c ON c."personId" = m."personId"
      WHERE m."groupId" = ? AND c."courseId" IN (${courseIds.map(() => '?').join(', ')})
      ORDER BY CASE WHEN c."revokedAt" IS NULL THEN 0 ELSE 1 END, c."issuedAt" DESC, c."id" DESC`,
    ...[groupId, ...courseIds],
  );
  const latest = new Map<string, HeldCertificate>();
  for (const row of rows) {
    const key = `${row.courseId} ${row.personId}`;
    if (!latest.has(key))
      latest.set(key, { ...row, expiresAt: instantOf(row.expiresAt), revokedAt: instantOf(row.revokedAt) });
  }
  return [...latest.values()];
}

/** Courses that a group of a unit may be asked for: the unit's own, those of units above and below; and their titles. */
export async function listCoursesAround(sql: Sql, path: UnitPath): Promise<{ id: string; title: string }[]> {
  const below = pathWithin('u."path"', [path]);
  const above = ancestorsOf(path);
  return sql.all(
    `SELECT c."id", c."title" FROM "Course" c JOIN "Unit" u ON u."id" = c."unitId"
      WHERE c."state" <> 'draft' AND (${below.text}${above.map(() => ' OR u."path" = ?').join('')})
      ORDER BY c."title", c."id"`,
    ...[...below.values, ...above],
  );
}

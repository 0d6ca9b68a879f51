import { instantOf, type RawInstant, type Sql } from '#app/platform/db/sql.server.ts';

export interface CertificateRow {
  id: string;
  number: string;
  courseTitle: string;
  grade: number | null;
  issuedAt: Date;
  expiresAt: Date | null;
  windowAt: Date | null;
  revokedAt: Date | null;
  revokeReason: string | null;
}

/** A person's certificates, former ones included, the latest first. */
export async function listCertificatesOf(sql: Sql, personId: string): Promise<CertificateRow[]> {
  type Instants = 'issuedAt' | 'expiresAt' | 'windowAt' | 'revokedAt';
  const rows = await sql.all<Omit<CertificateRow, Instants> & Record<Instants, RawInstant>>(
    `SELECT x."id", x."number", c."title" AS "courseTitle", x."grade", x."issuedAt", x."expiresAt", x."windowAt",
            x."revokedAt", x."revokeReason"
       FROM "Certificate" x JOIN "Course" c ON c."id" = x."courseId" WHERE x."personId" = ?
      ORDER BY x."issuedAt" DESC, x."id" DESC`,
    personId,
  );
  return rows.map((row) => ({
    ...row,
    issuedAt: instantOf(row.issuedAt)!,
    expiresAt: instantOf(row.expiresAt),
    windowAt: instantOf(row.windowAt),
    revokedAt: instantOf(row.revokedAt),
  }));
}

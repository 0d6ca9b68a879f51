import type { UnitPath } from '#app/kernel/unit-path.ts';
import { instantOf, type RawInstant, type Sql } from '#app/platform/db/sql.server.ts';
import type { Classification } from '../../core/status.ts';

/** A certificate with its holder as the holder was on the day of issue. */
export interface PrintedCertificate {
  number: string;
  personId: string;
  fullName: string;
  rank: string | null;
  position: string | null;
  bornOn: string | null;
  unitName: string;
  /** Where the holder belongs today: who may see the certificate. */
  unitPathNow: UnitPath;
  courseTitle: string;
  assignmentTitle: string | null;
  /** The unit whose course it is, by its name on that day: who issues it. */
  issuerName: string;
  grade: number | null;
  classification: Classification | null;
  issuedAt: Date;
  expiresAt: Date | null;
  windowAt: Date | null;
  revokedAt: Date | null;
}

type Instants = 'issuedAt' | 'expiresAt' | 'windowAt' | 'revokedAt';

/** The certificate of a number, or null. */
export async function findCertificate(sql: Sql, number: string): Promise<PrintedCertificate | null> {
  const row = await sql.get<Omit<PrintedCertificate, Instants> & Record<Instants, RawInstant>>(
    `SELECT x."number", x."personId", p."fullName", p."bornOn", m."rank", m."position",
            COALESCE(s."name", u."name") AS "unitName", u."path" AS "unitPathNow", c."title" AS "courseTitle",
            a."title" AS "assignmentTitle", COALESCE(i."name", o."name") AS "issuerName", x."grade",
            x."classification", x."issuedAt", x."expiresAt", x."windowAt", x."revokedAt"
       FROM "Certificate" x
       JOIN "Person" p ON p."id" = x."personId" JOIN "Unit" u ON u."id" = p."unitId"
       JOIN "Course" c ON c."id" = x."courseId" JOIN "Unit" o ON o."id" = c."unitId"
       LEFT JOIN "Assignment" a ON a."id" = x."assignmentId"
       LEFT JOIN "UnitMembership" m ON m."personId" = x."personId" AND m."fromAt" <= x."issuedAt"
              AND (m."untilAt" IS NULL OR m."untilAt" > x."issuedAt")
       LEFT JOIN "UnitSpan" s ON s."unitId" = m."unitId" AND s."fromAt" <= x."issuedAt"
              AND (s."untilAt" IS NULL OR s."untilAt" > x."issuedAt")
       LEFT JOIN "UnitSpan" i ON i."unitId" = o."id" AND i."fromAt" <= x."issuedAt"
              AND (i."untilAt" IS NULL OR i."untilAt" > x."issuedAt")
      WHERE x."number" = ? LIMIT 1`,
    number,
  );
  return row
    ? {
        ...row,
        issuedAt: instantOf(row.issuedAt)!,
        expiresAt: instantOf(row.expiresAt),
        windowAt: instantOf(row.windowAt),
        revokedAt: instantOf(row.revokedAt),
      }
    : null;
}

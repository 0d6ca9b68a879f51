import { type Certification, termOf } from '#app/features/courses/core/certification.ts';
import { rowsOf, rowsParameter } from '#app/platform/db/rows-of.server.ts';
import { instantOf, type RawInstant, type Sql } from '#app/platform/db/sql.server.ts';
import { newCertificateNumber, newId } from '#app/platform/ids.server.ts';
import type { Within } from '../within.server.ts';

type Completed = {
  personId: string;
  grade: number | null;
  classification: string | null;
  completedAt: RawInstant;
};

/** Of this period: issued since the enrolment counts anew. */
const ofPeriod = `(e."countsFromAt" IS NULL OR c."issuedAt" >= e."countsFromAt")`;

/**
 * Brings the certificates of an assignment in line with who has completed it, for however many people: who has completed
 * and bears none of this period is issued one, whoever has not (any more) loses that of this period, with the reason. Done
 * twice it changes nothing. The caller holds the enrolments.
 */
export async function settleCertificates(
  sql: Sql,
  assignment: { id: string; courseId: string; certification: Certification | null },
  within: Within,
  at: Date,
): Promise<void> {
  const { id, courseId, certification } = assignment;
  await sql.run(
    `UPDATE "Certificate" SET "revokedAt" = ?, "revokeReason" = 'result-changed'
      WHERE "revokedAt" IS NULL AND "id" IN (
        SELECT c."id" FROM "Enrolment" e
          JOIN "Certificate" c ON c."personId" = e."personId" AND c."courseId" = ? AND c."assignmentId" = e."assignmentId"
         WHERE e."assignmentId" = ? AND ${within.enrolments.text} AND e."status" <> 'completed' AND ${ofPeriod})`,
    ...[at, courseId, id, ...within.enrolments.values],
  );
  if (!certification) return;
  const completed = await sql.all<Completed>(
    `SELECT e."personId", e."bestGrade" AS "grade", e."classification", e."completedAt" FROM "Enrolment" e
      WHERE e."assignmentId" = ? AND ${within.enrolments.text} AND e."status" = 'completed' AND e."releasedAt" IS NULL
        AND NOT EXISTS (SELECT 1 FROM "Certificate" c WHERE c."personId" = e."personId" AND c."courseId" = ?
                           AND c."assignmentId" = e."assignmentId" AND c."revokedAt" IS NULL AND ${ofPeriod})`,
    ...[id, ...within.enrolments.values, courseId],
  );
  const rows = completed.flatMap(({ personId, grade, classification, completedAt }) => {
    // Whoever had completed it before it certified anything is given the time that is left.
    const { expiresAt, windowAt } = termOf(certification, instantOf(completedAt) ?? at);
    const { validity } = certification;
    // After a day that is fixed for everybody there is nothing left to be certified.
    if (validity.kind === 'until' && expiresAt && expiresAt < at) return [];
    const number = newCertificateNumber(at);
    return [[newId(), number, personId, courseId, id, grade, classification, at, expiresAt, windowAt]];
  });
  for (let from = 0; from < rows.length; from += batch) {
    await sql.run(
      `WITH d AS (${rowsOf(sql, columns)})
       INSERT INTO "Certificate" (${Object.keys(columns)
         .map((name) => `"${name}"`)
         .join(', ')}) SELECT * FROM d WHERE true`,
      rowsParameter(sql, rows.slice(from, from + batch)),
    );
  }
}

const batch = 5000;

const columns = {
  ...({ id: 'TEXT', number: 'TEXT', personId: 'TEXT', courseId: 'TEXT', assignmentId: 'TEXT' } as const),
  ...({
    grade: 'REAL',
    classification: 'TEXT',
    issuedAt: 'INSTANT',
    expiresAt: 'INSTANT',
    windowAt: 'INSTANT',
  } as const),
};

import type { Sql } from '#app/platform/db/sql.server.ts';

/** Takes out the reasons that somebody wrote about a person; states, grades and certificates stay, under no name. */
export async function erasePersonInProgress(sql: Sql, personId: string): Promise<void> {
  await sql.run(
    `UPDATE "Enrolment" SET "exemptReason" = CASE WHEN "exemptReason" IS NULL THEN NULL ELSE '' END,
            "extendReason" = CASE WHEN "extendReason" IS NULL THEN NULL ELSE '' END WHERE "personId" = ?`,
    personId,
  );
  for (const table of ['DueExtension', 'Exemption'])
    await sql.run(`UPDATE "${table}" SET "reason" = '' WHERE "personId" = ?`, personId);
  await sql.run(
    `UPDATE "Certificate" SET "revokeReason" = CASE WHEN "revokeReason" IS NULL THEN NULL ELSE '' END WHERE "personId" = ?`,
    personId,
  );
}

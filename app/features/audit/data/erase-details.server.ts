import type { Sql } from '#app/platform/db/sql.server.ts';
import type { Op } from '../core/op.ts';

/** What else a person did or had done may say about them in words: reasons that somebody typed. */
const withReasons: readonly Op[] = [
  ...(['progress.exempted', 'progress.exemption-ended', 'progress.extended', 'progress.extension-ended'] as const),
  ...(['quiz.override-set', 'quiz.override-removed', 'quiz.minutes-given', 'quiz.attempt-voided'] as const),
  ...(['quiz.attempt-submitted-for', 'quiz.restart-allowed', 'org.absence-entered', 'org.absence-ended'] as const),
];

/**
 * Takes out of the log whatever says who a person was: the details of the events about them, of those that name them with
 * a reason, and of refused sign-ins under their login. That something was done, when and by whom, stays.
 */
export async function eraseDetails(sql: Sql, personId: string, login: string | null): Promise<void> {
  await sql.run(`UPDATE "AuditEvent" SET "details" = '{}' WHERE "subjectId" = ?`, personId);
  await sql.run(
    `UPDATE "AuditEvent" SET "details" = '{}' WHERE "op" IN (${withReasons.map(() => '?').join(', ')})
        AND "details" LIKE ?`,
    ...withReasons,
    `%"${personId}"%`,
  );
  if (login === null) return;
  await sql.run(
    `UPDATE "AuditEvent" SET "details" = '{}' WHERE "subjectId" = 'unknown' AND "op" = 'access.sign-in-refused'
        AND "details" LIKE ? ESCAPE '!'`,
    `%"login":${JSON.stringify(login).replace(/[!%_]/g, '!$&')}%`,
  );
}

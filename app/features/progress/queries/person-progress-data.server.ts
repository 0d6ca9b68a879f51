import type { Actor } from '#app/features/access/core/role.ts';
import { personInReach } from '#app/features/org/queries/people/person-in-reach.server.ts';
import { instantText, type PersonDataPart } from '#app/kernel/person-data.ts';
import { database } from '#app/platform/db/database.server.ts';
import { listCertificatesOf } from '../data/certificates/certificates-of.server.ts';
import { listEnrolmentsForExport, listReadingsForExport } from '../data/person-export.server.ts';

/** What progress and courses store about a person: assignments, lessons read, certificates. */
export async function personProgressData(actor: Actor, personId: string): Promise<PersonDataPart[]> {
  await personInReach(actor, personId);
  const { sql } = database();
  return [
    { part: 'enrolments', rows: await listEnrolmentsForExport(sql, personId) },
    { part: 'readings', rows: await listReadingsForExport(sql, personId) },
    {
      part: 'certificates',
      rows: (await listCertificatesOf(sql, personId)).map((each) => ({
        ...{ number: each.number, course: each.courseTitle, grade: each.grade, issuedAt: instantText(each.issuedAt) },
        ...{
          expiresAt: instantText(each.expiresAt),
          revokedAt: instantText(each.revokedAt),
          reason: each.revokeReason,
        },
      })),
    },
  ];
}

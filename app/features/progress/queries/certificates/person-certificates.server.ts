import type { Actor } from '#app/features/access/core/role.ts';
import { type CertificateState, certificateStateAt } from '#app/features/courses/core/certification.ts';
import { personInReach } from '#app/features/org/queries/people/person-in-reach.server.ts';
import { now } from '#app/platform/clock.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import { type CertificateRow, listCertificatesOf } from '../../data/certificates/certificates-of.server.ts';

/** A certificate and whether it holds now. */
export interface PersonCertificate extends CertificateRow {
  state: CertificateState;
}

/** The certificates of a person within the actor's reach. Throws not-found outside of it. */
export async function personCertificates(actor: Actor, personId: string): Promise<PersonCertificate[]> {
  await personInReach(actor, personId);
  const at = now();
  return (await listCertificatesOf(database().sql, personId)).map((row) => ({
    ...row,
    state: certificateStateAt(row, at) ?? 'valid',
  }));
}

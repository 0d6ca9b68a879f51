import { mayAnywhere, scopeOf } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { type CertificateState, certificateStateAt } from '#app/features/courses/core/certification.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { isWithin } from '#app/kernel/unit-path.ts';
import { now } from '#app/platform/clock.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import { findCertificate, type PrintedCertificate } from '../../data/certificates/certificate.server.ts';
import { listCertificatesOf } from '../../data/certificates/certificates-of.server.ts';
import type { PersonCertificate } from './person-certificates.server.ts';

export interface CertificatePage {
  certificate: Omit<PrintedCertificate, 'unitPathNow' | 'personId'>;
  state: CertificateState;
  isOwn: boolean;
  asOf: Date;
}

/**
 * One certificate, for its holder and for who may see the holder: to print it, or to see whether a number is true. Throws
 * not-found for any other, and for a number that was never given.
 */
export async function certificatePage(actor: Actor, number: string): Promise<CertificatePage> {
  const asOf = now();
  const found = await findCertificate(database().sql, number.trim().toUpperCase());
  const state = found && certificateStateAt(found, asOf);
  if (!found || !state) throw new AppError('not-found');
  const { unitPathNow, personId, ...certificate } = found;
  const isOwn = personId === actor.personId;
  if (!isOwn && !scopeOf(actor, 'unit.view').some((path) => isWithin(unitPathNow, path)))
    throw new AppError('not-found');
  return { certificate, state, isOwn, asOf };
}

/** The actor's own certificates, the latest first, and whether the actor may look up those of others by number. */
export async function ownCertificates(
  actor: Actor,
): Promise<{ certificates: PersonCertificate[]; mayLookUp: boolean }> {
  const at = now();
  const rows = await listCertificatesOf(database().sql, actor.personId);
  return {
    certificates: rows.map((row) => ({ ...row, state: certificateStateAt(row, at) ?? 'valid' })),
    mayLookUp: mayAnywhere(actor, 'unit.view'),
  };
}

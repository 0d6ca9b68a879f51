import { addDays, addMonths, dateOf, endOfDay, type LocalDate, startOfDay } from '#app/kernel/vietnam-time.ts';

/**
 * How long a certificate holds. 'months' and 'days' are two things: twelve months from 22/11/2027 end on 22/11/2028, 365
 * days on 21/11/2028. 'until' is one fixed day for everybody.
 */
export type Validity =
  | { readonly kind: 'forever' }
  | { readonly kind: 'months'; readonly months: number }
  | { readonly kind: 'days'; readonly days: number }
  | { readonly kind: 'until'; readonly day: LocalDate };

/** What completing an assignment certifies, and from how many days before its end it may be renewed. */
export interface Certification {
  readonly validity: Validity;
  readonly windowDays: number;
}

/**
 * The last day on which a certificate holds; null = for good. The day of issue is not counted, and a term in months ends
 * with the day of the same number, or with the last day of a month that has none (Civil Code 2015, articles 147, 148): one
 * year from 29/02/2028 ends with 28/02/2029.
 */
export function lastValidDay(validity: Validity, issuedOn: LocalDate): LocalDate | null {
  switch (validity.kind) {
    case 'forever':
      return null;
    case 'months':
      return addMonths(issuedOn, validity.months);
    case 'days':
      return addDays(issuedOn, validity.days);
    case 'until':
      return validity.day;
  }
}

export interface Term {
  /** The last instant of validity; null = for good. */
  readonly expiresAt: Date | null;
  /** From when it may be renewed; null = never. */
  readonly windowAt: Date | null;
}

/** How long a certificate holds that is issued at an instant, and when its renewal opens: never before its own day. */
export function termOf({ validity, windowDays }: Certification, issuedAt: Date): Term {
  const issuedOn = dateOf(issuedAt);
  const last = lastValidDay(validity, issuedOn);
  if (last === null) return { expiresAt: null, windowAt: null };
  const opensOn = addDays(last, 1 - windowDays);
  const earliest = addDays(issuedOn, 1);
  return { expiresAt: endOfDay(last), windowAt: startOfDay([opensOn, earliest].sort()[1]!) };
}

/**
 * Whether completing anew would give a certificate that holds longer than this one. One that ends on a fixed day for
 * everybody is renewed only once a later day has been set.
 */
export function isRenewable({ validity }: Certification, expiresAt: Date): boolean {
  if (validity.kind === 'forever') return false;
  return validity.kind !== 'until' || endOfDay(validity.day) > expiresAt;
}

export type CertificateState = 'valid' | 'expiring' | 'expired' | 'revoked';

/** How a certificate stands at an instant; null = was not issued yet. 'expiring': its renewal is open. */
export function certificateStateAt(
  certificate: { issuedAt: Date; expiresAt: Date | null; windowAt: Date | null; revokedAt: Date | null },
  at: Date,
): CertificateState | null {
  const { issuedAt, expiresAt, windowAt, revokedAt } = certificate;
  if (issuedAt > at) return null;
  if (revokedAt && revokedAt <= at) return 'revoked';
  if (expiresAt && expiresAt < at) return 'expired';
  return windowAt && expiresAt && windowAt <= at ? 'expiring' : 'valid';
}

export type CertificationProblem = { field: 'months' | 'days' | 'untilOn' | 'windowDays'; code: string };

/** What cannot stand in a certification; `today` rules what a fixed day may be. */
export function certificationProblems(
  { validity, windowDays }: Certification,
  today: LocalDate,
): CertificationProblem[] {
  const problems: CertificationProblem[] = [];
  if (validity.kind === 'months' && (validity.months < 1 || validity.months > 600)) {
    problems.push({ field: 'months', code: 'out-of-range' });
  }
  if (validity.kind === 'days' && (validity.days < 1 || validity.days > 20_000)) {
    problems.push({ field: 'days', code: 'out-of-range' });
  }
  if (validity.kind === 'until' && validity.day < today) problems.push({ field: 'untilOn', code: 'in-the-past' });
  if (windowDays < 0 || windowDays > 366) problems.push({ field: 'windowDays', code: 'out-of-range' });
  // A window as long as the whole validity would ask for renewal from the day after the first certificate.
  const days = validity.kind === 'days' ? validity.days : validity.kind === 'months' ? validity.months * 28 : null;
  if (problems.length === 0 && days !== null && windowDays >= days) {
    problems.push({ field: 'windowDays', code: 'longer-than-validity' });
  }
  return problems;
}

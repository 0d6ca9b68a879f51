import { describe, expect, it } from 'vitest';
import {
  type Certification,
  certificateStateAt,
  certificationProblems,
  isRenewable,
  lastValidDay,
  termOf,
  type Validity,
} from '#app/features/courses/core/certification.ts';
import { endOfDay, startOfDay } from '#app/kernel/vietnam-time.ts';

const months = (n: number): Validity => ({ kind: 'months', months: n });
const days = (n: number): Validity => ({ kind: 'days', days: n });

describe('the last day of a certificate', () => {
  it.each([
    ['one year', months(12), '2027-11-22', '2028-11-22'],
    ['365 days over a leap day', days(365), '2027-11-22', '2028-11-21'],
    ['365 days without one', days(365), '2026-11-22', '2027-11-22'],
    ['one year from a leap day', months(12), '2028-02-29', '2029-02-28'],
    ['four years from a leap day', months(48), '2028-02-29', '2032-02-29'],
    ['one year into a leap year', months(12), '2027-02-28', '2028-02-28'],
    ['one month from 31/01', months(1), '2027-01-31', '2027-02-28'],
    ['one month from 31/01 of a leap year', months(1), '2028-01-31', '2028-02-29'],
    ['six months over the new year', months(6), '2026-08-31', '2027-02-28'],
    ['a fixed day', { kind: 'until', day: '2027-12-31' } as Validity, '2026-11-22', '2027-12-31'],
    ['for good', { kind: 'forever' } as Validity, '2026-11-22', null],
  ])('%s', (_name, validity, issuedOn, expected) => {
    expect(lastValidDay(validity, issuedOn)).toBe(expected);
  });
});

describe('termOf', () => {
  const at = new Date('2026-11-22T03:00:00Z');

  it.each([
    ['30 days that end with the last one', { validity: months(12), windowDays: 30 }, '2027-10-24'],
    ['no window: the day after the end', { validity: months(12), windowDays: 0 }, '2027-11-23'],
    ['a window longer than the validity: the day after the issue', { validity: days(5), windowDays: 30 }, '2026-11-23'],
  ] as [string, Certification, string][])('opens the renewal: %s', (_name, certification, expected) => {
    expect(termOf(certification, at).windowAt).toEqual(startOfDay(expected));
  });

  it('holds to the last instant of the last day', () => {
    expect(termOf({ validity: months(12), windowDays: 30 }, at).expiresAt).toEqual(endOfDay('2027-11-22'));
    // 23:30 UTC is the next day there.
    const late = new Date('2026-11-22T23:30:00Z');
    expect(termOf({ validity: months(12), windowDays: 30 }, late).expiresAt).toEqual(endOfDay('2027-11-23'));
  });
});

describe('certificateStateAt', () => {
  const certificate = {
    issuedAt: new Date('2026-11-22T03:00:00Z'),
    expiresAt: endOfDay('2027-11-22'),
    windowAt: startOfDay('2027-10-24'),
    revokedAt: null,
  };
  it.each([
    ['2026-11-21T00:00:00Z', null],
    ['2026-11-22T03:00:00Z', 'valid'],
    ['2027-10-23T16:59:59Z', 'valid'],
    ['2027-10-23T17:00:00Z', 'expiring'],
    ['2027-11-22T16:59:59.999Z', 'expiring'],
    ['2027-11-22T17:00:00Z', 'expired'],
  ])('at %s: %s', (at, expected) => {
    expect(certificateStateAt(certificate, new Date(at))).toBe(expected);
  });

  it('is as of a date: revoked later, it was valid before', () => {
    const revoked = { ...certificate, revokedAt: new Date('2027-01-01T00:00:00Z') };
    expect(certificateStateAt(revoked, new Date('2026-12-01T00:00:00Z'))).toBe('valid');
    expect(certificateStateAt(revoked, new Date('2027-02-01T00:00:00Z'))).toBe('revoked');
  });
});

describe('isRenewable', () => {
  it.each([
    ['a year again', months(12), true],
    ['for good', { kind: 'forever' } as Validity, false],
    ['the same fixed day', { kind: 'until', day: '2027-11-22' } as Validity, false],
    ['a later fixed day', { kind: 'until', day: '2028-12-31' } as Validity, true],
  ])('%s', (_name, validity, expected) => {
    expect(isRenewable({ validity, windowDays: 30 }, endOfDay('2027-11-22'))).toBe(expected);
  });
});

it.each([
  [{ validity: months(0), windowDays: 0 }, ['months out-of-range']],
  [{ validity: days(20), windowDays: 20 }, ['windowDays longer-than-validity']],
  [{ validity: { kind: 'until', day: '2026-11-21' }, windowDays: 1 }, ['untilOn in-the-past']],
  [{ validity: months(12), windowDays: 400 }, ['windowDays out-of-range']],
  [{ validity: months(12), windowDays: 30 }, []],
] as [Certification, string[]][])('refuses what cannot stand: %j', (certification, expected) => {
  const problems = certificationProblems(certification, '2026-11-22').map(({ field, code }) => `${field} ${code}`);
  expect(problems).toEqual(expected);
});

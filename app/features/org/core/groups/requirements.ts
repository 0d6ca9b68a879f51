import { isWithin, type UnitPath } from '#app/kernel/unit-path.ts';
import { foldForSearch } from '#app/kernel/vietnamese-text.ts';
import type { Membership, PersonnelClass, UnitKind } from '../person.ts';

/** What a group must have, each part on its own; an empty part asks nothing. */
export interface GroupRequirements {
  /** At least so many people. */
  count: number | null;
  composition: CompositionRule[];
  /** Every member holds a valid certificate of each of these courses. */
  courseIds: string[];
  /** Each unit of a kind within the group's unit has at least so many in the group. */
  perUnit: { kind: UnitKind; least: number } | null;
}

/** At least so many of a class, a membership or a position. */
export type CompositionRule =
  | { field: 'class'; value: PersonnelClass; least: number }
  | { field: 'membership'; value: Membership; least: number }
  | { field: 'position'; value: string; least: number };

export const nothingRequired: GroupRequirements = { count: null, composition: [], courseIds: [], perUnit: null };

export const isNothing = ({ count, composition, courseIds, perUnit }: GroupRequirements): boolean =>
  count === null && composition.length === 0 && courseIds.length === 0 && perUnit === null;

/** A member as the rules ask about one. */
export interface MemberFacts {
  personId: string;
  fullName: string;
  rank: string | null;
  position: string | null;
  personnelClass: PersonnelClass;
  membership: Membership;
  /** As the group's unit tells its sub-units apart: 'c1/d2'. */
  unitLabel: string;
  unitPath: UnitPath;
}

/** The latest certificate of a person in a course. */
export interface HeldCertificate {
  personId: string;
  courseId: string;
  expiresAt: Date | null;
  revokedAt: Date | null;
}

export type CertificateLack = 'missing' | 'expired' | 'revoked';
export interface LackingMember extends Pick<MemberFacts, 'personId' | 'fullName' | 'rank' | 'unitLabel'> {
  lack: CertificateLack;
  since: Date | null;
}

interface Judged {
  need: number;
  have: number;
  isMet: boolean;
}
export type JudgedRow =
  | ({ kind: 'count' } & Judged)
  | ({ kind: 'composition'; rule: CompositionRule } & Judged)
  | ({ kind: 'course'; courseId: string; lacking: LackingMember[] } & Judged)
  | ({ kind: 'per-unit'; unitKind: UnitKind; least: number } & Judged);

export interface JudgedUnit {
  id: string;
  name: string;
  label: string;
  have: number;
  /** Of those, who holds every certificate that is required. */
  certified: number;
  isMet: boolean;
}

export interface JudgedGroup {
  isMet: boolean;
  rows: JudgedRow[];
  units: JudgedUnit[];
}

const judged = (need: number, have: number): Judged => ({ need, have, isMet: have >= need });

function fits(member: MemberFacts, rule: CompositionRule): boolean {
  if (rule.field === 'class') return member.personnelClass === rule.value;
  if (rule.field === 'membership') return member.membership === rule.value;
  return foldForSearch(member.position ?? '') === foldForSearch(rule.value);
}

/**
 * Whether a group meets what is required of it, rule by rule, with who or what is missing. A certificate counts while it
 * is neither expired nor revoked; a person counts for a unit with everybody below that unit. With nothing required a
 * group meets it.
 */
export function judgeGroup(
  required: GroupRequirements,
  members: readonly MemberFacts[],
  certificates: readonly HeldCertificate[],
  units: readonly { id: string; name: string; label: string; path: UnitPath }[],
  at: Date,
): JudgedGroup {
  const held = new Map(certificates.map((each) => [`${each.courseId} ${each.personId}`, each]));
  const lackOf = (personId: string, courseId: string): { lack: CertificateLack; since: Date | null } | null => {
    const certificate = held.get(`${courseId} ${personId}`);
    if (!certificate) return { lack: 'missing', since: null };
    if (certificate.revokedAt) return { lack: 'revoked', since: certificate.revokedAt };
    if (certificate.expiresAt && certificate.expiresAt < at) return { lack: 'expired', since: certificate.expiresAt };
    return null;
  };
  const rows: JudgedRow[] = [];
  if (required.count !== null) rows.push({ kind: 'count', ...judged(required.count, members.length) });
  for (const rule of required.composition)
    rows.push({ kind: 'composition', rule, ...judged(rule.least, members.filter((each) => fits(each, rule)).length) });
  for (const courseId of required.courseIds) {
    const lacking = members.flatMap(({ personId, fullName, rank, unitLabel }) => {
      const lack = lackOf(personId, courseId);
      return lack ? [{ personId, fullName, rank, unitLabel, ...lack }] : [];
    });
    // Trained people are asked for: without a member there is none.
    const need = Math.max(1, members.length);
    rows.push({ kind: 'course', courseId, lacking, ...judged(need, members.length - lacking.length) });
  }
  const { perUnit } = required;
  const judgedUnits = perUnit
    ? units.map(({ id, name, label, path }) => {
        const own = members.filter(({ unitPath }) => isWithin(unitPath, path));
        const certified = own.filter(({ personId }) => required.courseIds.every((id) => !lackOf(personId, id)));
        return { id, name, label, have: own.length, certified: certified.length, isMet: own.length >= perUnit.least };
      })
    : [];
  if (perUnit) {
    const met = judgedUnits.filter(({ isMet }) => isMet).length;
    rows.push({ kind: 'per-unit', unitKind: perUnit.kind, least: perUnit.least, ...judged(units.length, met) });
  }
  return { isMet: rows.every(({ isMet }) => isMet), rows, units: judgedUnits };
}

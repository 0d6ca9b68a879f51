import type { LocalDate } from '#app/kernel/vietnam-time.ts';
import type { Membership, PersonnelClass } from '../person.ts';
import { isDoubt, type ReadPerson, type RowProblem } from './read-person.ts';

/** What happens to people whose number is known already. */
export const policies = ['update', 'leave', 'ask'] as const;
export type Policy = (typeof policies)[number];

export const rowKinds = ['new', 'changed', 'transferred', 'returned', 'unchanged', 'problem'] as const;
export type RowKind = (typeof rowKinds)[number];

export const decisions = ['apply', 'leave', 'ask', 'none'] as const;
export type Decision = (typeof decisions)[number];

/** A person with this number, as stored. */
export interface KnownPerson {
  readonly id: string;
  readonly number: string;
  readonly fullName: string;
  readonly rank: string | null;
  readonly position: string | null;
  readonly personnelClass: PersonnelClass;
  readonly membership: Membership;
  readonly unitId: string;
  readonly bornOn: LocalDate | null;
  readonly leftAt: Date | null;
  readonly leftReason: string | null;
}

/** What a person is to be after applying. */
export type PersonState = Pick<
  KnownPerson,
  'fullName' | 'rank' | 'position' | 'personnelClass' | 'membership' | 'unitId' | 'bornOn'
>;

export interface PlannedRow {
  readonly kind: RowKind;
  readonly decision: Decision;
  readonly state: PersonState | null;
  readonly known: KnownPerson | null;
  readonly problems: readonly RowProblem[];
}

/** Left by taking a roster back: whoever comes again in a file was never really gone, and nobody is asked. */
export const LEFT_UNDONE = 'undone';

/** What applying does with a row, before anybody has decided about it alone. */
export function decisionOf(kind: RowKind, policy: Policy, known: Pick<KnownPerson, 'leftReason'> | null): Decision {
  if (kind === 'new' || (kind === 'returned' && known?.leftReason === LEFT_UNDONE)) return 'apply';
  if (kind === 'unchanged' || kind === 'problem') return 'none';
  return policy === 'update' ? 'apply' : policy === 'leave' ? 'leave' : 'ask';
}

/**
 * Sets what a row says beside what is stored. An empty cell changes nothing of a known person. `unitId` is the unit that
 * the row names; null where it names none: who is known within the file's unit stays there, others come to `homeUnitId`.
 */
export function planRow(
  read: ReadPerson,
  known: KnownPerson | null,
  place: { unitId: string | null; homeUnitId: string; isKnownWithinHome: boolean; policy: Policy },
): PlannedRow {
  const problems = [...read.problems];
  const personnelClass = read.personnelClass ?? known?.personnelClass;
  if (!personnelClass && !problems.some(({ field }) => field === 'personnelClass' || field === 'rank'))
    problems.push({ field: 'personnelClass', code: 'class-missing' });
  if (problems.some((problem) => !isDoubt(problem)) || !personnelClass)
    return { kind: 'problem', decision: 'none', state: null, known, problems };
  const state: PersonState = {
    fullName: read.fullName,
    rank: read.rank === undefined ? (known?.rank ?? null) : read.rank,
    position: read.position === undefined ? (known?.position ?? null) : read.position,
    personnelClass,
    membership: read.membership ?? known?.membership ?? 'none',
    unitId: place.unitId ?? (known && place.isKnownWithinHome ? known.unitId : place.homeUnitId),
    bornOn: read.bornOn ?? known?.bornOn ?? null,
  };
  const kind = kindOf(state, known);
  return { kind, decision: decisionOf(kind, place.policy, known), state, known, problems };
}

function kindOf(state: PersonState, known: KnownPerson | null): RowKind {
  if (!known) return 'new';
  if (known.leftAt) return 'returned';
  if (known.unitId !== state.unitId) return 'transferred';
  return (Object.keys(state) as (keyof PersonState)[]).every((field) => state[field] === known[field])
    ? 'unchanged'
    : 'changed';
}

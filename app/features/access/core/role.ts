import type { UnitPath } from '#app/kernel/unit-path.ts';

/** Every person is a learner; these are granted on a unit and reach its subtree. */
export const roles = ['leader', 'clerk', 'author', 'examiner', 'judge', 'administrator'] as const;
export type Role = (typeof roles)[number];

/** A role in force now, with the path of the unit on which it was granted. */
export interface Grant {
  role: Role;
  unitPath: UnitPath;
  /** Stands in for whoever holds the role: allows what the role allows, except to pass it on and to sign. */
  isStandIn?: boolean;
}

/** The signed-in person, as every command and query takes it first. */
export interface Actor {
  readonly personId: string;
  readonly fullName: string;
  readonly rank: string | null;
  readonly unitId: string;
  readonly unitPath: UnitPath;
  readonly grants: readonly Grant[];
  readonly mustChangePassword: boolean;
}

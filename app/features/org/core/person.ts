/** Personnel classes (đối tượng), as reports split them. */
export const personnelClasses = ['officer', 'professional', 'enlisted', 'civilian'] as const;
export type PersonnelClass = (typeof personnelClasses)[number];

/** Membership of organisations: đảng viên, đoàn viên, quần chúng. */
export const memberships = ['party', 'youth', 'none'] as const;
export type Membership = (typeof memberships)[number];

/** Kinds of unit; the tree has no fixed levels, the kind only chooses words and icons. */
export const unitKinds = [
  'corps',
  'division',
  'brigade',
  'regiment',
  'battalion',
  'company',
  'platoon',
  'squad',
  'agency',
] as const;
export type UnitKind = (typeof unitKinds)[number];

/** What a leader can do something about today, the most pressing first. */
export const attentionKinds = [
  'late',
  'late-notices',
  'failed',
  'due-soon',
  'certificates-expiring',
  'presence-missing',
  'not-started',
] as const;
export type AttentionKind = (typeof attentionKinds)[number];

export interface Attention {
  readonly kind: AttentionKind;
  /** Of people; of units where the kind speaks of units. */
  readonly count: number;
  /** Of how many; null = of nothing in particular. */
  readonly whole: number | null;
}

export interface AttentionInput {
  readonly late: number;
  readonly failed: number;
  readonly notStarted: number;
  readonly owing: number;
  /** Days until the due date; null = none, negative = past. */
  readonly daysLeft: number | null;
  /** Late units before whom a notice lies that nobody has acknowledged. */
  readonly openNotices: number;
  /** Units that have not confirmed today's strength, of how many; null = nobody counts presence here. */
  readonly unconfirmed: { readonly units: number; readonly of: number } | null;
  /** People whose certificate is to be renewed now. */
  readonly expiring: number;
}

/** From this many days before the due date on, who still owes something is called up. */
export const soonDays = 7;

/** The list for today; empty = nothing is open. */
export function attentionList(input: AttentionInput): Attention[] {
  const { late, failed, notStarted, owing, daysLeft, openNotices, unconfirmed, expiring } = input;
  const isSoon = daysLeft !== null && daysLeft >= 0 && daysLeft <= soonDays;
  const found: Attention[] = [
    { kind: 'late', count: late, whole: null },
    { kind: 'late-notices', count: openNotices, whole: null },
    { kind: 'failed', count: failed, whole: null },
    { kind: 'due-soon', count: isSoon ? owing : 0, whole: null },
    { kind: 'certificates-expiring', count: expiring, whole: null },
    { kind: 'presence-missing', count: unconfirmed?.units ?? 0, whole: unconfirmed?.of ?? null },
    // Once somebody is late or the date is near, the larger number says it already.
    { kind: 'not-started', count: late === 0 && !isSoon ? notStarted : 0, whole: null },
  ];
  return found.filter(({ count }) => count > 0);
}

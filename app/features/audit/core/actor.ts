/** Who changes something, as the audit log names it. Null is the product itself: the clock, the administrator's commands. */
export interface Doer {
  readonly personId: string | null;
}

/** The product itself, for what happens by the clock or from the command line. */
export const theSystem: Doer = { personId: null };

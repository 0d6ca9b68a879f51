/** Groups with fewer attempts are not shown: a mean of a few tells of each. Our choice. */
export const SMALLEST_GROUP = 5;

/** A group beside its figures; `mean` null = too small to be shown, or nothing known. */
export interface GroupFigures {
  readonly key: string;
  readonly attempts: number;
  readonly mean: number | null;
  readonly isSuppressed: boolean;
}

interface Counted {
  key: string;
  attempts: number;
  sum: number;
  isSuppressed: boolean;
}

/**
 * Means of values by group. `keys[i]` null leaves `values[i]` out.
 *
 * Groups below `SMALLEST_GROUP` are suppressed. Where what is suppressed comes to fewer than `SMALLEST_GROUP` attempts in
 * all, it could still be told from the total: then the smallest group that is shown is suppressed too.
 */
export function groupMeans(
  keys: readonly (string | null)[],
  values: ArrayLike<number>,
  smallest = SMALLEST_GROUP,
): GroupFigures[] {
  const groups = new Map<string, Counted>();
  for (let at = 0; at < keys.length; at++) {
    const key = keys[at];
    if (key === null || key === undefined) continue;
    let group = groups.get(key);
    if (!group) {
      group = { key, attempts: 0, sum: 0, isSuppressed: false };
      groups.set(key, group);
    }
    group.attempts++;
    group.sum += values[at]!;
  }
  const bySize = [...groups.values()].sort((a, b) => a.attempts - b.attempts);
  let hidden = 0;
  for (const group of bySize) {
    if (group.attempts >= smallest && (hidden === 0 || hidden >= smallest)) break;
    group.isSuppressed = true;
    hidden += group.attempts;
  }
  return [...groups.values()].map(({ key, attempts, sum, isSuppressed }) => ({
    ...{ key, attempts, isSuppressed },
    mean: isSuppressed ? null : sum / attempts,
  }));
}

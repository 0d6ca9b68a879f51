/** An approved change of key: what was shown as `fromVersionId` is graded as `toVersionId`. */
export interface ApprovedKey {
  readonly fromVersionId: string;
  readonly toVersionId: string;
}

/** Which version's key grades a version; versions without a change are not in it. */
export type KeyOf = ReadonlyMap<string, string>;

/** Follows chains to their end: 1 -> 2 and 2 -> 3 grade both 1 and 2 by 3. A ring, which no approval makes, ends where it began. */
export function resolveKeys(changes: readonly ApprovedKey[]): KeyOf {
  const next = new Map(changes.map(({ fromVersionId, toVersionId }) => [fromVersionId, toVersionId]));
  const resolved = new Map<string, string>();
  for (const from of next.keys()) {
    const seen = new Set([from]);
    let at = from;
    for (let to = next.get(at); to !== undefined && !seen.has(to); to = next.get(at)) {
      seen.add(to);
      at = to;
    }
    if (at !== from) resolved.set(from, at);
  }
  return resolved;
}

/** The version whose key grades what was shown as `versionId`. */
export const gradingVersionOf = (keys: KeyOf, versionId: string): string => keys.get(versionId) ?? versionId;

/** Every version that is graded by `versionId` now: itself, and what earlier changes led to it. */
export function versionsGradedBy(keys: KeyOf, versionId: string): string[] {
  const led = [...keys].filter(([, to]) => to === versionId).map(([from]) => from);
  return [versionId, ...led.sort()];
}

/** What was not understood: a name that nobody knows, or the value of a known one. */
export interface NotUnderstood {
  kind: 'name' | 'value';
  /** As 'slots.2.count'. */
  place: string;
}

/**
 * The first thing in `given` that `known` does not hold just so, or null. What `known` has besides (defaults of a newer
 * release) does not matter. For values that were read by a lenient schema: what it left out or changed was not understood.
 */
export function firstUnknown(given: unknown, known: unknown, place = ''): NotUnderstood | null {
  const value: NotUnderstood = { kind: 'value', place };
  if (typeof given !== 'object' || given === null) return Object.is(given, known) ? null : value;
  if (typeof known !== 'object' || known === null || Array.isArray(given) !== Array.isArray(known)) return value;
  if (Array.isArray(given) && given.length !== (known as unknown[]).length) return value;
  for (const [key, each] of Object.entries(given)) {
    const within = place === '' ? key : `${place}.${key}`;
    if (!Object.hasOwn(known, key)) return { kind: 'name', place: within };
    const found = firstUnknown(each, (known as Record<string, unknown>)[key], within);
    if (found !== null) return found;
  }
  return null;
}

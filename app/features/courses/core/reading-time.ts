import type { CompletionRule } from './assignment.ts';

/** How much of the stated minutes an author may ask for. */
export const readingShares = [0, 0.5, 1] as const;

/**
 * How long a lesson must have been open before it can be marked as read, in seconds: by the strictest of the assignments
 * that ask for lessons; 0 = it can be marked at once.
 */
export function leastReadingSeconds(minutes: number, rules: readonly CompletionRule[]): number {
  const shares = rules.map(({ lessons, readingShare = 0 }) => (lessons === 'all' ? readingShare : 0));
  return Math.round(Math.max(0, ...shares) * minutes * 60);
}

/** From when on a lesson can be marked as read; null = now. What was never opened is opened now. */
export function readableFrom(leastSeconds: number, openedAt: Date | null, now: Date): Date | null {
  const from = new Date((openedAt ?? now).getTime() + leastSeconds * 1000);
  return from > now ? from : null;
}

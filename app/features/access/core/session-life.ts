/** A session ends after 12 hours without use, and never lives longer than 30 days. */
export const idleSeconds = 12 * 3600;
export const longestSeconds = 30 * 24 * 3600;
/** Use is noted at most this often, so that reading pages does not write. */
export const touchEverySeconds = 300;

/** Until when a session is valid that was made at `createdAt` and is used at `now`. */
export function sessionExpiry(createdAt: Date, now: Date): Date {
  return new Date(Math.min(now.getTime() + idleSeconds * 1000, createdAt.getTime() + longestSeconds * 1000));
}

/** Whether the use of a session is worth a write. */
export function isTouchDue(lastSeenAt: Date, now: Date): boolean {
  return now.getTime() - lastSeenAt.getTime() >= touchEverySeconds * 1000;
}

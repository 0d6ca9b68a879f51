/** The number of an issue of first passwords: seconds since 2020, so that a later one is never one that was printed before. */
export const issueAt = (at: Date): number => Math.floor((at.getTime() - Date.UTC(2020, 0, 1)) / 1000);

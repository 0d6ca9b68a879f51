import { type ImportState, statesAtWork } from './outcome.ts';

/** A work that has not given a sign of life for so long has died with its server. One transaction gives none. */
const LONGEST_SILENCE_MS = { reading: 90_000, whole: 15 * 60_000 };

/** Whether what should be under way is not: it is shown as failed and can be begun again. */
export function isDead({ state, touchedAt }: { state: ImportState; touchedAt: Date | null }, at: Date): boolean {
  const longest = state === 'reading' ? LONGEST_SILENCE_MS.reading : LONGEST_SILENCE_MS.whole;
  return statesAtWork.includes(state) && touchedAt !== null && at.getTime() - touchedAt.getTime() > longest;
}

/** Why a file cannot be applied as it stands; null = it can. */
export type ApplyRefusal = 'columns' | 'problems' | 'asked' | 'nothing';

/** A file is applied as a whole: nothing may be open in it, unless whoever applies says to leave the rows with problems out. */
export function applyRefusal(
  file: { isReadable: boolean; problems: number; asked: number; toApply: number; unitsMade: number },
  { leavesProblems }: { leavesProblems: boolean },
): ApplyRefusal | null {
  if (!file.isReadable) return 'columns';
  if (file.problems > 0 && !leavesProblems) return 'problems';
  if (file.asked > 0) return 'asked';
  return file.toApply === 0 && file.unitsMade === 0 ? 'nothing' : null;
}

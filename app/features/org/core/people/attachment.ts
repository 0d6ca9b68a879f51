import { isLocalDate, type LocalDate } from '#app/kernel/vietnam-time.ts';

export type AttachmentProblem =
  | 'malformed'
  | 'missing'
  | 'too-early'
  | 'ends-before-it-begins'
  | 'over'
  | 'before-birth'
  | 'overlaps';
export type AttachmentProblems = Partial<Record<'fromOn' | 'untilOn', AttachmentProblem>>;

/** Since when an attachment may be told: nobody enters what lies longer back than this many days. */
export const OLDEST_DAYS = 3660;

/** The days of an attachment: from when, until when (both included; empty = until told otherwise). */
export function attachmentDays(
  typed: { fromOn: string; untilOn: string },
  { today, earliest, bornOn }: { today: LocalDate; earliest: LocalDate; bornOn: LocalDate | null },
): { fromOn: LocalDate; untilOn: LocalDate | null; problems: AttachmentProblems } {
  const fromOn = typed.fromOn.trim() || today;
  const untilOn = typed.untilOn.trim();
  const problems: AttachmentProblems = {};
  if (!isLocalDate(fromOn)) problems.fromOn = 'malformed';
  else if (fromOn < earliest) problems.fromOn = 'too-early';
  else if (bornOn && fromOn < bornOn) problems.fromOn = 'before-birth';
  if (untilOn !== '') {
    if (!isLocalDate(untilOn)) problems.untilOn = 'malformed';
    else if (!problems.fromOn && untilOn < fromOn) problems.untilOn = 'ends-before-it-begins';
    else if (untilOn < today) problems.untilOn = 'over';
  }
  return { fromOn, untilOn: untilOn || null, problems };
}

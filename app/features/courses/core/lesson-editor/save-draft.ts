import { isSameText, type LessonText } from './lesson-text.ts';

/** A draft as it lies in the database. */
export interface KeptDraft extends LessonText {
  /** Counts every saving; 0 = nobody has saved one, the text is the published one. */
  revision: number;
  updatedAt: Date;
  updatedById: string | null;
}

export type DraftDecision =
  /** `copy`: the state that is replaced is kept beside, and why. */
  { kind: 'write'; copy: CopyReason | null } | { kind: 'unchanged' } | { kind: 'conflict' };

/** asked: its author wanted it kept. replaced: another's text took its place. in-time: it had stood for a while. */
export const copyReasons = ['asked', 'replaced', 'in-time'] as const;
export type CopyReason = (typeof copyReasons)[number];

/** A state that has stood so long is worth keeping before it is written over: somebody went away and came back. */
const STOOD_MS = 10 * 60_000;

/**
 * Whether a text may take the place of the stored one. `base` is the revision that the writer has seen; the same text
 * again is no conflict, whichever revision its sender knew, so that a saving whose receipt was lost can be repeated.
 */
export function decideSave(
  stored: KeptDraft,
  { base, text, byId }: { base: number; text: LessonText; byId: string },
  at: Date,
): DraftDecision {
  if (isSameText(stored, text)) return { kind: 'unchanged' };
  if (stored.revision !== base) return { kind: 'conflict' };
  if (stored.revision === 0) return { kind: 'write', copy: null };
  if (stored.updatedById !== byId) return { kind: 'write', copy: 'replaced' };
  return { kind: 'write', copy: at.getTime() - stored.updatedAt.getTime() >= STOOD_MS ? 'in-time' : null };
}

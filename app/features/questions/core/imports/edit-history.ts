/** A source with the place of the cursor in it. */
export interface SourceState {
  source: string;
  from: number;
  until: number;
}

/** What was written before and what was taken back, so that Ctrl+Z works on edits of either side. */
export interface EditHistory {
  past: readonly SourceState[];
  now: SourceState;
  future: readonly SourceState[];
  /** When the last key was typed, in milliseconds: typing without a pause is one step. */
  typedAt: number | null;
}

const PAUSE_MS = 800;
const MOST_STEPS = 200;

export const beginHistory = (source: string): EditHistory => ({
  ...{ past: [], future: [], typedAt: null },
  now: { source, from: 0, until: 0 },
});

/** The history after a change; keys typed one after the other are taken back together. */
export function write(history: EditHistory, next: SourceState, how: { isTyping: boolean; at: number }): EditHistory {
  if (next.source === history.now.source) return { ...history, now: next };
  const goesOn = how.isTyping && history.typedAt !== null && how.at - history.typedAt < PAUSE_MS;
  const past = goesOn ? history.past : [...history.past, history.now].slice(-MOST_STEPS);
  return { past, now: next, future: [], typedAt: how.isTyping ? how.at : null };
}

/** One step back; the same history where there is none. */
export function undo(history: EditHistory): EditHistory {
  const before = history.past.at(-1);
  if (!before) return history;
  return { past: history.past.slice(0, -1), now: before, future: [history.now, ...history.future], typedAt: null };
}

/** One step forward again. */
export function redo(history: EditHistory): EditHistory {
  const [after, ...future] = history.future;
  if (!after) return history;
  return { past: [...history.past, history.now], now: after, future, typedAt: null };
}

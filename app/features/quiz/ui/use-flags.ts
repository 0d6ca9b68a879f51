import { useState } from 'react';
import type { OpenAttempt } from '../queries/attempt-page.server.ts';
import { sendFlag } from './talk-to-attempt.ts';

/** The flags of an open attempt: shown at once, taken back where the server did not hear of it. */
export function useFlags({ attemptId, questions }: OpenAttempt) {
  const [flags, setFlags] = useState<ReadonlySet<number>>(
    () => new Set(questions.filter(({ flagged }) => flagged).map(({ slot }) => slot)),
  );
  const show = (slot: number, isFlagged: boolean) =>
    setFlags((before) => new Set(isFlagged ? [...before, slot] : [...before].filter((one) => one !== slot)));
  const flag = async (slot: number, isFlagged: boolean) => {
    show(slot, isFlagged);
    if (!(await sendFlag(attemptId, slot, isFlagged))) show(slot, !isFlagged);
  };
  return { flags, flag };
}

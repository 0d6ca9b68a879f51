import { useState } from 'react';
import type { OpenAttempt } from '../queries/attempt-page.server.ts';
import type { ShownReview } from '../queries/shown-question.server.ts';
import { sendCheck } from './talk-to-attempt.ts';

/** What is shown of a question since it was checked; 'empty': it was to be checked without an answer. */
export type Checked = ShownReview | 'empty' | null;

/** Practice: the feedback by slot. `save` brings the answer to the server first. */
export function useChecks({ attemptId, questions }: OpenAttempt, save: () => Promise<boolean>) {
  const [checks, setChecks] = useState<ReadonlyMap<number, Checked>>(
    () => new Map(questions.map(({ slot, review }) => [slot, review])),
  );
  const [checking, setChecking] = useState<number | null>(null);
  const show = (slot: number, checked: Checked) =>
    setChecks((before) => (before.get(slot) === checked ? before : new Map(before).set(slot, checked)));
  const check = async (slot: number, isAnswered: boolean) => {
    if (!isAnswered) return show(slot, 'empty');
    setChecking(slot);
    const review = (await save()) ? await sendCheck(attemptId, slot) : null;
    if (review) show(slot, review);
    setChecking(null);
  };
  /** The answer has changed: what was said of it no longer holds. */
  const forget = (slot: number) => show(slot, null);
  return { checks, checking, check, forget };
}

import { useState } from 'react';
import type { OpenAttempt } from '../queries/attempt-page.server.ts';
import type { ShownReview } from '../queries/shown-review.server.ts';
import type { ShownWork } from '../queries/shown-work.server.ts';
import { sendCheck } from './talk-to-attempt.ts';

/** What is shown of a question since it was checked, or why it could not be. */
export type Checked = ShownReview | 'empty' | 'incomplete' | 'by-hand' | 'failed' | null;

const refusals: Record<string, Checked> = { 'not-answered': 'empty', incomplete: 'incomplete', 'by-hand': 'by-hand' };

/** Practice: the feedback by slot, and how each slot stands. `save` brings the answer to the server first. */
export function useChecks({ attemptId, questions }: OpenAttempt, save: () => Promise<boolean>) {
  const [checks, setChecks] = useState<ReadonlyMap<number, Checked>>(
    () => new Map(questions.map(({ slot, review }) => [slot, review])),
  );
  const [works, setWorks] = useState<ReadonlyMap<number, ShownWork>>(
    () => new Map(questions.map(({ slot, work }) => [slot, work])),
  );
  const [checking, setChecking] = useState<number | null>(null);
  const show = (slot: number, checked: Checked) =>
    setChecks((before) => (before.get(slot) === checked ? before : new Map(before).set(slot, checked)));
  const check = async (slot: number, isAnswered: boolean) => {
    if (!isAnswered) return show(slot, 'empty');
    setChecking(slot);
    const answer = (await save()) ? await sendCheck(attemptId, slot) : null;
    if (answer && !('refused' in answer)) {
      show(slot, answer.review);
      const { work } = answer;
      if (work) setWorks((before) => new Map(before).set(slot, work));
    } else show(slot, (answer && refusals[answer.refused]) ?? 'failed');
    setChecking(null);
  };
  /** The answer has changed: what was said of it no longer holds. */
  const forget = (slot: number) => show(slot, null);
  return { checks, works, checking, check, forget };
}

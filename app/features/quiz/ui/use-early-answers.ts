import { type RefObject, useEffect } from 'react';
import type { PresentedResponse } from '#app/features/questions/core/question.ts';
import type { OpenQuestion } from '../queries/attempt-page.server.ts';
import { isSameAnswer } from './talk-to-attempt.ts';

type Change = (slot: number, response: PresentedResponse) => void;

/**
 * Takes over what was answered before the page's program had loaded: on an old machine that takes seconds, and a learner
 * does not wait. Reads the form once.
 */
export function useEarlyAnswers(form: RefObject<HTMLFormElement>, questions: readonly OpenQuestion[], change: Change) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: only once
  useEffect(() => {
    if (!form.current) return;
    const fields = new FormData(form.current);
    for (const question of questions) {
      if (!fields.has(`s${question.slot}`)) continue;
      const early = readField(question, fields.getAll(`a${question.slot}`));
      if (early !== null && !isSameAnswer(early, question.answer)) change(question.slot, early);
    }
  }, []);
}

function readField({ type }: OpenQuestion, values: FormDataEntryValue[]): PresentedResponse {
  const texts = values.filter((value): value is string => typeof value === 'string' && value !== '');
  const [first] = texts;
  if (first === undefined) return null;
  if (type === 'multiple') return texts.map(Number);
  return type === 'single' ? Number(first) : first;
}

import { type RefObject, useEffect } from 'react';
import type { PresentedResponse } from '#app/features/questions/core/question.ts';
import { CERTAINTIES, type Certainty } from '../core/certainty.ts';
import type { OpenQuestion } from '../queries/attempt-page.server.ts';
import { moved, orderOf } from './sheets/use-order.ts';
import { isSameAnswer } from './talk-to-attempt.ts';

type Take = {
  change: (slot: number, response: PresentedResponse) => void;
  changeCertainty: (slot: number, certainty: Certainty) => void;
};

/**
 * Takes over what was answered before the page's program had loaded: on an old machine that takes seconds, and a learner
 * does not wait. Reads the form once.
 */
export function useEarlyAnswers(form: RefObject<HTMLFormElement>, questions: readonly OpenQuestion[], take: Take) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: only once
  useEffect(() => {
    if (!form.current) return;
    const fields = new FormData(form.current);
    for (const question of questions) {
      const { slot } = question;
      if (!fields.has(`s${slot}`)) continue;
      const early = readEarly(question, fields);
      if (early !== null && !isSameAnswer(early, question.answer)) take.change(slot, early);
      const sure = CERTAINTIES.find((level) => String(level) === fields.get(`c${slot}`));
      if (sure && sure !== question.certainty) take.changeCertainty(slot, sure);
    }
  }, []);
}

/** What the fields of a question hold, as its sheet would tell it. */
export function readEarly(question: Omit<OpenQuestion, 'review' | 'work'>, fields: FormData): PresentedResponse {
  const { slot, type } = question;
  const texts = fields.getAll(`a${slot}`).filter((value): value is string => typeof value === 'string' && value !== '');
  const [first] = texts;
  switch (type) {
    case 'single':
      return first === undefined ? null : Number(first);
    case 'multiple':
      return first === undefined ? null : texts.map(Number);
    case 'cluster':
      return readParts(question, fields, () => false);
    case 'matching':
      return readParts(question, fields, () => true);
    case 'blanks':
      return readParts(question, fields, (at) => question.blanks?.[at]?.kind === 'choice');
    case 'ordering': {
      // Ranks chosen so far, one after the other, move the items as the living page would have moved them.
      const ranks = Object.entries(readParts(question, fields, () => true) ?? {});
      if (ranks.length === 0) return null;
      const order = orderOf(question.answer, question.items?.length ?? 0);
      return ranks
        .sort(([, a], [, b]) => Number(a) - Number(b))
        .reduce((sorted, [position, rank]) => moved(sorted, Number(position), Number(rank) - 1), order);
    }
    default:
      return first ?? null;
  }
}

function readParts(
  { slot, statements, prompts, items, blanks }: Omit<OpenQuestion, 'review' | 'work'>,
  fields: FormData,
  isNumber: (position: number) => boolean,
): Record<string, number | string> | null {
  const count = (statements ?? prompts ?? items ?? blanks ?? []).length;
  const parts: Record<string, number | string> = {};
  for (let position = 0; position < count; position += 1) {
    const value = fields.get(`a${slot}.${position}`);
    if (typeof value === 'string' && value !== '') parts[position] = isNumber(position) ? Number(value) : value;
  }
  return Object.keys(parts).length > 0 ? parts : null;
}

import type { ReactNode } from 'react';
import type { PresentedResponse } from '#app/features/questions/core/question.ts';
import type { ShownQuestion } from '../../queries/shown-question.server.ts';

/** What every sheet is given: the question, what is answered so far, and whom to tell of a change. */
export interface SheetProps {
  question: ShownQuestion;
  answer: PresentedResponse;
  onChange: (response: PresentedResponse, options?: { isTyping?: boolean }) => void;
  /** Typing rests: what was typed is to be sent now. */
  onSettle: () => void;
  /** Of an essay that takes files: where they are attached. */
  files?: ReactNode;
}

/** An answer of several parts, by displayed position. */
export type Parts = Readonly<Record<string, number | string>>;

/** The parts of an answer; none for another kind of answer. */
export const partsOf = (answer: PresentedResponse): Parts =>
  typeof answer === 'object' && answer !== null && !Array.isArray(answer) ? answer : {};

/** The answer with one part set, or taken away by null; null once no part is left. */
export function withPart(
  answer: PresentedResponse,
  position: number,
  value: number | string | null,
): Record<string, number | string> | null {
  const { [position]: _, ...others } = partsOf(answer);
  const parts = value === null || value === '' ? others : { ...others, [position]: value };
  return Object.keys(parts).length > 0 ? parts : null;
}

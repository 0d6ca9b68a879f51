import { render, screen } from '@testing-library/react';
import { useState } from 'react';
import { vi } from 'vitest';
import type { PresentedResponse } from '#app/features/questions/core/question.ts';
import type { ShownQuestion } from '#app/features/quiz/queries/shown-question.server.ts';
import { AnswerSheet } from '#app/features/quiz/ui/answer-sheet.tsx';

type Said = (response: PresentedResponse, isTyping: boolean) => void;
type Props = { question: ShownQuestion; first: PresentedResponse; said: Said; settled: () => void };

function Held({ question, first, said, settled }: Props) {
  const [answer, setAnswer] = useState(first);
  const change = (response: PresentedResponse, how?: { isTyping?: boolean }) => {
    said(response, how?.isTyping ?? false);
    setAnswer(response);
  };
  return (
    <form data-testid="form">
      <AnswerSheet question={question} answer={answer} onChange={change} onSettle={settled} />
    </form>
  );
}

/** A question of slot 3 as its page holds it: what it told, and what its plain form would send. */
export function showSheet(
  question: Partial<ShownQuestion> & Pick<ShownQuestion, 'type'>,
  first: PresentedResponse = null,
) {
  const said = vi.fn<Said>();
  const settled = vi.fn();
  const whole = { slot: 3, stemHtml: '<p>Câu hỏi</p>', options: [], ...question };
  render(<Held question={whole} first={first} said={said} settled={settled} />);
  const fields = () =>
    Object.fromEntries(
      [...new FormData(screen.getByTestId('form') as HTMLFormElement)].filter(([, value]) => value !== ''),
    );
  return { said, settled, fields };
}

/** Texts with their displayed positions. */
export const shown = (...texts: string[]) => texts.map((text, position) => ({ position, html: text, text }));

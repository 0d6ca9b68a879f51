// @vitest-environment jsdom
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import type { PresentedResponse } from '#app/features/questions/core/question.ts';
import type { ShownQuestion } from '#app/features/quiz/queries/shown-question.server.ts';
import { AnswerSheet } from '#app/features/quiz/ui/answer-sheet.tsx';

const base = { slot: 3, stemHtml: '<p>Câu hỏi</p>', options: [] };
const options = ['Huế', '<strong>Hà Nội</strong>', 'Đà Nẵng'].map((html, position) => ({ position, html }));

type Said = (response: PresentedResponse, isTyping: boolean) => void;

function Held({
  question,
  first,
  said,
  settled,
}: {
  question: ShownQuestion;
  first: PresentedResponse;
  said: Said;
  settled: () => void;
}) {
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

function show(question: ShownQuestion, first: PresentedResponse = null) {
  const said = vi.fn<Said>();
  const settled = vi.fn();
  render(<Held question={question} first={first} said={said} settled={settled} />);
  const fields = () => new FormData(screen.getByTestId('form') as HTMLFormElement).getAll('a3');
  return { said, settled, fields };
}

describe('a sheet for one answer', () => {
  it('sends the displayed position of a single choice, as its plain form does', async () => {
    const { said, fields } = show({ ...base, type: 'single', options });
    await userEvent.click(screen.getByText('Hà Nội'));
    expect(said).toHaveBeenLastCalledWith(1, false);
    expect(fields()).toEqual(['1']);
    await userEvent.keyboard('{ArrowDown}');
    expect(said).toHaveBeenLastCalledWith(2, false);
  });

  it('sends all positions of a multiple choice in displayed order, and nothing once none is ticked', async () => {
    const { said, fields } = show({ ...base, type: 'multiple', options }, [2]);
    await userEvent.click(screen.getByRole('checkbox', { name: /Huế/ }));
    expect(said).toHaveBeenLastCalledWith([0, 2], false);
    expect(fields()).toEqual(['0', '2']);
    await userEvent.click(screen.getByRole('checkbox', { name: /Huế/ }));
    await userEvent.click(screen.getByRole('checkbox', { name: /Đà Nẵng/ }));
    expect(said).toHaveBeenLastCalledWith(null, false);
  });

  it('sends true or false', async () => {
    const { said, fields } = show({ ...base, type: 'true-false' });
    await userEvent.click(screen.getByRole('radio', { name: 'Sai' }));
    expect(said).toHaveBeenLastCalledWith('false', false);
    expect(fields()).toEqual(['false']);
  });

  it('says that a text is being typed, and when the field is left', async () => {
    const { said, settled, fields } = show({ ...base, type: 'short-answer' });
    await userEvent.type(screen.getByRole('textbox', { name: 'Câu trả lời' }), 'Hồng');
    expect(said).toHaveBeenLastCalledWith('Hồng', true);
    expect(fields()).toEqual(['Hồng']);
    await userEvent.tab();
    expect(settled).toHaveBeenCalledOnce();
    await userEvent.clear(screen.getByRole('textbox'));
    expect(said).toHaveBeenLastCalledWith(null, true);
  });

  it('keeps the focus while the answer is shown again', async () => {
    show({ ...base, type: 'single', options });
    const first = screen.getByRole('radio', { name: /Huế/ });
    await userEvent.click(first);
    expect(first).toHaveFocus();
    expect(first).toBeChecked();
  });
});

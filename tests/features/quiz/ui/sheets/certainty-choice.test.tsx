// @vitest-environment jsdom
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { CertaintyChoice } from '#app/features/quiz/ui/sheets/certainty-choice.tsx';

it('says in marks what each certainty wins and costs, and sends the level', async () => {
  const said = vi.fn();
  render(<CertaintyChoice slot={3} maxMark={2} certainty={1} onChange={said} />);
  expect(screen.getByRole('group', { name: /chắc câu trả lời này đến mức nào/ })).toBeInTheDocument();
  expect(screen.getByRole('radio', { name: /Ít chắc.*đúng được 0,67 điểm, sai không mất điểm/ })).toBeChecked();
  expect(screen.getByRole('radio', { name: /Khá chắc.*đúng được 1,33 điểm, sai mất 1,33 điểm/ })).not.toBeChecked();
  await userEvent.click(screen.getByRole('radio', { name: /Rất chắc.*đúng được 2 điểm, sai mất 4 điểm/ }));
  expect(said).toHaveBeenCalledWith(3);
});

// @vitest-environment jsdom
import { render, screen } from '@testing-library/react';
import { beforeEach, expect, it } from 'vitest';
import { pulseVi } from '#app/features/quiz/messages/pulse-vi.ts';
import { LateAnswers } from '#app/features/quiz/ui/late-answers.tsx';
import { readOutbox, writeOutbox } from '#app/features/quiz/ui/outbox-store.ts';

const words = pulseVi.late;
const waiting = [1, 4].map((slot) => ({ slot, sequence: 2, response: 0 }));

beforeEach(() => {
  localStorage.clear();
  writeOutbox(localStorage, 'a1', waiting, () => true);
});

it('says of answers that came too late that they are kept while the attempt may be opened again', async () => {
  render(<LateAnswers attemptId="a1" mayReopen />);
  expect(await screen.findByText(words.kept(2))).toBeInTheDocument();
  expect(readOutbox(localStorage, 'a1')).toEqual(waiting);
});

it('drops them once it may not, and says so; says nothing where nothing was late', async () => {
  render(<LateAnswers attemptId="a1" mayReopen={false} />);
  expect(await screen.findByText(words.lost(2))).toBeInTheDocument();
  expect(readOutbox(localStorage, 'a1')).toEqual([]);
  const { container } = render(<LateAnswers attemptId="a2" mayReopen />);
  expect(container).toBeEmptyDOMElement();
});

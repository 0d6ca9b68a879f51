// @vitest-environment jsdom
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { blankSlot, type SlotDraft } from '#app/features/quiz/core/quiz-draft.ts';
import { vi } from '#app/features/quiz/messages/author-vi.ts';
import type { QuizEditorNames } from '#app/features/quiz/queries/author-quiz.server.ts';
import { RandomSlot } from '#app/features/quiz/ui/author/random-slot.tsx';

const words = vi.slots;
const counts = (easy: number) => ({ easy, medium: 0, hard: 1 });
const names: QuizEditorNames = {
  ...{ questions: {}, tags: [], categoryNames: {}, places: [] },
  categories: [
    { id: 'law', path: ['Luật'], parentId: null, counts: counts(2) },
    { id: 'civil', path: ['Luật', 'Dân sự'], parentId: 'law', counts: counts(4) },
    { id: 'net', path: ['Mạng'], parentId: null, counts: counts(9) },
  ],
};

function show(slot: Partial<SlotDraft>) {
  const changes: Partial<SlotDraft>[] = [];
  const rest = { at: 0, count: 1, names, problemOf: () => undefined, onList: () => undefined };
  render(<RandomSlot slot={{ ...blankSlot(), ...slot }} {...rest} onSlot={(change) => changes.push(change)} />);
  return changes;
}

it('offers the subcategories where there are some, and counts what there is with them', async () => {
  const changes = show({ categoryId: 'law' });
  expect(screen.getByText(words.available('3'))).toBeInTheDocument();
  expect(screen.getByRole('option', { name: 'Luật / Dân sự' })).toBeInTheDocument();
  await userEvent.click(screen.getByRole('checkbox', { name: words.withSubcategories }));
  expect(changes).toEqual([{ withSubcategories: true }]);
});

it('counts the questions of all categories below, of the difficulty that is asked for', () => {
  show({ categoryId: 'law', withSubcategories: true, difficulty: 'easy' });
  expect(screen.getByText(words.available('6'))).toBeInTheDocument();
  expect(screen.getByRole('checkbox')).toBeChecked();
});

it('has no such choice where nothing lies below', () => {
  show({ categoryId: 'net' });
  expect(screen.getByText(words.available('10'))).toBeInTheDocument();
  expect(screen.queryByRole('checkbox')).toBeNull();
});

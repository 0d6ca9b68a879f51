// @vitest-environment jsdom
import { createRemixStub } from '@remix-run/testing';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ComponentProps } from 'react';
import { expect, it } from 'vitest';
import { vi as importVi } from '#app/features/questions/messages/import-screen-vi.ts';
import { vi } from '#app/features/quiz/messages/author-vi.ts';
import { QuizOfImportForm } from '#app/features/quiz/ui/author/quiz-of-import-form.tsx';

type Props = ComponentProps<typeof QuizOfImportForm>;

const { editor, kinds, problems } = vi;
const typed = { title: 'Bài', kind: 'exam', place: '', dueOn: '', unitIds: [] };

function show(given: Partial<Props> = {}) {
  const props: Props = {
    ...{ importId: 'i', quizId: 'q', questions: 38, typed, courses: [], units: [], problems: [], ...given },
  };
  const page = () => <QuizOfImportForm {...props} />;
  const Stub = createRemixStub([{ path: '/', Component: page }]);
  render(<Stub initialEntries={['/']} />);
}

const value = (label: string) => (screen.getByLabelText(label) as HTMLInputElement).value;

it('asks for time, attempts and the pass mark, as the kind of quiz starts, and keeps what was typed', async () => {
  show();
  expect([value(editor.timeLimit), value(editor.attempts), value(editor.passGrade)]).toEqual(['40', '1', '5']);
  await userEvent.clear(screen.getByLabelText(editor.passGrade));
  await userEvent.type(screen.getByLabelText(editor.passGrade), '6,5');
  await userEvent.click(screen.getByRole('radio', { name: new RegExp(`^${kinds.practice}`) }));
  expect([value(editor.timeLimit), value(editor.attempts), value(editor.passGrade)]).toEqual(['', '', '6,5']);
});

it('says what is wrong beside the field, and leads to something that is on the page', () => {
  show({
    typed: { ...typed, timeLimitMinutes: 'nửa giờ', attemptsAllowed: '1', passGrade: '5' },
    problems: [
      { field: 'timeLimitMinutes', code: 'not-a-number' },
      { field: 'questions', code: 'gone' },
      { field: 'unitId', code: 'missing' },
      { field: 'place', code: 'unknown-place' },
    ],
  });
  expect(screen.getByLabelText(editor.timeLimit)).toHaveAccessibleDescription(
    expect.stringContaining(problems['timeLimitMinutes not-a-number']),
  );
  for (const link of screen.getByRole('alert').querySelectorAll('a')) {
    expect(document.getElementById(link.hash.slice(1)), link.textContent!).not.toBeNull();
    expect(link.textContent).not.toMatch(/unknown-place|gone|missing/);
  }
});

it('leads back to the import', () => {
  show();
  expect(screen.getByRole('link', { name: importVi.quiz.back })).toHaveAttribute('href', '/author/imports/i');
});

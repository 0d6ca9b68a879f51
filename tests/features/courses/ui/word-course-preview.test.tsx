// @vitest-environment jsdom
import { createRemixStub } from '@remix-run/testing';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi as mock } from 'vitest';
import { vi } from '#app/features/courses/messages/word-course-vi.ts';
import type { WordPreview } from '#app/features/courses/queries/word-course.server.ts';
import { WordCoursePreview } from '#app/features/courses/ui/author/word-course-preview.tsx';
import { WordPictureWords } from '#app/features/courses/ui/author/word-picture-words.tsx';

const preview: WordPreview = {
  ...{ title: '', modules: [], pictures: 3 },
  problems: [{ code: 'picture-no-words', place: 4, detail: 'b.png' }],
  silent: [{ at: 1, name: 'b.png', lesson: 'Bài 1', src: null }],
};

it('leads from the problem to the field of that picture and keeps what was typed', async () => {
  HTMLElement.prototype.scrollIntoView = mock.fn();
  const page = () => (
    <>
      <WordPictureWords silent={preview.silent} typed={{ words1: 'Sơ đồ' }} />
      <WordCoursePreview preview={preview} />
    </>
  );
  const Stub = createRemixStub([{ path: '/', Component: page }]);
  render(<Stub initialEntries={['/']} />);
  await userEvent.click(screen.getByRole('link', { name: vi.silentWrite }));
  const field = screen.getByLabelText(vi.silentField(1));
  expect(field).toHaveFocus();
  expect(field).toHaveValue('Sơ đồ');
  expect(window.location.hash).toBe('');
});

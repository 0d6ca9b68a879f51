// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { contentOfDraft } from '#app/features/questions/core/draft-content.ts';
import {
  type AuthoredQuestion,
  blankDraft,
  draftOf,
  type QuestionDraft,
} from '#app/features/questions/core/question-draft.ts';
import { questionFormSchema } from '#app/features/questions/schema.draft.ts';
import { QuestionForm } from '#app/features/questions/ui/question-form.tsx';
import { nestedForm } from '#app/platform/http/nested-form.server.ts';
import { renderAt } from '#tests/ui/in-router.tsx';
import { everyType } from '../core/questions.ts';
import { typed } from '../drafts.ts';

const preview = (draft: QuestionDraft) => ({
  ...{ type: draft.type, stemHtml: '', optionsHtml: [], explanationHtml: '', hints: [] },
});
const show = (draft: QuestionDraft, problems: { field: string; code: string }[] = []) =>
  renderAt(
    '/author/questions/new',
    <QuestionForm
      draft={draft}
      preview={preview(draft)}
      categories={[{ id: 'c1', name: 'Chuyên đề 1', depth: 0 }]}
      answer={problems.length > 0 ? { draft, preview: preview(draft), problems } : undefined}
      backTo="/author/questions"
    />,
  );
const texts = () =>
  screen.getAllByRole('textbox', { name: /^Phương án [A-T]$/ }).map((box) => (box as HTMLTextAreaElement).value);

const asked = vi.fn();
beforeEach(() => {
  asked.mockImplementation(async () =>
    Response.json({
      ...preview(blankDraft('single')),
      stemHtml: '<p>Đã vẽ</p>',
      hints: [{ field: 'right', code: 'longest-option-is-key' }],
    }),
  );
  vi.stubGlobal('fetch', asked);
});
afterEach(() => {
  vi.unstubAllGlobals();
  asked.mockReset();
});

describe('the option editor', () => {
  it('adds an option and puts the cursor into it', async () => {
    show(typed.single('c1'));
    await userEvent.click(screen.getByRole('button', { name: 'Thêm phương án' }));
    expect(texts()).toEqual(['Năm 2018', 'Năm 2016', 'Năm 2021', '', '']);
    expect(screen.getByRole('textbox', { name: 'Phương án E' })).toHaveFocus();
  });

  it('moves an option with its key, and the focus with it', async () => {
    show(typed.single('c1'));
    await userEvent.click(screen.getByRole('button', { name: 'Đưa xuống: Phương án A' }));
    expect(texts().slice(0, 2)).toEqual(['Năm 2016', 'Năm 2018']);
    expect(screen.getByRole('radio', { name: 'Phương án B là đáp án' })).toBeChecked();
    await waitFor(() => expect(screen.getByRole('button', { name: 'Đưa xuống: Phương án B' })).toHaveFocus());
  });

  it('removes an option and keeps what is typed in the others', async () => {
    show(typed.single('c1'));
    await userEvent.type(screen.getByRole('textbox', { name: 'Phương án C' }), '?');
    await userEvent.click(screen.getByRole('button', { name: 'Bỏ: Phương án B' }));
    expect(texts()).toEqual(['Năm 2018', 'Năm 2021?', '']);
  });

  it('does nothing where an option cannot go further', async () => {
    show(typed.single('c1'));
    await userEvent.click(screen.getByRole('button', { name: 'Đưa lên: Phương án A' }));
    expect(texts()[0]).toBe('Năm 2018');
  });

  it('takes one key for single choice and several for multiple', async () => {
    const { unmount } = show(typed.single('c1'));
    await userEvent.click(screen.getByRole('radio', { name: 'Phương án B là đáp án' }));
    expect(screen.getByRole('radio', { name: 'Phương án A là đáp án' })).not.toBeChecked();
    unmount();
    show(typed.multiple('c1'));
    await userEvent.click(screen.getByRole('checkbox', { name: 'Phương án C là đáp án' }));
    expect(screen.getByRole('checkbox', { name: 'Phương án A là đáp án' })).toBeChecked();
  });

  it('names every field so that the form works without scripts', () => {
    const { container } = show(typed.single('c1'));
    const form = new FormData(container.querySelector('form')!);
    expect(form.get('options[1].text')).toBe('Năm 2016');
    expect(form.get('options[1].id')).toBe('b');
    expect(form.getAll('right[]')).toEqual(['a']);
    const raise = screen.getByRole('button', { name: 'Đưa lên: Phương án B' });
    expect([raise.getAttribute('name'), raise.getAttribute('value')]).toEqual(['intent', 'options.raise.1']);
    // Enter presses the first button of a form: it must be the one that saves.
    expect(container.querySelector('form button')).toHaveAttribute('value', 'save');
  });
});

describe('the question form', () => {
  it('says each mistake beside its field and in the summary', () => {
    show(blankDraft('single'), [
      { field: 'stem', code: 'missing' },
      { field: 'options[1].text', code: 'duplicate' },
      { field: 'right', code: 'missing' },
    ]);
    const summary = within(screen.getByRole('alert'));
    expect(summary.getByRole('link', { name: 'Ghi nội dung câu hỏi' })).toHaveAttribute('href', '#stem');
    expect(screen.getByRole('textbox', { name: 'Nội dung câu hỏi' })).toHaveAccessibleDescription(
      /Ghi nội dung câu hỏi/,
    );
    expect(screen.getByRole('textbox', { name: 'Phương án B' })).toHaveAccessibleDescription(/trùng/);
    expect(screen.getAllByText('Đánh dấu đáp án')).toHaveLength(2);
  });

  it('draws the preview a moment after the typing, with hints', async () => {
    show(typed.single('c1'));
    await userEvent.type(screen.getByRole('textbox', { name: 'Nội dung câu hỏi' }), '!');
    expect(await screen.findByText('Đã vẽ', {}, { timeout: 3000 })).toBeVisible();
    expect(screen.getByText(/Đáp án dài hơn hẳn/)).toBeVisible();
    expect(asked).toHaveBeenCalledTimes(1);
  });

  it('shows at once what the matching policy accepts', async () => {
    show({ ...typed.shortAnswer('c1'), ignoreTones: false });
    await userEvent.type(screen.getByRole('textbox', { name: 'Gõ thử một câu trả lời' }), 'bo chinh tri');
    expect(screen.getByText('Không được chấp nhận.')).toBeVisible();
    await userEvent.click(screen.getByRole('checkbox', { name: /Không bắt buộc gõ dấu/ }));
    expect(screen.getByText('Được chấp nhận, đủ điểm.')).toBeVisible();
    await userEvent.clear(screen.getByRole('textbox', { name: 'Gõ thử một câu trả lời' }));
    await userEvent.type(screen.getByRole('textbox', { name: 'Gõ thử một câu trả lời' }), 'trung uong');
    expect(screen.getByText('Được chấp nhận, 33,3% điểm.')).toBeVisible();
  });
});

describe('the editor of each type', () => {
  it.each(everyType.map((body) => [body.type, body] as const))('sends what it shows without scripts: %s', (_, body) => {
    const question: AuthoredQuestion = {
      ...{ body, categoryId: 'c1', difficulty: 'hard', tags: ['một'], explanation: 'Vì vậy.', source: 'Mục I' },
    };
    const { container } = show(draftOf(question));
    const sent = new FormData(container.querySelector('form')!);
    const { draft } = questionFormSchema.parse(nestedForm(sent));
    expect(contentOfDraft(draft)).toEqual({ kind: 'sound', question });
  });

  it.each(everyType.map((body) => body.type))('has a name for every field of a new question: %s', (type) => {
    const { container } = show(blankDraft(type, 'c1'));
    for (const field of container.querySelectorAll('form input:not([type=hidden]), form textarea, form select')) {
      const control = field as HTMLInputElement;
      const isTrial = control.name === '';
      expect(isTrial || control.labels?.length || control.getAttribute('aria-label'), control.outerHTML).toBeTruthy();
    }
  });

  it('says the mistakes of rows within rows beside them', () => {
    const draft = { ...blankDraft('blanks', 'c1'), stem: 'Năm {{1}}' };
    draft.blanks[0]!.answers.push({ text: 'x', percent: '999' });
    show(draft, [
      { field: 'blanks[0].answers', code: 'no-full-answer' },
      { field: 'blanks[0].answers[1].percent', code: 'out-of-range' },
    ]);
    expect(screen.getByRole('textbox', { name: /phần trăm điểm, đáp án 2$/ })).toHaveAccessibleDescription(
      'Chỗ trống thứ 1: tỷ lệ điểm của đáp án 2 là một số từ 0 đến 100',
    );
    expect(screen.getAllByText('Chỗ trống thứ 1: cần ít nhất một đáp án được 100% điểm')).toHaveLength(2);
  });

  it('adds a level to a criterion and puts the cursor into it', async () => {
    show(blankDraft('essay', 'c1'));
    const levels = screen.getByRole('group', { name: 'Các mức của tiêu chí 1' });
    await userEvent.click(within(levels).getByRole('button', { name: 'Thêm mức' }));
    expect(within(levels).getAllByRole('textbox', { name: 'Điểm' })[2]).toHaveFocus();
  });

  it('offers a new choice to every prompt, and forgets a removed one', async () => {
    show({ ...blankDraft('matching', 'c1') });
    const first = () => screen.getByRole('combobox', { name: 'Vế ghép đúng với ý 1' });
    await userEvent.click(screen.getByRole('button', { name: 'Thêm vế' }));
    await userEvent.type(screen.getByRole('textbox', { name: 'Vế D' }), 'Quốc hội');
    await userEvent.selectOptions(first(), 'D. Quốc hội');
    expect(first()).toHaveValue('d');
    await userEvent.click(screen.getByRole('button', { name: 'Bỏ: Vế D' }));
    expect(first()).toHaveValue('');
  });
});

// @vitest-environment jsdom
import { render, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { ReviewedQuestion } from '#app/features/quiz/ui/reviewed-question.tsx';
import { shown } from './sheets/held-sheet.tsx';

type Question = Parameters<typeof ReviewedQuestion>[0]['question'];

function review(question: Partial<Question> & Pick<Question, 'type'>) {
  const whole = { slot: 3, stemHtml: '<p>Câu hỏi</p>', options: [], tries: [], ...question } as Question;
  render(<ReviewedQuestion question={whole} total={5} />);
  return {
    lines: () => screen.queryAllByRole('listitem').map((line) => line.textContent?.replace(/\s+/g, ' ').trim()),
  };
}

describe('a reviewed question', () => {
  it('of a cluster says of each statement what was answered, what is right and what the author says', () => {
    const { lines } = review({
      ...{ type: 'cluster', statements: shown('Một', 'Hai', 'Ba') },
      ...{ answer: { 0: 'true', 1: 'true' }, right: { 0: true, 1: false, 2: true } },
      ...{ parts: { 0: 'right', 1: 'wrong', 2: 'unanswered' }, feedbackHtml: { 1: '<p>Nhớ lại bài 2.</p>' } },
      ...{ correctness: 'partial', mark: 1 / 3, maxMark: 1 },
    });
    expect(lines()).toEqual([
      '1. Một Đúng.Đồng chí trả lời: Đúng',
      '2. Hai Chưa đúng.Đồng chí trả lời: ĐúngĐáp án đúng: SaiNhớ lại bài 2.',
      '3. Ba Không trả lời.Đồng chí trả lời: bỏ trốngĐáp án đúng: Đúng',
    ]);
    expect(screen.getByText('Đúng một phần')).toBeInTheDocument();
  });

  it('of a matching and of an order names texts and places, never positions', () => {
    const { lines } = review({
      ...{ type: 'matching', prompts: shown('Việt Nam'), choices: shown('Huế', 'Hà Nội') },
      ...{ answer: { 0: 0 }, right: { 0: 1 }, parts: { 0: 'wrong' } },
    });
    expect(lines()).toEqual(['1. Việt Nam Chưa đúng.Đồng chí trả lời: A. HuếĐáp án đúng: B. Hà Nội']);
  });

  it('of an order stands in the right order with the own place of each', () => {
    const { lines } = review({
      ...{ type: 'ordering', items: shown('Hai', 'Một', 'Ba') },
      ...{ answer: [0, 1, 2], right: [1, 0, 2], parts: { 0: 'wrong', 1: 'wrong', 2: 'right' } },
    });
    expect(lines()).toEqual([
      '1. Một Chưa đúng.Đồng chí trả lời: thứ 2',
      '2. Hai Chưa đúng.Đồng chí trả lời: thứ 1',
      '3. Ba Đúng.Đồng chí trả lời: thứ 3',
    ]);
  });

  it('shows the own parts alone where the key is not shown', () => {
    const { lines } = review({ type: 'ordering', items: shown('Hai', 'Một'), answer: [1, 0] });
    expect(lines()).toEqual(['1. Một', '2. Hai']);
    expect(screen.queryByText(/Đáp án/)).toBeNull();
  });

  it('of blanks stands in its text, and lists what is right only where that is shown', () => {
    const stem = [{ tag: 'p', attributes: {}, children: ['Ở {{0}}.'] }];
    const blanks = [
      {
        position: 0,
        kind: 'choice' as const,
        options: [
          { position: 0, text: 'Huế' },
          { position: 1, text: 'Hà Nội' },
        ],
      },
    ];
    review({ type: 'blanks', stem, blanks, answer: { 0: 1 } });
    expect(screen.getByText(/Hà Nội/).closest('p')).toHaveTextContent('Ở Chỗ trống 1: 1Hà Nội.');
    expect(screen.queryByRole('list')).toBeNull();
  });

  it('that waits for a marker says so, with no mark, not even 0', () => {
    review({ type: 'essay', answer: 'Dòng một\nDòng hai', correctness: 'waiting', mark: null, maxMark: 2 });
    expect(screen.getByText('Chờ chấm')).toBeInTheDocument();
    expect(screen.getByText('–/2 điểm')).toBeInTheDocument();
    expect(screen.getByText(/Dòng một/)).toHaveClass('whitespace-pre-wrap');
  });

  it('tells the tries and the certainty', () => {
    review({
      ...{ type: 'true-false', answer: 'true', correctness: 'right', mark: 0.5, maxMark: 1, certainty: 2, right: true },
      tries: [{ correctness: 'wrong' }, { correctness: 'right' }],
    });
    expect(screen.getByText('Các lần đã kiểm tra: lần 1: chưa đúng, lần 2: đúng.')).toBeInTheDocument();
    expect(screen.getByText('Mức chắc chắn: Khá chắc')).toBeInTheDocument();
    expect(within(screen.getByRole('article')).getByText('0,5/1 điểm')).toBeInTheDocument();
  });
});

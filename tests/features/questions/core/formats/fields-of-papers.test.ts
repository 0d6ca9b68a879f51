import { describe, expect, it } from 'vitest';
import { parseText } from '#app/features/questions/core/formats/text/parse-text.ts';

const read = (...lines: string[]) => {
  const { questions, problems } = parseText(lines.join('\n'));
  expect(problems).toEqual([]);
  return questions;
};

describe('a paper of plain lines', () => {
  it('may say source, difficulty, tags and remarks of a question, wherever they stand', () => {
    const [first, second] = read(
      'Câu 1. Nghị quyết số 35-NQ/TW ban hành ngày nào?',
      'Mức độ: Nhận biết',
      'A. 22/10/2018',
      'B. 22/11/2018',
      'Đáp án: A. Theo văn bản',
      'Nguồn: Nghị quyết số 35-NQ/TW',
      'trang 1',
      'Thẻ: nq35, ngày tháng',
      'Nhận xét B: Xem lại bài 1.',
      'Câu 2. Ai ban hành?',
      'a) Bộ Chính trị',
      'b) Ban Bí thư',
      'ĐA: a',
      'Mức độ: Vận dụng cao',
    );
    expect(first).toMatchObject({
      ...{ line: 1, untilLine: 9, difficulty: 'easy', tags: ['nq35', 'ngày tháng'], explanation: 'Theo văn bản' },
      source: 'Nghị quyết số 35-NQ/TW\n\ntrang 1',
      body: { type: 'single', correct: 'a', options: [{ text: '22/10/2018' }, { feedback: 'Xem lại bài 1.' }] },
    });
    expect(second).toMatchObject({ difficulty: 'hard', source: '', body: { correct: 'a' } });
  });

  it('may ask for pairs, an order, numbers, blanks and an essay', () => {
    const questions = read(
      'Chuyên mục: Bài 1',
      'Câu 1: Ghép tên với năm',
      'Cột A:',
      '1. Nghị quyết 35',
      '2. Chỉ thị 23',
      'Cột B:',
      'a. 2018',
      'b. 2019',
      'c. 2020',
      'Ghép: 1-a 2-a',
      'Câu 2: Sắp xếp theo thời gian',
      'Các mục:',
      'a) Đổi mới',
      'b) Cách mạng Tháng Tám',
      'Thứ tự đúng: b, a',
      'Chuyên mục: Bài 2',
      'Câu 3: Bao nhiêu?',
      'Loại: điền số',
      'Đáp án: 12,5 ± 0,5',
      'Câu 4: Ban hành năm {{1}} tại {{2}}',
      'Chỗ 1 (số): 2018',
      'Chỗ 2 (chọn): Huế | *Hà Nội',
      'Câu 5: Viết về bảo vệ nền tảng tư tưởng.',
      'Loại: tự luận',
      'Số chữ: 200-500',
      'Tiêu chí: Đủ ý',
      'Mức 0: thiếu',
      'Mức 2: đủ',
      'Câu 6: Cơ quan nào ban hành?',
      'Loại: Trả lời ngắn',
      'Đáp án: Bộ Chính trị',
      'Đáp án (50%): Trung ương',
    );
    expect(questions.map(({ category, body }) => [category, body.type])).toEqual([
      ['Bài 1', 'matching'],
      ['Bài 1', 'ordering'],
      ['Bài 2', 'numerical'],
      ['Bài 2', 'blanks'],
      ['Bài 2', 'essay'],
      ['Bài 2', 'short-answer'],
    ]);
    expect(questions[0]!.body).toMatchObject({
      pairs: { a: 'a', b: 'a' },
      choices: [{ text: '2018' }, {}, { text: '2020' }],
    });
    expect(questions[1]!.body).toMatchObject({ items: [{ text: 'Cách mạng Tháng Tám' }, { text: 'Đổi mới' }] });
    expect(questions[2]!.body).toMatchObject({ answers: [{ value: 12.5, tolerance: 0.5 }] });
    expect(questions[3]!.body).toMatchObject({
      blanks: [
        { id: '1', kind: 'number' },
        { kind: 'choice', correct: 'b' },
      ],
    });
    expect(questions[4]!.body).toMatchObject({
      minWords: 200,
      rubric: [{ text: 'Đủ ý', levels: [{ points: 0 }, { points: 2 }] }],
    });
    expect(questions[5]!.body).toMatchObject({ answers: [{ fraction: 1 }, { text: 'Trung ương', fraction: 0.5 }] });
  });

  it('is told the line that is not understood', () => {
    const { questions, problems } = parseText(
      [
        'Câu 1. Xếp',
        'Các mục:',
        '1) a',
        '2) b',
        'Thứ tự đúng: 1-3',
        'Câu 2. Hỏi?',
        'A. x',
        'B. y',
        'Đáp án: A',
        'Mức độ: rất lạ',
      ].join('\n'),
    );
    expect(questions).toHaveLength(1);
    expect(problems.map(({ severity, line, code, detail }) => [severity, line, code, detail])).toEqual([
      ['error', 5, 'bad-field', 'Thứ tự đúng'],
      ['warning', 10, 'bad-field', 'Mức độ'],
    ]);
  });
});

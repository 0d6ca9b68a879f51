import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printText } from '#app/features/questions/core/formats/print-text.ts';
import { parseText } from '#app/features/questions/core/formats/text/parse-text.ts';
import type { QuestionBody } from '#app/features/questions/core/question.ts';
import { validateQuestion } from '#app/features/questions/core/validate-question.ts';
import { tenQuestions } from '#tests/fixtures/ten-types.ts';
import { anyBody, anyQuestion, hardTexts, plainly } from './any-question.ts';

const isSound = (body: QuestionBody) => validateQuestion(body).length === 0;

describe('what is written as a paper is read as it was', () => {
  it.each(Object.entries(anyBody(hardTexts)))('%s', (_, body) => {
    const question = anyQuestion(body.filter(isSound), hardTexts);
    fc.assert(
      fc.property(fc.array(question, { minLength: 1, maxLength: 3 }), (questions) => {
        const { text, losses } = printText(questions);
        expect(losses).toEqual([]);
        const read = parseText(text);
        expect(read.problems).toEqual([]);
        expect(read.questions.map(plainly)).toEqual(questions);
      }),
      { numRuns: 150 },
    );
  });

  it('looks like a paper that an officer writes', () => {
    const questions = tenQuestions.map(({ body }, index) => ({
      ...{ title: `Câu ${index + 1}`, category: '', tags: [], explanation: '', source: '', difficulty: null, body },
    }));
    expect(printText(questions).text).toMatchInlineSnapshot(`
      "Định dạng: Markdown

      Câu 1. Thủ đô của **Việt Nam**?
      A. Huế
      B. Hà Nội
      C. Đà Nẵng
      Đáp án: B
      Nhận xét A: Huế là kinh đô thời Nguyễn.
      Nhận xét B: Từ năm 1010.

      Câu 2. Những số nào chẵn?
      A. 2
      B. 3
      C. 4
      Đáp án: A, C
      Cách chấm: ý sai trừ điểm

      Câu 3. Nước sôi ở 100 °C.
      Đáp án: Đúng

      Câu 4. Xét các khẳng định sau:
      a) Sông Hồng chảy qua Hà Nội.
      b) Sông Hương chảy qua Đà Nẵng.
      c) Sông Hàn chảy qua **Đà Nẵng**.
      Đáp án: a) Đúng, b) Sai, c) Đúng
      Nhận xét a: Đoạn qua Hà Nội dài khoảng 160 km.

      Câu 5. Ghép thành phố với con sông.
      Cột A:
      1) Hà Nội
      2) Huế
      3) Đà Nẵng
      Cột B:
      a) sông Hồng
      b) sông Hương
      c) sông Hàn
      d) sông Mã
      Ghép: 1-a, 2-b, 3-c

      Câu 6. Xếp theo thời gian, sớm nhất trước.
      Các mục:
      1) Cách mạng Tháng Tám
      2) Chiến thắng Điện Biên Phủ
      3) Đại thắng mùa Xuân
      4) Đổi mới
      Thứ tự đúng: 1-2-3-4

      Câu 7. Sông nào chảy qua Hà Nội?
      Loại: Trả lời ngắn
      Đáp án: sông Hồng
      Đáp án: Hồng
      So khớp: bỏ qua dấu

      Câu 8. Đường chạy dài bao nhiêu?
      Loại: Điền số
      Đáp án: 3 ± 0,05
      Nhận xét 1: Đúng với sân chuẩn.
      Đơn vị: km = 1; m = 0,001
      Chấm đơn vị: bắt buộc
      Thiếu đơn vị trừ: 50%

      Câu 9. Ngày {{ngay}} tháng 9 năm {{nam}}, tại {{noi}}, Bác Hồ đọc **Tuyên ngôn Độc lập**.
      Chỗ ngay (số): 2
      Chỗ nam: 1945
      So khớp nam: bỏ qua dấu
      Chỗ noi (chọn): Bến Nhà Rồng | *Quảng trường Ba Đình
      Trọng số noi: 2

      Câu 10. Trình bày ý nghĩa của Tuyên ngôn Độc lập.
      Loại: Tự luận
      Số chữ: 5-200
      Tiêu chí: Nêu đủ ý
      Mức 0: Thiếu
      Mức 5: Đủ
      Hướng dẫn chấm: Ghi chú bí mật cho người chấm.
      "
    `);
  });
});

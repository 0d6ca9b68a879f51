import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PrintQuestion } from '#app/features/questions/core/formats/print-question.ts';
import type { QuestionBody } from '#app/features/questions/core/question.ts';
import { validateQuestion } from '#app/features/questions/core/validate-question.ts';
import { printQuestions } from '#app/features/questions/queries/formats/print-questions.server.ts';
import { readUpload } from '#app/features/questions/queries/read-upload.server.ts';
import { anyBody, anyQuestion, plainly, plainTexts } from '#tests/features/questions/core/formats/any-question.ts';

const isSound = (body: QuestionBody) => validateQuestion(body).length === 0;
const options = { title: 'Bài 1', lang: 'vi' as const, madeAt: new Date(0) };
const docx = async (questions: readonly PrintQuestion[], hasKey: boolean) => {
  const { bytes } = await printQuestions(questions, 'docx', { ...options, hasKey });
  return readUpload(bytes, { name: 'x.docx' });
};

describe('what is written as a Word document is read as it was', () => {
  it.each(Object.entries(anyBody(plainTexts)))('%s', async (_, body) => {
    const question = anyQuestion(body.filter(isSound), plainTexts);
    await fc.assert(
      fc.asyncProperty(fc.array(question, { minLength: 1, maxLength: 3 }), async (some) => {
        const questions = some.map((one, at) => ({ ...one, category: 'Bài 1', title: `Câu ${at + 1}` }));
        const read = await docx(questions, true);
        expect(read.problems).toEqual([]);
        expect(read.questions.map(plainly)).toEqual(questions);
      }),
      { numRuns: 25 },
    );
  });
});

describe('formulas in a Word document', () => {
  it('are formulas of Word, alone, among words and among options', async () => {
    const question: PrintQuestion = {
      ...{ title: '', category: '', tags: [], explanation: 'Vì $\\sqrt{16}$ là 4.', source: '', difficulty: null },
      body: {
        ...{ type: 'single', stem: 'Tính $\\frac{1}{2}$ của\n\n$$\\sum_{i=1}^{n}{i}$$', correct: 'b' },
        options: [
          { id: 'a', text: '$\\frac{3}{4}$' },
          { id: 'b', text: '$y={x}^{2}$ và chữ' },
        ],
      },
    };
    const read = await docx([question], true);
    expect(read.problems).toEqual([]);
    expect(read.questions.map(plainly)).toEqual([{ ...question, title: 'Câu 1' }]);
    const { losses } = await printQuestions([question], 'docx', { ...options, hasKey: true });
    expect(losses).toEqual([]);
  });
});

describe('a paper without its key', () => {
  it('tells nothing of it: no letter, no order, no remark', async () => {
    const common = { title: '', category: '', tags: [], explanation: 'Bí mật', source: 'Bí mật', difficulty: null };
    const rows = (...texts: string[]) => texts.map((text, at) => ({ id: 'abcdefgh'[at]!, text }));
    const questions: PrintQuestion[] = [
      { ...common, body: { type: 'single', stem: 'Một', options: rows('x', 'y'), correct: 'b' } },
      {
        ...common,
        body: {
          type: 'ordering',
          stem: 'Xếp',
          items: rows('1', '2', '3', '4', '5', '6', '7', '8'),
          scoring: 'in-place',
        },
      },
      { ...common, body: { type: 'true-false', stem: 'Đúng hay không', answer: true, feedbackFalse: 'Bí mật' } },
    ];
    const { bytes } = await printQuestions(questions, 'text', { ...options, hasKey: false });
    const text = new TextDecoder().decode(bytes);
    expect(text).not.toMatch(/Bí mật|Đáp án|Thứ tự|Nhận xét/);
    expect([...text.matchAll(/^\d\) (\d)$/gm)].map(([, item]) => item).join('')).not.toBe('12345678');
    const read = await docx(questions, false);
    expect(read.problems.map(({ code }) => code)).toContain('no-key');
    expect(JSON.stringify(read)).not.toMatch(/Bí mật/);
  });
});

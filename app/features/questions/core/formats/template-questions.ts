import type { Matching, QuestionBody } from '../question.ts';
import { letterId } from './letter-ids.ts';
import type { PrintQuestion } from './print-question.ts';

const rows = (...texts: string[]) => texts.map((text, at) => ({ id: letterId(at), text }));
const usual: Matching = { case: false, tones: 'exact', spelling: 'equivalent' };

const bodies: readonly QuestionBody[] = [
  {
    ...{ type: 'single', stem: 'Thủ đô của nước Cộng hòa xã hội chủ nghĩa Việt Nam là thành phố nào?', correct: 'b' },
    options: rows('Huế', 'Hà Nội', 'Đà Nẵng', 'Thành phố Hồ Chí Minh'),
  },
  {
    ...{ type: 'multiple', stem: 'Những thành phố nào trực thuộc Trung ương?', correct: ['a', 'c'] },
    ...{ options: rows('Hải Phòng', 'Hà Tĩnh', 'Cần Thơ', 'Sơn La'), scoring: 'right-minus-wrong' },
  },
  { type: 'true-false', stem: 'Quốc khánh nước ta là ngày 2 tháng 9.', answer: true },
  {
    ...{ type: 'cluster', stem: 'Xét các ý sau về Quốc kỳ:', scoring: 'proportional' },
    statements: [
      { id: 'a', text: 'Quốc kỳ hình chữ nhật.', answer: true },
      { id: 'b', text: 'Chiều rộng bằng một nửa chiều dài.', answer: false },
      { id: 'c', text: 'Ở giữa có ngôi sao vàng năm cánh.', answer: true },
    ],
  },
  {
    ...{ type: 'matching', stem: 'Ghép dòng sông với thành phố.', scoring: 'proportional' },
    prompts: rows('Sông Hồng', 'Sông Hương', 'Sông Hàn'),
    choices: rows('Huế', 'Đà Nẵng', 'Hà Nội', 'Vinh'),
    pairs: { a: 'c', b: 'a', c: 'b' },
  },
  {
    ...{ type: 'ordering', stem: 'Sắp xếp theo thời gian, sớm nhất trước.', scoring: 'in-place' },
    items: rows('Cách mạng Tháng Tám', 'Chiến thắng Điện Biên Phủ', 'Đại thắng mùa Xuân'),
  },
  {
    ...{
      type: 'short-answer',
      stem: 'Ai đọc Tuyên ngôn Độc lập ngày 2/9/1945?',
      matching: { ...usual, tones: 'ignore' },
    },
    answers: [
      { text: 'Chủ tịch Hồ Chí Minh', fraction: 1 },
      { text: 'Bác Hồ', fraction: 1 },
    ],
  },
  {
    ...{
      type: 'numerical',
      stem: 'Đường biên giới trên đất liền dài khoảng bao nhiêu?',
      unitPolicy: 'optional',
      unitPenalty: 0,
    },
    answers: [{ value: 4600, tolerance: 100, toleranceKind: 'absolute', fraction: 1 }],
    units: [
      { name: 'km', factor: 1 },
      { name: 'm', factor: 0.001 },
    ],
  },
  {
    ...{ type: 'blanks', stem: 'Ngày {{1}} tháng 9 năm {{2}}, tại {{3}}, Bác Hồ đọc Tuyên ngôn Độc lập.' },
    blanks: [
      { id: '1', kind: 'number', weight: 1, answers: [{ value: 2, tolerance: 0, fraction: 1 }] },
      { id: '2', kind: 'text', weight: 1, answers: [{ text: '1945', fraction: 1 }], matching: usual },
      { id: '3', kind: 'choice', weight: 1, options: rows('Bến Nhà Rồng', 'Quảng trường Ba Đình'), correct: 'b' },
    ],
  },
  {
    ...{ type: 'essay', stem: 'Trình bày ý nghĩa của Tuyên ngôn Độc lập.', minWords: 100, maxWords: 500, maxFiles: 0 },
    rubric: [
      {
        ...{ id: 'a', text: 'Nêu đủ ý' },
        levels: [
          { points: 0, text: 'Chưa nêu được ý nào' },
          { points: 5, text: 'Nêu đủ ba ý' },
        ],
      },
    ],
    markerNotes: 'Chấp nhận cách diễn đạt khác nếu đúng ý.',
  },
];

/** One question of each type, for files from which authors see how each is written. */
export const templateQuestions: readonly PrintQuestion[] = bodies.map((body, at) => ({
  ...{ body, title: '', category: '', tags: at === 0 ? ['ví dụ'] : [], difficulty: at === 0 ? 'easy' : null },
  explanation: at === 0 ? 'Điều 13 Hiến pháp năm 2013 quy định Thủ đô là Hà Nội.' : '',
  source: at === 0 ? 'Hiến pháp năm 2013, điều 13' : '',
}));

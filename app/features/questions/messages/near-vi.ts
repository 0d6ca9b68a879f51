/** What differs between a question of a file and the one it is near to. The source; near-en.ts has the same keys. */
export const vi = {
  differs: (parts: string) => `Khác nhau ở: ${parts}.`,
  alike: 'Không khác gì: chữ, đáp án và giải thích đều như nhau.',
  empty: '(không có)',
  parts: {
    type: 'loại câu hỏi',
    stem: 'nội dung câu hỏi',
    options: 'phương án',
    key: 'đáp án',
    details: 'cách chấm, định dạng hoặc nhận xét riêng',
    explanation: 'giải thích',
    source: 'nguồn',
    difficulty: 'độ khó',
    tags: 'từ khóa',
  },
  /** Before what one side says. */
  labels: {
    type: 'Loại',
    key: 'Đáp án',
    explanation: 'Giải thích',
    source: 'Nguồn',
    difficulty: 'Độ khó',
    tags: 'Từ khóa',
  },
};

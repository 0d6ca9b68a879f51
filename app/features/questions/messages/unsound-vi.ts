import { unsoundSentence } from './unsound-sentence.ts';

const words = {
  parts: {
    ...{ stem: 'nội dung câu hỏi', options: 'phương án', correct: 'đáp án đúng', truth: 'đáp án đúng' },
    ...{ statements: 'nhận định', prompts: 'ý cần ghép', choices: 'vế ghép', choice: 'vế ghép', items: 'mục' },
    ...{ answers: 'đáp án', units: 'đơn vị đo', unitPenalty: 'phần trừ vì đơn vị', blanks: 'chỗ trống' },
    ...{ minWords: 'số từ ít nhất', maxWords: 'số từ nhiều nhất', maxFiles: 'số tệp đính kèm' },
    ...{ rubric: 'tiêu chí', levels: 'mức', markerNotes: 'lời dặn người chấm', feedback: 'lời giải riêng' },
    ...{ value: 'số', tolerance: 'sai số', fraction: 'tỷ lệ điểm', name: 'tên', factor: 'hệ số', weight: 'hệ số điểm' },
    ...{ points: 'điểm', answer: 'đáp án' },
  },
  lists: {},
  of: (part: string, row: string) => `${part} của ${row}`,
  faults: {
    missing: (part: string) => `${part} còn trống`,
    'too-long': (part: string) => `${part} dài quá mức cho phép`,
    'too-few': (part: string) => `quá ít ${part}`,
    'too-many': (part: string) => `quá nhiều ${part}`,
    duplicate: (part: string, kind: string) => `${part} trùng với ${kind || 'phần'} khác`,
    'unknown-option': (part: string) => `${part} chỉ vào một phương án không có`,
    'out-of-range': (part: string) => `${part} nằm ngoài khoảng cho phép`,
    'not-a-number': (part: string) => `${part} không phải là số`,
    'no-full-answer': (part: string) => `${part}: chưa có mục nào được trọn điểm`,
    'too-many-right': () => 'quá nhiều đáp án đúng',
    'too-few-right': () => 'quá ít đáp án đúng',
    'blank-not-in-stem': (part: string) => `nội dung câu hỏi chưa có dấu của ${part}`,
    'blank-twice-in-stem': (part: string) => `nội dung câu hỏi có dấu của ${part} hai lần`,
    'unknown-blank': () => 'nội dung câu hỏi có dấu {{…}} không thuộc chỗ trống nào',
    'no-alternative-text': () => 'có ảnh chưa có lời tả',
  },
  something: 'phần của câu hỏi',
  other: (part: string) => `${part} chưa hợp lệ`,
};

export const unsound = (detail: string): string => `Câu hỏi chưa dùng được: ${unsoundSentence(detail, words)}`;

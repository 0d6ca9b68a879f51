import type { Messages } from '#app/platform/i18n/messages.ts';
import type { vi } from './export-vi.ts';

export const en: Messages<typeof vi> = {
  title: 'Export questions into a file',
  category: 'Category (with all below it)',
  format: 'Format',
  withKey: 'With key, explanations and sources',
  keyNote: 'Only Word and text make sense without the key (to be printed as a paper).',
  submit: 'Download the file',
  see: 'See what would be lost',
  which: {
    chosen: (n) => `${n} questions chosen in the bank.`,
    found: (n) => `${n} questions found in the bank.`,
  },
  noneChosen: 'No question was chosen: tick some in the list, or choose a whole category here.',
  fileTitle: 'Questions',
  toList: 'To the list',
  toldOf: (n) => `${n} questions. Under each format: what it does not hold.`,
  toldOne: (n) => `${n} questions. Choose a format and press "See what would be lost" to learn what it does not hold.`,
  notTold: 'Press "See what would be lost" to learn what which format does not hold.',
  whole: 'Holds everything.',
  leftOut: (n) => `Leaves out ${n} questions that it cannot hold.`,
  lost: (list) => `Lost: ${list}.`,
  onlyHere: (list) => `Not seen by other software: ${list}.`,
  of: (what, n) => `${what} (${n})`,
  needsKey: 'This format says nothing without the key: choose Word or text, or take the key along.',
  templates: 'Template files for writing questions',
  templatesLead: 'Each file shows all ten types of question; put yours in their place and import it.',
  template: {
    title: 'Question template',
    docx: 'Word template',
    xlsx: 'Excel template',
    csv: 'CSV template',
    text: 'Text template',
    guide: [
      'How to write: each question begins with "Câu 1."; options with "A." at the beginning of a line; then "Đáp án: B".',
      'Further lines: Lời giải, Nguồn, Mức độ (Dễ, Trung bình, Khó), Thẻ, Chuyên mục, Nhận xét A, Cách chấm, Giữ vị trí.',
      'Words **bold**, *italic*, formulas $x^2$, tables | a | b |. The first line of the file (Định dạng) stays.',
      'A line of words that itself begins with "A." or "Câu 2." has a \\ before it.',
    ],
  },
};

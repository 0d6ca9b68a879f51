/** Words of attached files, for learners. The source; files-en.ts has the same keys. */
export const vi = {
  title: (question: string) => `Tệp đính kèm câu ${question}`,
  attach: 'Đính kèm hoặc gỡ tệp',
  room: (most: string) => `Câu này nhận đến ${most} tệp (PDF, Word, ảnh). Mở ở thẻ khác, bài làm vẫn giữ nguyên.`,
  have: (count: string, most: string) => `Đã đính kèm ${count}/${most} tệp`,
  none: 'Chưa đính kèm tệp nào',
  file: 'Chọn tệp',
  fileHint: (document: string, picture: string, all: string) =>
    `PDF hoặc Word .docx đến ${document}, ảnh đến ${picture}; mọi tệp của câu này đến ${all}.`,
  upload: 'Đính kèm tệp này',
  remove: 'Gỡ',
  removeOf: (name: string) => `Gỡ ${name}`,
  back: 'Về bài làm',
  attached: 'Đã đính kèm',
  removed: 'Đã gỡ tệp',
  refused: 'Chưa nhận tệp',
  reasons: {
    closed: 'Bài đã nộp hoặc đã hết giờ: không thêm, gỡ tệp được nữa.',
    paused: 'Bài đang tạm dừng: chờ cán bộ coi thi cho tiếp tục.',
    'page-closed': 'Trang có câu này không còn mở.',
    'too-many-files': 'Đã đủ số tệp: gỡ bớt một tệp nếu muốn thay.',
    'too-many-bytes': 'Các tệp của câu này cộng lại quá lớn: gỡ bớt hoặc nén nhỏ lại.',
    'same-file': 'Tệp này đã đính kèm rồi.',
  },
};

/** Words of check-yourself questions within lessons. The source; lesson-checks-en.ts has the same keys. */
export const vi = {
  title: 'Tự kiểm tra',
  note: 'Không tính điểm, làm lại bao nhiêu lần cũng được.',
  check: 'Kiểm tra câu trả lời',
  checking: 'Đang kiểm tra',
  again: 'Làm lại',
  showKey: 'Xem đáp án',
  authorKey: 'Đáp án (chỉ tác giả thấy ở đây)',
  incomplete: 'Trả lời đủ các ý rồi kiểm tra.',
  changed: 'Bài học vừa được sửa. Tải lại trang để thấy câu hỏi mới.',
  failed: 'Chưa kiểm tra được. Xem lại kết nối mạng rồi thử lại.',
  needsScript: 'Câu này do máy chủ chấm, cần bật JavaScript để trả lời.',
  broken: 'Câu tự kiểm tra chưa dùng được',
  problems: {
    'not-found': (code: string) => `Không có câu hỏi mã "${code}" trong ngân hàng của đơn vị.`,
    'no-question': (_: string) =>
      'Trong khối chưa có câu hỏi nào. Viết câu hỏi, các phương án và "Đáp án: B", hoặc ghi mã câu hỏi sau tên khối.',
    'several-questions': (_: string) => 'Mỗi khối chỉ một câu hỏi: tách thành nhiều khối.',
    'by-hand': (_: string) => 'Câu tự luận phải có người chấm, không dùng làm câu tự kiểm tra.',
    unsound: (excerpt: string) =>
      excerpt === ''
        ? 'Câu hỏi chưa đủ phương án hoặc đáp án.'
        : `Câu hỏi chưa đủ phương án hoặc đáp án, xem chỗ: ${excerpt}`,
  },
};

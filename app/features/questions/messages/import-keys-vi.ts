/** The keys of the import screen. The source; import-keys-en.ts has the same keys. */
export const vi = {
  title: 'Phím tắt',
  open: 'Phím tắt',
  close: 'Đóng',
  lead: 'Làm hết được bằng bàn phím, không cần chuột.',
  groups: { doubts: 'Chỗ cần xem', questions: 'Câu hỏi', all: 'Cả màn hình' },
  list: {
    nextDoubt: 'chỗ cần xem tiếp theo, trước đó',
    takeMend: 'sửa theo gợi ý đầu, rồi sang chỗ tiếp theo',
    takeOther: 'sửa theo gợi ý thứ mấy',
    setKey: 'đặt đáp án bằng chữ của phương án',
    nextQuestion: 'câu tiếp theo, câu trước',
    edit: 'sửa chữ của câu',
    leaveOut: 'bỏ ra, lấy lại',
    near: 'câu gần trùng: chọn cách xử lý thứ mấy',
    sides: 'sang bên kia: từ câu đến nguồn, từ nguồn đến câu',
    leave: 'đóng ô sửa',
    undo: 'quay lại, làm lại (sửa ở bên nào cũng được)',
    take: 'nhận các câu đạt',
    help: 'bảng này',
  },
};

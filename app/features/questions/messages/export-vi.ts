/** Words of the files of questions that are handed out: exports and templates. */
export const vi = {
  title: 'Xuất câu hỏi ra tệp',
  category: 'Chuyên mục (gồm cả các mục con)',
  format: 'Định dạng',
  withKey: 'Kèm đáp án, lời giải, nguồn',
  keyNote: 'Chỉ Word và văn bản xuất được không kèm đáp án (để in làm đề).',
  submit: 'Tải tệp về',
  needsKey: 'Định dạng này không có nghĩa khi bỏ đáp án: chọn Word hoặc văn bản, hoặc kèm đáp án.',
  templates: 'Tệp mẫu để soạn câu hỏi',
  templatesLead: 'Mỗi tệp có đủ mười loại câu hỏi làm ví dụ; thay bằng câu của mình rồi nạp lên.',
  template: {
    title: 'Mẫu câu hỏi',
    docx: 'Mẫu Word',
    xlsx: 'Mẫu Excel',
    csv: 'Mẫu CSV',
    text: 'Mẫu văn bản',
    guide: [
      'Cách viết: mỗi câu bắt đầu bằng "Câu 1."; phương án bằng "A." ở đầu dòng; rồi dòng "Đáp án: B".',
      'Các dòng thêm được: Lời giải, Nguồn, Mức độ (Dễ, Trung bình, Khó), Thẻ, Chuyên mục, Nhận xét A, Cách chấm, Giữ vị trí.',
      'Chữ **đậm**, *nghiêng*, công thức $x^2$, bảng | a | b |. Dòng đầu tiên của tệp (Định dạng) giữ nguyên.',
      'Dòng chữ nào của câu hỏi tự nó bắt đầu bằng "A." hay "Câu 2." thì viết dấu \\ ở trước.',
    ],
  },
};

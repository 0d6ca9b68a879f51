/** Words of pictures, sounds and attachments. The source; en.ts has the same keys. */
export const vi = {
  page: {
    title: 'Chèn ảnh, âm thanh, phim hoặc tệp',
    lead: 'Tải tệp lên, rồi dán dòng chữ nhận được vào chỗ cần hiện trong câu hỏi, phương án hoặc bài học.',
  },
  insert: 'Chèn ảnh/âm thanh',
  insertInto: (field: string) => `Chèn ảnh/âm thanh vào ${field}`,
  close: 'Đóng',
  file: 'Tệp',
  fileHint: (picture: string, sound: string) =>
    `Ảnh PNG, JPEG, WebP, GIF (đến ${picture}); âm thanh MP3, OGG, M4A, WAV (đến ${sound}); phim (video) MP4, WebM (đến 200 MB); tệp đính kèm PDF, DOCX (đến 10 MB). Ảnh lớn được thu nhỏ còn 1.600 điểm ảnh.`,
  alt: 'Lời tả',
  altHint: 'Tả nội dung ảnh cho người không nhìn thấy, hoặc tên đoạn âm thanh, tên phim, tên tệp. Đừng tả lộ đáp án.',
  upload: 'Tải lên',
  uploadAndInsert: 'Tải lên và chèn',
  uploading: 'Đang tải lên',
  done: 'Đã tải lên',
  paste: 'Dán dòng này vào câu hỏi',
  another: 'Tải tệp khác',
  megabytes: (count: string) => `${count} MB`,
  problems: {
    'no-file': 'Chọn một tệp.',
    'no-alt': 'Ghi lời tả: người không nhìn thấy ảnh cần nó.',
    empty: 'Tệp này rỗng.',
    'unknown-type':
      'Không nhận ra tệp này, hoặc tệp bị hỏng. Tên tệp không quyết định loại: hãy lưu lại đúng định dạng.',
    'not-allowed': 'Loại tệp này không dùng được ở đây.',
    'too-large': (largest: string) => `Tệp quá lớn: loại này nhận đến ${largest}.`,
    'too-many-pixels': 'Ảnh quá nhiều điểm ảnh: hãy thu nhỏ trước khi tải lên.',
    failed: 'Chưa tải lên được. Kiểm tra kết nối rồi thử lại.',
  },
};

/** The words of error pages. Apart from the shell's, because few people ever need them. */
export const vi = {
  code: (code: string) => `Mã lỗi: ${code}`,
  codeHint: 'Khi báo cho người quản trị, đồng chí gửi kèm mã này.',
  home: 'Về trang chính',
  retry: 'Tải lại trang',
  badRequest: {
    title: 'Yêu cầu không hợp lệ',
    text: 'Dữ liệu gửi lên thiếu hoặc sai khuôn dạng nên chưa có gì được thay đổi. Đồng chí quay lại trang trước và thử lại.',
  },
  forbidden: {
    title: 'Không có quyền thực hiện',
    text: 'Tài khoản của đồng chí không được giao quyền này. Nếu nhiệm vụ cần đến, đề nghị người quản trị của đơn vị cấp quyền.',
  },
  network: {
    title: 'Máy này không thuộc mạng được làm bài',
    text: 'Bài đang làm và những câu đã lưu vẫn còn nguyên. Đồng chí trở lại máy trong phòng thi hoặc báo giám thị.',
  },
  notFound: {
    title: 'Không tìm thấy trang',
    text: 'Địa chỉ có thể gõ sai, nội dung đã chuyển đi, hoặc không thuộc phạm vi của đồng chí.',
  },
  conflict: {
    title: 'Nội dung đã được người khác thay đổi',
    text: 'Chưa có gì bị ghi đè. Đồng chí quay lại trang trước, tải lại để xem bản mới rồi sửa tiếp.',
  },
  tooMany: {
    title: 'Thao tác quá nhanh',
    text: 'Hệ thống nhận được quá nhiều yêu cầu trong thời gian ngắn. Đồng chí chờ một phút rồi thử lại.',
  },
  unavailable: {
    title: 'Hệ thống tạm thời chưa phục vụ được',
    text: 'Những gì đã báo "đã lưu" vẫn còn nguyên. Đồng chí chờ ít phút rồi tải lại trang.',
  },
  offline: {
    title: 'Không kết nối được với máy chủ',
    text: 'Những gì đã báo "đã lưu" vẫn còn nguyên. Kiểm tra mạng của đơn vị rồi tải lại trang.',
  },
  unexpected: {
    title: 'Đã xảy ra lỗi ngoài dự kiến',
    text: 'Lỗi đã được ghi lại. Những gì đã báo "đã lưu" vẫn còn nguyên. Đồng chí thử tải lại trang.',
  },
};

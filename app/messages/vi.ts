import { productName } from '#app/platform/i18n/page-meta.ts';

/** The words of the shell: what stands around every page. The source; en.ts has the same keys. */
export const vi = {
  product: productName,
  productLong: 'Học tập, kiểm tra Nghị quyết 35',
  skipToContent: 'Chuyển đến nội dung chính',
  nav: {
    label: 'Các khu vực',
    menu: 'Danh mục',
    learner: 'Học tập',
    leader: 'Đơn vị',
    author: 'Biên soạn',
    admin: 'Quản trị',
    account: 'Tài khoản',
    signIn: 'Đăng nhập',
    signOut: 'Đăng xuất',
    crumbs: 'Đường dẫn',
  },
  preferences: {
    theme: 'Giao diện',
    light: 'Sáng',
    dark: 'Tối',
    auto: 'Theo máy',
    toEnglish: 'English',
    toVietnamese: 'Tiếng Việt',
  },
  connection: {
    offlineTitle: 'Mất kết nối mạng',
    offlineText: 'Trang sẽ tự tiếp tục khi có mạng trở lại. Chưa nên đóng trình duyệt.',
    onlineAgain: 'Đã có mạng trở lại',
  },
  loading: 'Đang tải trang',
  errors: {
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
  },
};

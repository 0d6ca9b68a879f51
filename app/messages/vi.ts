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
    library: 'Thư viện',
    leader: 'Đơn vị',
    examiner: 'Kỳ thi',
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
};

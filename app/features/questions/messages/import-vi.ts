import { named } from './format-details-vi.ts';
import { unsound } from './unsound-vi.ts';

/** What is said of a file of questions that is read. */
export const vi = {
  formats: {
    ...{ gift: 'GIFT', aiken: 'Aiken', text: 'Đề kiểm tra dạng văn bản', docx: 'Văn bản Word' },
    ...{ 'moodle-xml': 'Moodle XML', qti: 'QTI', xlsx: 'Bảng tính Excel', csv: 'Bảng CSV' },
  },
  severities: { error: 'Bỏ lại', warning: 'Cần xem', hint: 'Lưu ý' },
  line: (line: number) => `dòng ${line}`,
  /** Why a file is not read at all. */
  refusals: {
    'empty-file': 'Tệp rỗng',
    'too-large': 'Tệp quá lớn',
    'not-a-zip': 'Tệp hỏng hoặc không phải loại tệp như tên của nó',
    'old-office': 'Tệp Word, Excel kiểu cũ (.doc, .xls): mở ra và lưu lại thành .docx hoặc .xlsx',
    'with-password': 'Tệp có mật khẩu: bỏ mật khẩu rồi gửi lại',
    damaged: 'Tệp hỏng',
    'zip-bomb': 'Tệp nén bung ra quá lớn nên không được mở',
    'unsafe-name': 'Tệp nén có tên tệp không an toàn nên không được mở',
    'with-macros': 'Tệp có macro (chương trình chạy kèm): lưu lại thành .docx hoặc .xlsx không có macro',
    'xml-entities': 'Tệp XML khai báo thực thể (DOCTYPE) nên không được mở',
    'xml-too-deep': 'Tệp XML lồng nhau quá sâu nên không được mở',
    'broken-utf8': 'Không đọc được chữ trong tệp: lưu lại với bảng mã UTF-8',
    'not-text':
      'Tệp này không phải tệp câu hỏi (PDF, ảnh, RTF...): dùng Word, Excel, văn bản, GIFT, Aiken, Moodle XML hoặc QTI',
    'unknown-package': 'Tệp nén không chứa câu hỏi nào đọc được',
  },
  /** After an export: what stands in the file and what the format has no word for. */
  exported: {
    written: (count: number, file: string) => `Đã ghi ${count} câu hỏi vào ${file}`,
    loss: (question: number, isLeftOut: boolean, lost: string) =>
      isLeftOut
        ? `Câu ${question}: bỏ lại, định dạng này không chứa được (${lost})`
        : `Câu ${question}: không ghi được ${lost}`,
    onlyHere: (question: number, kept: string) =>
      `Câu ${question}: chỉ hệ thống này đọc lại được ${kept}; phần mềm khác sẽ không thấy`,
    lost: {
      type: 'loại câu hỏi',
      scoring: 'cách chấm',
      fixed: 'phương án giữ vị trí',
      matching: 'cách so khớp',
      tolerance: 'sai số tương đối',
      units: 'đơn vị đo',
      marking: 'hướng dẫn và tiêu chí chấm',
      difficulty: 'độ khó',
      source: 'nguồn',
      feedback: 'nhận xét',
      explanation: 'lời giải',
      tags: 'từ khóa',
      category: 'nhóm',
      title: 'tên',
      pictures: 'hình ảnh',
      markup: 'định dạng chữ',
      answers: 'phương án hoặc đáp án',
    },
  },
  /** After an import by command. */
  imported: {
    counts: ({ found, taken, known, near }: { found: number; taken: number; known: number; near: number }) =>
      `Đọc được ${found} câu; nạp ${taken}; đã có sẵn ${known}; gần giống ${near}`,
    refused: 'Chưa nạp câu nào: sửa các chỗ dưới đây, hoặc dùng --take-good để nạp những câu tốt',
    dryRun: (count: number) => `Chạy thử: sẽ nạp ${count} câu, chưa ghi gì`,
    near: ({ line, stem, to }: { line: number; stem: string; to: string }) => `dòng ${line}: "${stem}" gần giống ${to}`,
  },
  problems: {
    'empty-file': () => 'Không tìm thấy câu hỏi nào',
    'not-of-format': () => 'Tệp không đọc được theo định dạng này',
    'no-columns': () => 'Không thấy hàng tiêu đề có cột Câu hỏi, Đáp án, Phương án A, B...',
    'table-too-large': () => 'Bảng quá dài: phần sau dòng này không được đọc',
    'odd-cell': () => 'Ô có lỗi hoặc công thức chưa tính',
    'unclosed-answers': () => 'Thiếu dấu } đóng phần trả lời',
    'stray-brace': () => 'Dấu { hoặc } đứng sai chỗ; nếu là chữ, viết \\{ và \\}',
    'unknown-answers': () => 'Không hiểu phần trả lời trong { }',
    'not-a-question': () => 'Đoạn văn không có phần trả lời, không phải câu hỏi',
    'no-options': () => 'Không có phương án, cũng không có đáp án',
    'one-option': () => 'Chỉ có một phương án',
    'too-many-options': () => 'Quá nhiều phương án',
    'option-out-of-order': (detail: string) => `Phương án không theo thứ tự: chờ ${detail}`,
    'no-key': () => 'Không biết đáp án đúng',
    'two-keys': (detail: string) => `Có ${detail} đáp án đúng, mỗi đáp án đều được trọn điểm`,
    'key-not-an-option': (detail: string) => `Đáp án ${detail} không có trong các phương án`,
    'key-for-no-question': (detail: string) =>
      detail === '' ? 'Đáp án không thuộc câu hỏi nào' : `Bảng đáp án có câu ${detail}, đề không có`,
    'key-differs': (detail: string) => `Đáp án ghi ở hai nơi khác nhau: ${detail}; lấy đáp án đầu`,
    'no-stem': (detail: string) => (detail === '' ? 'Câu hỏi không có lời' : `Câu ${detail} không có lời`),
    'bad-field': (detail: string) => `Không hiểu dòng "${detail}"`,
    'bad-number': () => 'Không đọc được số ở phần trả lời',
    'bad-weight': () => 'Tỉ lệ điểm phải từ -100% đến 100%',
    'weights-changed': (detail: string) => `Tỉ lệ điểm của tệp được đổi thành cách chấm gần nhất (${named(detail)})`,
    'partial-credit-lost': () => 'Điểm của phương án sai không giữ được: chọn một phương án thì chỉ đúng hoặc sai',
    'feedback-lost': () => 'Nhận xét riêng cho câu trả lời không giữ được',
    'wildcard-lost': (detail: string) => `Đáp án có dấu * thay cho mọi chữ không giữ được: ${detail}`,
    'markup-lost': (detail: string) => `Định dạng không giữ được: ${detail}`,
    'number-missing': (detail: string) => `Thiếu câu ${detail}`,
    'number-twice': (detail: string) => `Câu ${detail} có hai lần`,
    'stray-text': () => 'Đoạn chữ không thuộc câu hỏi nào',
    'xml-broken': (detail: string) => `XML hỏng từ đây, chỉ đọc được phần ở trên (${detail})`,
    'xml-entities': () => 'Tệp XML khai báo kiểu tài liệu hoặc thực thể (DOCTYPE) nên không được đọc',
    'xml-too-deep': (detail: string) => `XML lồng nhau sâu quá ${detail} tầng nên không được đọc`,
    'xml-too-large': (detail: string) => `XML quá lớn nên không được đọc (${detail})`,
    unsupported: (detail: string) => `Loại câu hỏi không có ở đây: ${named(detail)}`,
    'type-changed': (detail: string) => `Câu hỏi được đổi sang loại gần nhất: ${named(detail)}`,
    'part-lost': (detail: string) => `Không giữ được: ${named(detail)}`,
    'file-missing': (detail: string) => `Tệp kèm theo không có trong tệp câu hỏi: ${detail}`,
    'extras-stale': () => 'Câu hỏi đã được sửa ở phần mềm khác nên lấy theo bản sửa, bỏ phần riêng của Học tập 35',
    'key-by-look': (detail: string) =>
      `Đáp án đoán theo chữ ${{ underlined: 'gạch chân', coloured: 'tô màu', bold: 'đậm', italic: 'nghiêng' }[detail] ?? detail}, khác cách đánh dấu của các câu kia`,
    'picture-no-words': (detail: string) => `Ảnh chưa có lời tả cho người không nhìn được: ${detail}`,
    'picture-kind': (detail: string) => `Ảnh thuộc loại trang không hiện được (EMF, WMF, TIFF...) nên bị bỏ: ${detail}`,
    'picture-linked': (detail: string) => `Ảnh nằm ở nơi khác, không có trong tệp: ${detail}`,
    'object-lost': (detail: string) =>
      `Đối tượng nhúng không đọc được (biểu đồ, MathType...): ${named(detail)}; dán lại thành ảnh hoặc công thức của Word`,
    'footnote-lost': (detail: string) => `Chú thích cuối trang không giữ được: ${detail}`,
    'comment-lost': () => 'Tệp có lời bình bên lề, không đưa vào',
    'text-box': () => 'Chữ trong hộp văn bản được đặt sau đoạn chứa nó; xem lại vị trí',
    'formula-part': (detail: string) => `Công thức có phần không đổi được: ${detail}`,
    'changes-taken': () => 'Tệp đang theo dõi thay đổi: chữ thêm được lấy, chữ xóa được bỏ',
    'hidden-text': (detail: string) => `Tệp có chữ ẩn, không đưa vào: ${detail}`,
    'symbol-lost': (detail: string) => `Ký hiệu của phông chữ không đổi được: ${detail}`,
    'field-lost': (detail: string) => `Trường của Word không đọc được: ${detail}`,
    'merged-cells': () => 'Bảng có ô gộp; ô gộp được tách ra, xem lại bảng',
    'margin-lost': (detail: string) => `Đầu trang, chân trang không đưa vào: ${detail}`,
    unsound,
    /** Of an import that an earlier release stored. */
    other: () => 'Có chỗ cần xem lại',
  },
};

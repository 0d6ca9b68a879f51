/** What people here choose first, beside the international list: in lower case, without tone marks as they are typed. */
const vietnamese = [
  ...['matkhau', 'matkhau1', 'matkhau12', 'matkhau123', 'matkhau1234', 'matkhau123456', 'matkhaumoi', 'doimatkhau'],
  ...['mật khẩu', 'mật khẩu 123', 'khongbiet', 'khongbiet123', 'khongco', 'khongcopass', 'khongnho'],
  ...['quandoi', 'quandoi123', 'quandoinhandan', 'quandoivietnam', 'quannhan', 'quannhan123', 'bodoi', 'bodoi123'],
  ...['bodoicuho', 'boquocphong', 'chiensi', 'chiensi123', 'donvi123', 'trungdoan', 'sudoan', 'daidoi', 'tieudoan'],
  ...['nghiquyet', 'nghiquyet35', 'hoctap35', 'hoctap123', 'canbo123', 'doanvien', 'dangvien', 'thidua123', '22121944'],
  ...['vietnam', 'vietnam1', 'vietnam12', 'vietnam123', 'vietnam1234', 'vietnam2020', 'vietnam2024', 'vietnam2025'],
  ...['vietnam2026', 'vietnamvodich', 'yeuvietnam', 'toiyeuvietnam', 'hanoi123', 'hanoi2024', 'saigon123', 'danang123'],
  ...['haiphong123', 'hochiminh', 'bacho123', 'thanhpho', 'chuacanhcua', 'chaoanhem', 'xinchao', 'xinchao123'],
  ...['anhyeuem', 'anhyeuem1', 'anhyeuem123', 'emyeuanh', 'emyeuanh123', 'iloveyou', 'yeuemnhieu', 'yeuanhnhieu'],
  ...['yeuem123', 'emyeu123', 'nhoemnhieu', 'mayyeutao', 'toiyeuem', 'toilatoi', 'toilaai', 'khongyeu', 'codon123'],
  ...['giadinh', 'giadinh123', 'bome123', 'conyeume', 'meyeucon', 'yeubome', 'thuongme', 'thuongem', 'vochong'],
  ...[
    'nguyenvana',
    'nguyenvan',
    'nguyen123',
    'tuananh',
    'tuananh123',
    'minhanh123',
    'thanh123',
    'tuan1234',
    'dung1234',
  ],
  ...['hung1234', 'phuong123', 'linh1234', 'trang123', 'thuy1234', 'hoang123', 'thang123', 'quang123', 'huong123'],
  ...[
    'taikhoan',
    'taikhoan1',
    'taikhoan123',
    'nguoidung',
    'quantri',
    'quantri123',
    'admin@123',
    'abc@1234',
    'abcd@1234',
  ],
  ...['abc@12345', 'abcd1234', 'aa123456', 'a1234567', 'a12345678', 'a123456789', 'q1w2e3r4', 'qwerty@123', '123456a@'],
  ...[
    '123456aa',
    '123456789a',
    '12345678a',
    '147258369',
    '0123456789',
    '123456abc',
    '123abc456',
    '6868686868',
    '68686868',
  ],
  ...['79797979', '39393939', '86868686', '99999999', '09090909', '01010101', '12341234', '11223344', '19001560'],
];

let known: Promise<ReadonlySet<string>> | undefined;

async function load(): Promise<ReadonlySet<string>> {
  const { dictionary } = await import('@zxcvbn-ts/language-common');
  const international = Object.values(dictionary['passwords-common'] as ArrayLike<string>);
  return new Set([...international, ...vietnamese].map((each) => each.normalize('NFC').toLowerCase()));
}

/** Passwords that too many people choose, in lower case; some 50,000, read from the disk when first asked for. */
export function commonPasswords(): Promise<ReadonlySet<string>> {
  known ??= load();
  return known;
}

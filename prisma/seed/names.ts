import type { SeededRandom } from '#app/kernel/seeded-random.ts';
import { canonicalSpelling } from '#app/kernel/vietnamese-text.ts';
import { happens, type Weighted, weighted } from './chance.ts';
import { famousNames } from './famous-names.ts';

/** Surnames with their share among Vietnamese people, in per cent, as surveys of names give it; the last ones are rarer. */
const surnames: Weighted<string> = [
  ...([
    ['Nguyễn', 38.4],
    ['Trần', 11],
    ['Lê', 9.5],
    ['Phạm', 7.1],
    ['Hoàng', 3.6],
    ['Huỳnh', 1.5],
  ] as const),
  ...([
    ['Phan', 4.5],
    ['Vũ', 2.6],
    ['Võ', 1.3],
    ['Đặng', 2.1],
    ['Bùi', 2],
    ['Đỗ', 1.4],
    ['Hồ', 1.3],
  ] as const),
  ...([
    ['Ngô', 1.3],
    ['Dương', 1],
    ['Lý', 0.5],
    ['Trương', 0.9],
    ['Đinh', 0.7],
    ['Đoàn', 0.6],
  ] as const),
  ...([
    ['Trịnh', 0.6],
    ['Mai', 0.5],
    ['Lương', 0.5],
    ['Cao', 0.5],
    ['Hà', 0.5],
    ['Đào', 0.5],
  ] as const),
  ...([
    ['Tạ', 0.3],
    ['Lưu', 0.3],
    ['Phùng', 0.3],
    ['Tô', 0.2],
    ['Vương', 0.2],
    ['Chu', 0.2],
  ] as const),
  ...([
    ['Thái', 0.2],
    ['Quách', 0.2],
    ['Nông', 0.3],
    ['Lò', 0.3],
    ['Triệu', 0.2],
    ['Vi', 0.2],
  ] as const),
  ...([
    ['Hứa', 0.1],
    ['Bế', 0.1],
    ['Ma', 0.1],
    ['Lường', 0.1],
    ['Quàng', 0.1],
    ['La', 0.1],
  ] as const),
];

const middleMale: Weighted<string> = [
  ...([
    ['Văn', 30],
    ['Đức', 8],
    ['Xuân', 5],
    ['Quang', 5],
    ['Minh', 6],
    ['Hữu', 5],
    ['Công', 4],
  ] as const),
  ...([
    ['Ngọc', 4],
    ['Đình', 5],
    ['Thanh', 4],
    ['Hoàng', 4],
    ['Quốc', 4],
    ['Trung', 3],
    ['Duy', 3],
  ] as const),
  ...([
    ['Tiến', 3],
    ['Anh', 2],
    ['Bá', 2],
    ['Mạnh', 2],
    ['Viết', 2],
    ['Thế', 3],
    ['Trọng', 3],
  ] as const),
];
const givenMale =
  'An Anh Bách Bảo Biên Bình Cảnh Chiến Chung Công Cương Cường Dũng Duy Dương Đại Đạt Đăng Điệp Định Đông Đức Giang Hải Hào Hậu Hiếu Hiệp Hoan Hoàn Hoàng Huân Hùng Huy Hưng Hướng Khải Khánh Khoa Khôi Kiên Lâm Linh Long Lộc Luân Lực Mạnh Minh Nam Nghĩa Nguyên Nhân Nhật Phong Phú Phúc Phương Quân Quang Quyền Quyết Quý Sang Sơn Sỹ Tài Tân Tấn Thái Thành Thắng Thiện Thịnh Thọ Thông Thuận Thủy Tiến Tiệp Toàn Toản Trí Triều Trung Trường Tú Tuân Tuấn Tùng Tuyên Tưởng Việt Vinh Vũ Vương Xuân'.split(
    ' ',
  );

const middleFemale: Weighted<string> = [
  ...([
    ['Thị', 38],
    ['Thu', 8],
    ['Thanh', 7],
    ['Ngọc', 7],
    ['Minh', 5],
    ['Phương', 5],
    ['Hồng', 5],
  ] as const),
  ...([
    ['Kim', 4],
    ['Bích', 3],
    ['Hoài', 3],
    ['Mai', 3],
    ['Thùy', 4],
    ['Diệu', 2],
    ['Quỳnh', 3],
  ] as const),
];
const givenFemale =
  'Anh Ánh Bích Chi Châm Dung Duyên Giang Hà Hạnh Hằng Hiền Hiên Hoa Hòa Hoài Hồng Huệ Huyền Hương Hường Lan Lành Liên Linh Loan Luyến Ly Mai Minh Mỹ My Nga Ngân Ngọc Nguyệt Nhàn Nhung Oanh Phương Phượng Quyên Quỳnh Tâm Thanh Thảo Thắm Thoa Thơm Thu Thủy Thúy Thùy Thương Trà Trang Trinh Tuyết Uyên Vân Vy Xuân Yến'.split(
    ' ',
  );

/** Words that stand as a second middle name before the given one: never Văn or Thị. */
const secondMale = ['Minh', 'Hoàng', 'Anh', 'Quốc', 'Thanh', 'Ngọc', 'Đức', 'Trung', 'Quang', 'Duy', 'Tuấn'];
const secondFemale = ['Thanh', 'Thu', 'Ngọc', 'Phương', 'Hồng', 'Mai', 'Minh', 'Bích', 'Thùy', 'Hoài', 'Kim'];

const famous = new Set(famousNames.map(comparable));

function comparable(name: string): string {
  return canonicalSpelling(name).toLowerCase();
}

/** Whether the name belongs to somebody known to everybody; tones count, the two spellings of a word do not. */
export const isFamous = (fullName: string): boolean => famous.has(comparable(fullName));

/** A believable full name that is nobody's whom everybody knows. */
export function fullName(random: SeededRandom, { isWoman }: { isWoman: boolean }): string {
  for (;;) {
    const surname = weighted(random, surnames);
    const middle = weighted(random, isWoman ? middleFemale : middleMale);
    // One in eight has a second middle name.
    const second = happens(random, 0.125) ? `${random.pick(isWoman ? secondFemale : secondMale)} ` : '';
    const given = random.pick(isWoman ? givenFemale : givenMale);
    const words = `${surname} ${middle} ${second}${given}`.split(' ');
    const name = words.join(' ');
    if (new Set(words).size === words.length && !isFamous(name)) return name;
  }
}

import type { PersonnelClass, UnitKind } from '#app/features/org/core/person.ts';
import type { Weighted } from './chance.ts';
import type { OfficerRank } from './ranks.ts';
import type { PlannedUnit } from './units.ts';

/** A post (chức vụ): what it is called, who holds it, how old, with which ranks. */
export interface Post {
  readonly title: string;
  readonly personnelClass: PersonnelClass;
  readonly ages: readonly [number, number];
  readonly ranks?: readonly [OfficerRank, OfficerRank];
}

/** The posts of a unit: the first people take the leading ones in this order, all others share the rest by weight. */
export interface Posts {
  readonly leading: readonly Post[];
  readonly others: Weighted<Post>;
}

const officer = (title: string, ages: [number, number], lowest: OfficerRank, highest: OfficerRank): Post => ({
  title,
  personnelClass: 'officer',
  ages,
  ranks: [lowest, highest],
});
const professional = (title: string): Post => ({ title, personnelClass: 'professional', ages: [22, 50] });
const civilian = (title: string): Post => ({ title, personnelClass: 'civilian', ages: [24, 56] });
const enlisted = (title: string): Post => ({ title, personnelClass: 'enlisted', ages: [18, 25] });

/** The political officer stands second everywhere: the one who leads the study of this product's course. */
const commands: Partial<Record<UnitKind, readonly Post[]>> = {
  corps: [
    officer('Phó Tư lệnh', [50, 56], 'Đại tá', 'Đại tá'),
    officer('Phó Chính ủy', [49, 56], 'Đại tá', 'Đại tá'),
    officer('Phó Tham mưu trưởng', [46, 54], 'Đại tá', 'Đại tá'),
  ],
  division: [
    officer('Sư đoàn trưởng', [46, 52], 'Thượng tá', 'Đại tá'),
    officer('Chính ủy', [46, 53], 'Thượng tá', 'Đại tá'),
    officer('Phó Sư đoàn trưởng - Tham mưu trưởng', [44, 51], 'Thượng tá', 'Thượng tá'),
    officer('Phó Chính ủy', [43, 50], 'Trung tá', 'Thượng tá'),
    officer('Phó Sư đoàn trưởng', [43, 50], 'Thượng tá', 'Thượng tá'),
  ],
  brigade: [
    officer('Lữ đoàn trưởng', [45, 51], 'Thượng tá', 'Đại tá'),
    officer('Chính ủy', [45, 52], 'Thượng tá', 'Đại tá'),
    officer('Phó Lữ đoàn trưởng - Tham mưu trưởng', [42, 50], 'Trung tá', 'Thượng tá'),
    officer('Phó Chính ủy', [42, 49], 'Trung tá', 'Thượng tá'),
  ],
  regiment: [
    officer('Trung đoàn trưởng', [42, 48], 'Trung tá', 'Thượng tá'),
    officer('Chính ủy', [42, 49], 'Trung tá', 'Thượng tá'),
    officer('Phó Trung đoàn trưởng - Tham mưu trưởng', [39, 46], 'Thiếu tá', 'Trung tá'),
    officer('Phó Chính ủy', [38, 46], 'Thiếu tá', 'Trung tá'),
  ],
  battalion: [
    officer('Tiểu đoàn trưởng', [34, 42], 'Đại úy', 'Trung tá'),
    officer('Chính trị viên', [33, 42], 'Đại úy', 'Trung tá'),
    officer('Phó Tiểu đoàn trưởng', [30, 38], 'Thượng úy', 'Thiếu tá'),
    officer('Chính trị viên phó', [29, 36], 'Thượng úy', 'Đại úy'),
  ],
  company: [
    officer('Đại đội trưởng', [27, 34], 'Trung úy', 'Đại úy'),
    officer('Chính trị viên', [27, 34], 'Trung úy', 'Đại úy'),
    officer('Phó Đại đội trưởng', [25, 31], 'Trung úy', 'Thượng úy'),
    officer('Trung đội trưởng', [23, 27], 'Thiếu úy', 'Trung úy'),
  ],
};

const agencyStaff: Weighted<Post> = [
  [officer('Trợ lý', [28, 46], 'Thượng úy', 'Trung tá'), 45],
  [professional('Nhân viên chuyên môn'), 30],
  [professional('Nhân viên văn thư - bảo mật'), 8],
  [civilian('Nhân viên hành chính'), 10],
  [civilian('Nhân viên phục vụ'), 7],
];

const companyStaff: Weighted<Post> = [
  [officer('Trung đội trưởng', [23, 27], 'Thiếu úy', 'Trung úy'), 5],
  [professional('Nhân viên kỹ thuật'), 5],
  [professional('Quản lý bếp ăn'), 2],
  [enlisted('Tiểu đội trưởng'), 16],
  [enlisted('Chiến sĩ'), 72],
];

/** The posts of a unit. Small units fill the leading posts first, so that each has its political officer. */
export function postsOf(unit: PlannedUnit): Posts {
  if (unit.kind === 'agency') return agencyPosts(unit);
  const leading = commands[unit.kind] ?? [];
  if (unit.kind === 'company') return { leading, others: companyStaff };
  const deputy = leading[leading.length - 1]!;
  return {
    leading,
    others: [
      [{ ...deputy, title: 'Trợ lý' }, 1],
      [professional('Nhân viên bảo đảm'), 2],
    ],
  };
}

function agencyPosts({ name, key }: PlannedUnit): Posts {
  const isOfCorps = key.split('/').length === 2;
  const isOfDivision = !isOfCorps && name.startsWith('Phòng');
  if (isOfCorps) {
    const head = officer(name === 'Văn phòng' ? 'Chánh Văn phòng' : 'Chủ nhiệm', [46, 54], 'Thượng tá', 'Đại tá');
    const deputy = officer(
      name === 'Văn phòng' ? 'Phó Chánh Văn phòng' : 'Phó Chủ nhiệm',
      [43, 52],
      'Trung tá',
      'Thượng tá',
    );
    return {
      leading: [name === 'Bộ Tham mưu' ? { ...head, title: 'Trưởng phòng Quân huấn' } : head, deputy],
      others: agencyStaff,
    };
  }
  const head = officer(isOfDivision ? 'Trưởng phòng' : 'Trưởng ban Chính trị', [38, 48], 'Thiếu tá', 'Trung tá');
  return {
    leading: [head, officer(isOfDivision ? 'Phó Trưởng phòng' : 'Trợ lý', [34, 45], 'Đại úy', 'Thiếu tá')],
    others: agencyStaff,
  };
}

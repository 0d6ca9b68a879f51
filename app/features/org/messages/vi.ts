/** Words of units and people. The source; en.ts has the same keys. */
export const vi = {
  strength: 'Quân số',
  unit: 'Đơn vị',
  ownUnits: 'Đơn vị được giao quản lý',
  kinds: {
    corps: 'Quân đoàn',
    division: 'Sư đoàn',
    brigade: 'Lữ đoàn',
    regiment: 'Trung đoàn',
    battalion: 'Tiểu đoàn',
    company: 'Đại đội',
    platoon: 'Trung đội',
    squad: 'Tiểu đội',
    agency: 'Cơ quan',
  },
  personnelClasses: {
    officer: 'Sĩ quan',
    professional: 'Quân nhân chuyên nghiệp',
    enlisted: 'Hạ sĩ quan, binh sĩ',
    civilian: 'Công nhân, viên chức quốc phòng',
  },
  memberships: { party: 'Đảng viên', youth: 'Đoàn viên', none: 'Quần chúng' },
  person: {
    number: 'Số hiệu',
    rank: 'Cấp bậc',
    position: 'Chức vụ',
    personnelClass: 'Đối tượng',
    membership: 'Thành phần',
    noRank: 'Không có cấp bậc',
  },
};

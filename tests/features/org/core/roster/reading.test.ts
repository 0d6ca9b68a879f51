import { describe, expect, it } from 'vitest';
import { birthdayOf } from '#app/features/org/core/roster/birthday.ts';
import { isCrossed, membershipOf, personnelClassOf } from '#app/features/org/core/roster/class-words.ts';
import { columnsOfHeads, fieldOfHead, findHeads, missingFields } from '#app/features/org/core/roster/columns.ts';
import { rankOf } from '#app/features/org/core/roster/rank-words.ts';
import { type KnownUnit, UnitResolver } from '#app/features/org/core/roster/unit-resolver.ts';
import { kindOfName, shortNameOf, unitKey, unitSteps } from '#app/features/org/core/roster/unit-words.ts';

describe('heads', () => {
  it.each<(string | null)[]>([
    ...['Số hiệu', 'SỐ HIỆU', 'so hieu', 'SHSQ', 'Số hiệu quân nhân', 'Mã số *'].map((head) => [head, 'number']),
    ...['Họ và tên', 'HỌ TÊN', 'ho ten', 'Họ & tên', 'Họ và tên khai sinh', 'HỌ  VÀ\nTÊN'].map((head) => [
      head,
      'fullName',
    ]),
    ...['Cấp bậc', 'CB', 'Quân hàm'].map((head) => [head, 'rank']),
    ...['Ngày sinh', 'Ngày, tháng, năm sinh', 'NTNS', 'Năm sinh (dd/mm/yyyy)'].map((head) => [head, 'bornOn']),
    ...['Đảng/Đoàn', 'Đảng, Đoàn', 'Thành phần'].map((head) => [head, 'membership']),
    ...['Đơn vị', 'ĐƠN VỊ CÔNG TÁC', 'đ.vị'].map((head) => [head, 'unit']),
    ['Chức vụ', 'position'],
    ['Đối tượng', 'personnelClass'],
    ['Ghi chú', null],
    ['STT', null],
  ])('%s is %s', (head, field) => {
    expect(fieldOfHead(head!, 'people')).toBe(field);
  });

  it('are found below titles, and crossed columns told from one that says which', () => {
    const rows = [
      ['QUÂN ĐOÀN Q', '', ''],
      ['DANH SÁCH'],
      ['STT', 'Họ và tên', 'Số hiệu', 'Đơn vị'],
      ['1', 'An', 'Q1', 'c1'],
    ];
    expect(findHeads(rows, 'people')).toEqual({ at: 2, columns: { fullName: 1, number: 2, unit: 3 } });
    expect(findHeads([['An', 'Q1']], 'people')).toBeNull();
    expect(columnsOfHeads(['Đảng viên', 'Đoàn viên'], 'people')).toEqual({ party: 0, youth: 1 });
    expect(columnsOfHeads(['Đảng viên'], 'people')).toEqual({ membership: 0 });
    expect(missingFields({ familyName: 0, givenName: 1 }, 'people')).toEqual(['number']);
  });
});

describe('birthdays', () => {
  const today = '2026-11-23';
  it.each([
    [{ text: '30/04/1998' }, { day: '1998-04-30' }],
    [{ text: '30-4-98' }, { day: '1998-04-30' }],
    [{ text: '1.9.2001' }, { day: '2001-09-01' }],
    [{ text: '1998-04-30' }, { day: '1998-04-30' }],
    [{ text: '35915', number: 35915 }, { day: '1998-04-30' }],
    [{ text: '1998', number: 1998 }, { year: 1998 }],
    [{ text: '04/1998' }, { year: 1998 }],
    [{ text: '' }, { day: null }],
    [{ text: '31/02/1999' }, { problem: 'day-impossible' }],
    [{ text: '30/04/2030' }, { problem: 'day-in-future' }],
    [{ text: '30/04/2015' }, { problem: 'age-odd' }],
    [{ text: '30/04/1898' }, { problem: 'age-odd' }],
    [{ text: 'tháng tư' }, { problem: 'day-unreadable' }],
    [{ text: '-5', number: -5 }, { problem: 'day-impossible' }],
  ])('%o is %o', (cell, birthday) => {
    expect(birthdayOf(cell, { today })).toEqual(birthday);
  });

  it('count from 1904 in books of old Macintoshes', () => {
    expect(birthdayOf({ text: '34453', number: 34453 }, { today, from1904: true })).toEqual({ day: '1998-04-30' });
  });
});

describe('ranks, classes, memberships', () => {
  it.each([
    ['Đại úy', 'Đại úy', 'officer'],
    ['đại uý', 'Đại úy', 'officer'],
    ['THIẾU TÁ QNCN', 'Thiếu tá quân nhân chuyên nghiệp', 'professional'],
    ['3/CN', 'Thượng úy quân nhân chuyên nghiệp', 'professional'],
    ['4//', 'Đại tá', 'officer'],
    ['1/', 'Thiếu úy', 'officer'],
    ['H2', 'Trung sĩ', 'enlisted'],
    ['B1', 'Binh nhất', 'enlisted'],
    ['thượng sỹ', 'Thượng sĩ', 'enlisted'],
    ['CNVQP', null, 'civilian'],
    ['-', null, null],
  ])('%s', (typed, rank, personnelClass) => {
    expect(rankOf(typed)).toEqual({ rank, personnelClass });
  });

  it('says so where it knows none', () => {
    expect(rankOf('Tướng cướp')).toBeNull();
    expect(membershipOf('ĐV')).toBeNull();
    expect(membershipOf('gì đó')).toBeNull();
    expect(membershipOf('Đoàn viên')).toBe('youth');
    expect([
      personnelClassOf('HSQ-BS'),
      personnelClassOf('Sĩ quan'),
      personnelClassOf('qncn'),
      personnelClassOf('?'),
    ]).toEqual(['enlisted', 'officer', 'professional', null]);
    expect([isCrossed('x'), isCrossed('03/02/2020'), isCrossed('Không'), isCrossed('')]).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});

describe('units of a path', () => {
  const unit = (id: string, parentId: string | null, name: string, shortName: string, path: string): KnownUnit => ({
    ...{ id, parentId, name, shortName, path },
    kind: kindOfName(name),
  });
  const units = [
    unit('f', null, 'Sư đoàn 9', 'f9', '/f/'),
    unit('d1', 'f', 'Tiểu đoàn 1', 'd1', '/f/d1/'),
    unit('d2', 'f', 'Tiểu đoàn 2', 'd2', '/f/d2/'),
    unit('c1', 'd1', 'Đại đội 1', 'c1', '/f/d1/c1/'),
    unit('x1', 'd2', 'Đại đội 1', 'c1', '/f/d2/x1/'),
    unit('ct', 'f', 'Phòng Chính trị', 'PCT', '/f/ct/'),
  ];
  let made = 0;
  const resolver = (home: string, makes = false) =>
    new UnitResolver(units, units.find(({ id }) => id === home)!, { makes, newId: () => `n${++made}` });

  it.each([
    ['f', 'Tiểu đoàn 1 / Đại đội 1', { unitId: 'c1' }],
    ['f', 'sư đoàn 9 > d2 > C1', { unitId: 'x1' }],
    ['f', 'c1/d2/f9', { unitId: 'x1' }],
    ['d1', 'Đại đội 1', { unitId: 'c1' }],
    ['d1', 'Sư đoàn 9/Tiểu đoàn 2', { unitId: 'd2' }],
    ['d1', 'phong chinh tri', { unitId: 'ct' }],
    ['d1', ' / ', { unitId: 'd1' }],
    ['f', 'Đại đội 1', { problem: 'unit-ambiguous', at: 'Đại đội 1' }],
    ['f', 'Tiểu đoàn 1 / Đại đội 8', { problem: 'unit-unknown', at: 'Tiểu đoàn 1 / Đại đội 8' }],
  ])('from %s, %s', (home, typed, answer) => {
    expect(resolver(home).resolve(typed, 1)).toEqual(answer);
  });

  it('are made once where that is wanted, with kind and short name from the name', () => {
    const one = resolver('f', true);
    const first = one.resolve('d2 / Đại đội 7 / Trung đội 1', 5);
    expect(one.resolve('Tiểu đoàn 2/c7/b1', 6)).toEqual(first);
    expect(one.made.map(({ kind, shortName, parentId }) => [kind, shortName, parentId])).toEqual([
      ['company', 'c7', 'd2'],
      ['platoon', 'b1', one.made[0]!.id],
    ]);
    expect([unitSteps('a » b>c'), unitKey('C 3'), shortNameOf('Phòng Hậu cần')]).toEqual([
      ['a', 'b', 'c'],
      'dai doi 3',
      'Phòng Hậu cần',
    ]);
  });
});

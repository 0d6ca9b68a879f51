import { foldForSearch } from '#app/kernel/vietnamese-text.ts';

/** What a column of a roster may hold. */
export const peopleFields = [
  'number',
  'fullName',
  'familyName',
  'givenName',
  'bornOn',
  'rank',
  'position',
  'personnelClass',
  'membership',
  'party',
  'youth',
  'unit',
] as const;
/** What a column of a file of units may hold. */
export const unitFields = ['unit', 'name', 'shortName', 'kind', 'parent'] as const;
export type RosterField = (typeof peopleFields)[number] | (typeof unitFields)[number];
export type Subject = 'people' | 'units';
export const fieldsOf = (subject: Subject): readonly RosterField[] =>
  subject === 'people' ? peopleFields : unitFields;

/** Which column (from 0) holds what. */
export type ColumnMap = Partial<Record<RosterField, number>>;

/** Heads as people write them, without tone marks, signs and case; the surer ones first. */
const heads: Record<RosterField, readonly string[]> = {
  number: [
    'so hieu',
    'so hieu quan nhan',
    'so hieu si quan',
    'shsq',
    'shqn',
    'sh',
    'so quan',
    'so quan nhan',
    'ma so',
    'ma quan nhan',
    'ma nguoi',
    'ma so quan nhan',
    'so cccd',
    'number',
    'service number',
    'so the',
    'so hieu qncn',
    'so hieu sq',
    'ma can bo',
    'ma hoc vien',
    'ma',
  ],
  fullName: [
    'ho va ten',
    'ho ten',
    'ho va ten khai sinh',
    'ho va ten quan nhan',
    'ho ten quan nhan',
    'hoten',
    'ten day du',
    'full name',
    'name',
    'ho ten dong chi',
    'dong chi',
    'ho ten khai sinh',
    'h va ten',
    'h ten',
  ],
  familyName: [
    'ho',
    'ho dem',
    'ho va ten dem',
    'ho va dem',
    'ho lot',
    'ho va ten lot',
    'ho ten dem',
    'family name',
    'last name',
  ],
  givenName: ['ten', 'given name', 'first name'],
  bornOn: [
    'ngay sinh',
    'ngay thang nam sinh',
    'sinh ngay',
    'nam sinh',
    'ns',
    'ngay thang sinh',
    'ntns',
    'n t n s',
    'date of birth',
    'birthday',
    'born',
    'ngay thang nam',
    'ngay nam sinh',
  ],
  rank: ['cap bac', 'cb', 'cap bac quan ham', 'quan ham', 'cap ham', 'rank', 'c bac', 'cap bac hien tai'],
  position: ['chuc vu', 'cv', 'chuc danh', 'position', 'c vu', 'chuc vu don vi', 'chuc trach', 'nhiem vu'],
  personnelClass: [
    'doi tuong',
    'dien',
    'dien quan ly',
    'thanh phan quan nhan',
    'loai',
    'loai quan nhan',
    'class',
    'personnel class',
    'dt',
  ],
  membership: [
    'dang doan',
    'dang vien doan vien',
    'thanh phan',
    'thanh phan chinh tri',
    'dang vien',
    'doan dang',
    'dv',
    'membership',
    'chinh tri',
    'dang doan vien',
  ],
  party: ['dang', 'ngay vao dang', 'vao dang', 'la dang vien'],
  youth: ['doan', 'doan vien', 'ngay vao doan', 'vao doan', 'la doan vien'],
  unit: [
    'don vi',
    'dvi',
    'don vi cong tac',
    'thuoc don vi',
    'duong dan',
    'duong dan don vi',
    'unit',
    'd vi',
    'don vi hien tai',
    'phong ban',
    'bo phan',
  ],
  name: ['ten don vi', 'ten', 'name', 'ten day du'],
  shortName: ['ten viet tat', 'viet tat', 'ten ngan', 'short name', 'ky hieu', 'ten tat'],
  kind: ['cap', 'loai', 'loai don vi', 'cap don vi', 'kind'],
  parent: ['truc thuoc', 'don vi cap tren', 'cap tren', 'thuoc', 'parent', 'don vi cha', 'thuoc don vi'],
};

/** A head as it is compared: tone marks, case, signs and what stands in brackets taken away. */
export const foldedHead = (text: string): string =>
  foldForSearch(text.replace(/\([^)]*\)/g, ' '))
    .replace(/&/g, ' va ')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

/** The field that one head names, or null. */
export function fieldOfHead(text: string, subject: Subject): RosterField | null {
  const folded = foldedHead(text);
  if (folded === '') return null;
  return fieldsOf(subject).find((field) => heads[field].includes(folded)) ?? null;
}

/** The columns that a row of heads names; the first of two columns for the same wins. */
export function columnsOfHeads(row: readonly string[], subject: Subject): ColumnMap {
  const columns: ColumnMap = {};
  for (const [index, text] of row.entries()) {
    const field = fieldOfHead(text, subject);
    if (field && columns[field] === undefined) columns[field] = index;
  }
  // 'Đảng viên' beside 'Đoàn viên' are two columns to be crossed, alone it is one that says which.
  if (
    subject === 'people' &&
    columns.youth !== undefined &&
    columns.party === undefined &&
    columns.membership !== undefined
  ) {
    columns.party = columns.membership;
    delete columns.membership;
  }
  return columns;
}

/** What must have a column before a file can be read. */
export function missingFields(columns: ColumnMap, subject: Subject): RosterField[] {
  if (subject === 'units') return columns.unit === undefined && columns.name === undefined ? ['unit'] : [];
  const hasName =
    columns.fullName !== undefined || (columns.familyName !== undefined && columns.givenName !== undefined);
  return [...(columns.number === undefined ? (['number'] as const) : []), ...(hasName ? [] : (['fullName'] as const))];
}

/** How many rows at the top may be titles. */
export const MOST_TITLES = 40;

/** The row of heads among the first ones: the one that names the most fields, at least two (of units: one). Null = none. */
export function findHeads(
  rows: readonly (readonly string[])[],
  subject: Subject,
): { at: number; columns: ColumnMap } | null {
  let best: { at: number; columns: ColumnMap } | null = null;
  let most = subject === 'people' ? 1 : 0;
  for (const [at, row] of rows.slice(0, MOST_TITLES).entries()) {
    const columns = columnsOfHeads(row, subject);
    const count = Object.keys(columns).length;
    if (count > most) {
      best = { at, columns };
      most = count;
    }
  }
  return best;
}

/** Whether a row below the heads only numbers the columns: 1 2 3, (1) (2), A B C. */
export function isColumnNumbers(row: readonly string[]): boolean {
  const said = row.map((text) => text.trim()).filter((text) => text !== '');
  return said.length >= 3 && said.every((text) => /^(\(?\d{1,2}\)?|\(?[A-H]\)?)$/.test(text));
}

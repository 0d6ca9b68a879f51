import { foldForSearch } from '#app/kernel/vietnamese-text.ts';
import type { Membership, PersonnelClass } from '../person.ts';
import { remembered } from './remembered.ts';

const classes: Record<PersonnelClass, readonly string[]> = {
  officer: ['si quan', 'sq', 'officer', 'cb', 'can bo', 'can bo si quan'],
  professional: ['quan nhan chuyen nghiep', 'qncn', 'cn', 'professional'],
  enlisted: [
    'ha si quan binh si',
    'hsq bs',
    'hsqbs',
    'hsq binh si',
    'ha si quan',
    'hsq',
    'binh si',
    'bs',
    'chien si',
    'cs',
    'ha si quan chien si',
    'hsq cs',
    'hsqcs',
    'enlisted',
    'chien sy',
  ],
  civilian: [
    'cong nhan va vien chuc quoc phong',
    'cong nhan vien chuc quoc phong',
    'cong nhan vien quoc phong',
    'cnvcqp',
    'cnvqp',
    'cnv',
    'vcqp',
    'cnqp',
    'cong nhan quoc phong',
    'vien chuc quoc phong',
    'vien chuc',
    'cong nhan',
    'lao dong hop dong',
    'ldhd',
    'civilian',
    'cn vcqp',
  ],
};
const memberships: Record<Membership, readonly string[]> = {
  party: ['dang vien', 'dang', 'dang vien chinh thuc', 'dang vien du bi', 'dvct', 'dvdb', 'party', 'dcsvn', 'd vien'],
  youth: ['doan vien', 'doan', 'doan vien tncs', 'tncs', 'youth', 'dov', 'doan vien tncs ho chi minh', 'doan tncs'],
  none: ['quan chung', 'qc', 'khong', '0', '-', 'none', 'q chung', 'thanh nien'],
};

const folded = (text: string) =>
  foldForSearch(text)
    .replace(/[^a-z0-9-]+/g, ' ')
    .replace(/(?<=\S)-|-(?=\S)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

const find = <Code extends string>(words: Record<Code, readonly string[]>, typed: string): Code | null =>
  (Object.keys(words) as Code[]).find((code) => words[code].includes(folded(typed))) ?? null;

/** The personnel class that a text means, or null. */
export const personnelClassOf = remembered((typed): PersonnelClass | null => find(classes, typed));

/** The membership that a text means, or null: 'ĐV' may be either and is none. */
export const membershipOf = remembered((typed): Membership | null => find(memberships, typed));

/** Whether a column to be crossed is: anything but nothing, 0, a dash and no. */
export const isCrossed = remembered(
  (typed): boolean => !['', '0', '-', 'khong', 'k', 'no', 'chua'].includes(folded(typed)),
);

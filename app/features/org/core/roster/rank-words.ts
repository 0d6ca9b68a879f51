import { foldForSearch } from '#app/kernel/vietnamese-text.ts';
import type { PersonnelClass } from '../person.ts';
import { ranksBySeniority } from '../rank.ts';
import { remembered } from './remembered.ts';

export interface RankRead {
  readonly rank: string | null;
  /** The class that the rank alone tells; null where it tells none. */
  readonly personnelClass: PersonnelClass | null;
}

const PROFESSIONAL = 'quân nhân chuyên nghiệp';
const field = ['Thiếu', 'Trung', 'Thượng', 'Đại'];
const soldiers: Record<string, string> = {
  b1: 'Binh nhất',
  b2: 'Binh nhì',
  h1: 'Hạ sĩ',
  h2: 'Trung sĩ',
  h3: 'Thượng sĩ',
};
/** The ranks as stored, by what is left of them without tone marks. */
const known = new Map(
  ranksBySeniority.filter((rank) => !/quân nhân|QNCN/.test(rank)).map((rank) => [foldForSearch(rank), rank]),
);
const enlisted = new Set(Object.values(soldiers));
const spelled: Record<string, string> = { 'binh nhat': 'Binh nhất', 'binh nhi': 'Binh nhì' };

/** What may stand in the rank's column of who has none. */
const none = new Set(['', '-', '0', 'khong', 'cnv', 'cnvqp', 'cnvcqp', 'vcqp', 'cnqp', 'ldhd', 'khong co']);

/**
 * A rank however written: 'đại úy', 'Đại uý QNCN', '4/', '2//', '3/CN', 'H1', 'B2'. Null for what is no rank; who has none
 * gives `rank: null`.
 */
export const rankOf = remembered((typed: string): RankRead | null => {
  const folded = foldForSearch(typed).replace(/[.]/g, ' ').replace(/\s+/g, ' ').trim();
  if (none.has(folded))
    return { rank: null, personnelClass: folded.length > 2 && /^(cn|vc|ld)/.test(folded) ? 'civilian' : null };
  const isProfessional = /(?:quan nhan chuyen nghiep|qncn|\bcn)\s*\)?$/.test(folded) || /\/cn$/.test(folded);
  const bare = folded.replace(/[(\s]*(?:quan nhan chuyen nghiep|qncn|cn)\s*\)?$/, '').trim();
  const stars = /^([1-4])\s*(\/{1,2})\s*-?$/.exec(bare);
  const plain = stars
    ? `${field[Number(stars[1]) - 1]} ${stars[2] === '/' ? 'úy' : 'tá'}`
    : (soldiers[bare] ?? known.get(bare.replace(/\buy\b/, 'uy').replace(/\bsy\b/, 'si')) ?? spelled[bare]);
  if (!plain) return null;
  if (isProfessional) return { rank: `${plain} ${PROFESSIONAL}`, personnelClass: 'professional' };
  return { rank: plain, personnelClass: enlisted.has(plain) ? 'enlisted' : 'officer' };
});

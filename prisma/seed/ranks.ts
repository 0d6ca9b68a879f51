import type { SeededRandom } from '#app/kernel/seeded-random.ts';
import { clamp } from './chance.ts';

/** Ranks of soldiers and non-commissioned officers, lowest first. */
export const enlistedRanks = ['Binh nhì', 'Binh nhất', 'Hạ sĩ', 'Trung sĩ', 'Thượng sĩ'] as const;

/** Ranks of officers, lowest first. The demonstration has no generals. */
export const officerRanks = [
  'Thiếu úy',
  'Trung úy',
  'Thượng úy',
  'Đại úy',
  'Thiếu tá',
  'Trung tá',
  'Thượng tá',
  'Đại tá',
] as const;

/** Ranks of professional servicemen: seven, named like those of officers and written out with their class. */
export const professionalRanks = officerRanks.slice(0, 7).map((rank) => `${rank} quân nhân chuyên nghiệp`);

export type OfficerRank = (typeof officerRanks)[number];

/** One of the ranks that a post carries, both ends included. */
export function officerRank(random: SeededRandom, lowest: OfficerRank, highest: OfficerRank): OfficerRank {
  const low = officerRanks.indexOf(lowest);
  return officerRanks[low + random.int(officerRanks.indexOf(highest) - low + 1)]!;
}

/** A professional serviceman rises about every four years from the twentieth on. */
export function professionalRank(random: SeededRandom, age: number): string {
  const step = Math.floor((age - 20) / 4) - random.int(2);
  return professionalRanks[clamp(step, 0, professionalRanks.length - 1)]!;
}

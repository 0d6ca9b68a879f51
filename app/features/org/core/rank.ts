const generals = ['Đại tướng', 'Thượng tướng', 'Trung tướng', 'Thiếu tướng'];
const officers = ['Đại tá', 'Thượng tá', 'Trung tá', 'Thiếu tá', 'Đại úy', 'Thượng úy', 'Trung úy', 'Thiếu úy'];
const enlisted = ['Thượng sĩ', 'Trung sĩ', 'Hạ sĩ', 'Binh nhất', 'Binh nhì'];

/**
 * Ranks as they are stored, the highest first; those of professional servicemen stand after the officer's rank of the
 * same name. A rank that is not here, and none at all, come last.
 */
export const ranksBySeniority: readonly string[] = [
  ...generals,
  ...officers.flatMap((rank) => [rank, `${rank} quân nhân chuyên nghiệp`, `${rank} QNCN`]),
  ...enlisted,
];

/** As lists write it, whose columns are narrow: 'Thượng tá QNCN'. */
export const shortRank = (rank: string): string => rank.replace(/quân nhân chuyên nghiệp/i, 'QNCN');

/** What other software shows over the two columns of a cluster of statements: such a file speaks to its readers itself. */
export const TRUTH_WORDS = { true: 'Đúng', false: 'Sai' } as const;

/** Whether two words name true and false, whatever the language of the file. */
export function isTruthPair(first: string, second: string): boolean {
  return TRUE.test(first.trim()) && FALSE.test(second.trim());
}

const TRUE = /^(đúng|true|đ|t|yes|có|correct)\.?$/i;
const FALSE = /^(sai|false|s|f|no|không|incorrect)\.?$/i;

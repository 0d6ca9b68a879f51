import { fullRows } from './statistics/mark-rows.ts';
import { type ItemStatistics, markStatistics, type QuizStatistics } from './statistics/mark-statistics.ts';

export type { ItemStatistics, QuizStatistics };

/** Of a table in which every attempt has every item. */
export interface TableStatistics {
  readonly items: readonly ItemStatistics[];
  readonly quiz: QuizStatistics;
}

/**
 * Item and whole-quiz statistics of a full table: `marks[attempt][item]`, `max[item]` the item's largest mark. The same
 * computation as for the attempts of a quiz, see `statistics/mark-statistics.ts`. Throws RangeError where a row's length is
 * not that of `max`.
 */
export function itemStatistics(marks: readonly ArrayLike<number>[], max: ArrayLike<number>): TableStatistics {
  const { items, quiz } = markStatistics(fullRows(marks, max));
  return { items: items.map(({ attempts: _, maxMark: __, ...item }) => item), quiz };
}

import { subtreeIds } from '#app/features/questions/core/category-tree.ts';
import { type Difficulty, difficulties } from '#app/features/questions/core/question.ts';

/** What quizzes draw at random: from a category, of one difficulty or of any. */
export interface Draw {
  readonly quizId: string;
  readonly categoryId: string;
  /** From the categories below it too. */
  readonly withSubcategories: boolean;
  readonly difficulty: Difficulty | null;
  readonly count: number;
}

export interface CoverageCell {
  /** Questions that may be drawn; those of the categories below are among them where a quiz draws them too. */
  readonly has: number;
  /** The most that one paper of one quiz draws here. */
  readonly drawn: number;
  /**
   * lacking: one paper alone cannot be filled. thin: it can, but each paper has most of the same questions. empty: nothing here
   * and nothing drawn. good: the rest.
   */
  readonly state: 'lacking' | 'thin' | 'empty' | 'good';
  /** How many to write, so that it neither lacks nor is thin. */
  readonly missing: number;
}

export interface CoverageRow {
  readonly categoryId: string;
  readonly cells: Readonly<Record<Difficulty, CoverageCell>>;
  /** Drawn without a difficulty: to be filled from all three. */
  readonly any: CoverageCell;
}

/** Two neighbours have different papers only if the bank holds several times what a paper draws. Our choice. */
export const ENOUGH_TIMES = 3;

/** Which categories lack questions at which difficulty, for what quizzes draw from them; papers differ by quiz, so the largest counts. */
export function coverageOf(
  categories: readonly { id: string; parentId: string | null; counts: Readonly<Record<Difficulty, number>> }[],
  draws: readonly Draw[],
): CoverageRow[] {
  return categories.map(({ id }) => {
    const own = draws.filter(({ categoryId }) => categoryId === id);
    const branch = new Set(own.some((draw) => draw.withSubcategories) ? subtreeIds(categories, id) : [id]);
    const has = (difficulty: Difficulty | null) => {
      const isWide = own.some((draw) => draw.withSubcategories && draw.difficulty === difficulty);
      const levels: readonly Difficulty[] = difficulty === null ? difficulties : [difficulty];
      return categories
        .filter((each) => each.id === id || (isWide && branch.has(each.id)))
        .reduce((sum, each) => sum + levels.reduce((all, level) => all + each.counts[level], 0), 0);
    };
    const most = (difficulty: Difficulty | null) => {
      const byQuiz = new Map<string, number>();
      for (const draw of own) {
        if (draw.difficulty === difficulty) byQuiz.set(draw.quizId, (byQuiz.get(draw.quizId) ?? 0) + draw.count);
      }
      return Math.max(0, ...byQuiz.values());
    };
    const cells = Object.fromEntries(difficulties.map((each) => [each, cellOf(has(each), most(each))]));
    const stated = difficulties.reduce((sum, each) => sum + most(each), 0);
    const all = has(null);
    const free = most(null);
    return {
      categoryId: id,
      cells: cells as Record<Difficulty, CoverageCell>,
      any: free === 0 ? cellOf(all, 0) : { ...cellOf(all, free + stated), drawn: free },
    };
  });
}

function cellOf(has: number, drawn: number): CoverageCell {
  const wanted = drawn * ENOUGH_TIMES;
  const missing = Math.max(0, wanted - has);
  const state = drawn === 0 ? (has === 0 ? 'empty' : 'good') : has < drawn ? 'lacking' : missing > 0 ? 'thin' : 'good';
  return { has, drawn, state, missing };
}

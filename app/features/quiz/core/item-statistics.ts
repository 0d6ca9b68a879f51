import { centred, median, type SampleShape, sampleShape, sumOfProducts } from './sample.ts';

/** Null stands for "not available" (nothing varies, too few attempts); it is never written as 0. */
export interface ItemStatistics {
  /** mean / max, usually 0..1. */
  readonly facility: number | null;
  /** Sample standard deviation, in marks. */
  readonly sd: number | null;
  /** Per cent; the items' weights add up to 100. */
  readonly effectiveWeight: number | null;
  /** Correlation of the item with the rest, -100..100. */
  readonly discriminationIndex: number | null;
  /** Covariance as per cent of the greatest that the same marks allow, up to 100. */
  readonly discriminativeEfficiency: number | null;
}

export interface QuizStatistics extends SampleShape {
  readonly attempts: number;
  readonly median: number | null;
  /** Coefficient of internal consistency (Cronbach's alpha), per cent, up to 100; negative where items contradict. */
  readonly cic: number | null;
  /** Per cent of the SD that is measurement error. */
  readonly errorRatio: number | null;
  /** In marks. */
  readonly standardError: number | null;
}

export interface MarkStatistics {
  readonly items: readonly ItemStatistics[];
  readonly quiz: QuizStatistics;
}

/**
 * Item and whole-quiz statistics of a set of graded attempts: `marks[attempt][item]`, `max[item]` the item's largest mark.
 *
 * Formulas: domain.md, "Item statistics", those of Moodle's quiz statistics report: sample variances (n-1), `rest` = total
 * without the item. Median, mean, SD and standard error are in marks; skewness and kurtosis have no unit; cic and error
 * ratio are per cent. Costs O(n k) and two sorts per item. Throws RangeError where a row's length is not that of `max`.
 */
export function itemStatistics(marks: readonly ArrayLike<number>[], max: ArrayLike<number>): MarkStatistics {
  const n = marks.length;
  const k = max.length;
  const columns = Array.from({ length: k }, () => new Float64Array(n));
  const totals = new Float64Array(n);
  for (let row = 0; row < n; row++) {
    const attempt = marks[row]!;
    if (attempt.length !== k) throw new RangeError(`attempt ${row + 1} has ${attempt.length} marks, not ${k}`);
    let total = 0;
    for (let item = 0; item < k; item++) {
      const mark = attempt[item]!;
      columns[item]![row] = mark;
      total += mark;
    }
    totals[row] = total;
  }

  const total = centred(totals);
  const rest = new Float64Array(n);
  const measured = columns.map((column, item) => {
    for (let row = 0; row < n; row++) rest[row] = totals[row]! - column[row]!;
    return measureItem(column, rest, total.values, max[item]!);
  });

  const weightSum = measured.reduce((sum, { weight }) => sum + weight, 0);
  const shape = sampleShape(totals);
  return {
    items: measured.map(({ weight, ...statistics }) => ({
      ...statistics,
      effectiveWeight: weightSum > 0 ? (100 * weight) / weightSum : null,
    })),
    quiz: {
      attempts: n,
      median: median(totals),
      ...shape,
      ...reliability(
        k,
        measured.map(({ sd }) => sd),
        shape.sd,
      ),
    },
  };
}

function measureItem(column: Float64Array, rest: Float64Array, totalCentred: Float64Array, max: number) {
  const n = column.length;
  const x = centred(column);
  const r = centred(rest);
  const sumXX = sumOfProducts(x.values, x.values);
  const sumRR = sumOfProducts(r.values, r.values);
  const sumXR = sumOfProducts(x.values, r.values);
  // Negative covariance counts as nothing; an item that does not vary adds nothing either.
  const covarianceWithTotal = n > 1 ? sumOfProducts(x.values, totalCentred) / (n - 1) : 0;
  const isVaried = sumXX > 0 && sumRR > 0;
  // In place: `centred` made these copies, and their order is not wanted any more.
  const sumXRMax = isVaried ? sumOfProducts(x.values.sort(), r.values.sort()) : 0;
  return {
    facility: n > 0 && max !== 0 ? x.mean / max : null,
    sd: n > 1 ? Math.sqrt(sumXX / (n - 1)) : null,
    discriminationIndex: isVaried ? (100 * sumXR) / Math.sqrt(sumXX * sumRR) : null,
    discriminativeEfficiency: isVaried ? (100 * sumXR) / sumXRMax : null,
    weight: Math.sqrt(Math.max(0, covarianceWithTotal)),
  };
}

function reliability(k: number, itemSds: readonly (number | null)[], sd: number | null) {
  if (k < 2 || sd === null || sd === 0) return { cic: null, errorRatio: null, standardError: null };
  const itemVariance = itemSds.reduce<number>((sum, itemSd) => sum + (itemSd ?? 0) ** 2, 0);
  const cic = ((100 * k) / (k - 1)) * (1 - itemVariance / sd ** 2);
  // 100 is the bound by theory; rounding may step over it and leave a negative number under the root.
  const errorRatio = 100 * Math.sqrt(Math.max(0, 1 - cic / 100));
  return { cic, errorRatio, standardError: (errorRatio * sd) / 100 };
}

import { centred, median, type SampleShape, sampleShape, sumOfProducts } from '../sample.ts';
import { greatestSumOfProducts } from './greatest-sum.ts';
import { type MarkRows, totalsOf } from './mark-rows.ts';

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

/** An item beside how many attempts had it, and its largest mark. */
export interface CountedItem extends ItemStatistics {
  readonly attempts: number;
  readonly maxMark: number;
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
  readonly items: readonly CountedItem[];
  readonly quiz: QuizStatistics;
  /** What a paper is worth: the scale of mean, median, SD and standard error; null without attempts. */
  readonly maxMark: number | null;
  /** Not every attempt had every item: consistency and error are then estimates. */
  readonly hasVariedPapers: boolean;
}

/**
 * Item and whole-quiz statistics of a set of graded attempts.
 *
 * Formulas: domain.md, "Item statistics", those of Moodle's quiz statistics report: sample variances (n-1), `rest` = total
 * without the item. An item is judged by the attempts that had it. Median, mean, SD and standard error are in marks;
 * skewness and kurtosis have no unit; cic and error ratio are per cent.
 *
 * Where papers differ: a mark counts as its share of the largest mark, a rest as its share of what the rest of that paper
 * was worth, a total as its share of the paper; papers worth the same therefore give exactly the published figures. An
 * item's weight and variance count by the share of attempts that had it.
 *
 * Costs O(entries), and per item one sort of its rests.
 */
export function markStatistics(rows: MarkRows): MarkStatistics {
  const { attempts: n, itemCount, offsets } = rows;
  const { sums, maxSums } = totalsOf(rows);
  const worth = maxSums.reduce((most, sum) => Math.max(most, sum), 0);
  const totals = new Float64Array(n);
  for (let row = 0; row < n; row++) totals[row] = sums[row]! * ratio(worth, maxSums[row]!);

  const counts = new Int32Array(itemCount);
  const entries = offsets[n]!;
  for (let entry = 0; entry < entries; entry++) counts[rows.items[entry]!]!++;
  const columns = columnsOf(rows, counts, { sums, maxSums, totals, worth });
  const measured = columns.map(measureItem);

  const share = (item: number) => (n > 0 ? counts[item]! / n : 0);
  const weightSum = measured.reduce((sum, { weight }, item) => sum + weight * share(item), 0);
  const shape = sampleShape(totals);
  return {
    items: measured.map(({ weight, ...statistics }, item) => ({
      ...statistics,
      effectiveWeight: weightSum > 0 && counts[item]! > 0 ? (100 * weight * share(item)) / weightSum : null,
      attempts: counts[item]!,
      maxMark: columns[item]!.maxMark,
    })),
    quiz: { attempts: n, median: median(totals), ...shape, ...reliability(measured, counts, entries, n, shape.sd) },
    maxMark: n > 0 ? worth : null,
    hasVariedPapers: counts.some((count) => count < n),
  };
}

interface Column {
  readonly marks: Float64Array;
  readonly rests: Float64Array;
  readonly totals: Float64Array;
  /** The most that it was worth in any paper; marks of other papers are scaled to it. */
  maxMark: number;
}

interface Totals {
  readonly sums: Float64Array;
  readonly maxSums: Float64Array;
  readonly totals: Float64Array;
  readonly worth: number;
}

/** What one is multiplied by to be on the scale of the other; a scale of nothing changes nothing. */
const ratio = (to: number, from: number) => (to === from || from <= 0 || to <= 0 ? 1 : to / from);

function columnsOf(rows: MarkRows, counts: Int32Array, { sums, maxSums, totals, worth }: Totals): Column[] {
  const columns = Array.from(counts, (count): Column => {
    const empty = () => new Float64Array(count);
    return { marks: empty(), rests: empty(), totals: empty(), maxMark: 0 };
  });
  for (let entry = 0; entry < rows.items.length; entry++) {
    const column = columns[rows.items[entry]!]!;
    column.maxMark = Math.max(column.maxMark, rows.maxes[entry]!);
  }
  const filled = new Int32Array(columns.length);
  for (let row = 0; row < rows.attempts; row++) {
    for (let entry = rows.offsets[row]!; entry < rows.offsets[row + 1]!; entry++) {
      const item = rows.items[entry]!;
      const column = columns[item]!;
      const at = filled[item]!++;
      const max = rows.maxes[entry]!;
      column.marks[at] = rows.marks[entry]! * ratio(column.maxMark, max);
      column.rests[at] = (sums[row]! - rows.marks[entry]!) * ratio(worth - column.maxMark, maxSums[row]! - max);
      column.totals[at] = totals[row]!;
    }
  }
  return columns;
}

function measureItem({ marks, rests, totals, maxMark }: Column) {
  const n = marks.length;
  const x = centred(marks);
  const r = centred(rests);
  const sumXX = sumOfProducts(x.values, x.values);
  const sumRR = sumOfProducts(r.values, r.values);
  const sumXR = sumOfProducts(x.values, r.values);
  // Negative covariance counts as nothing; an item that does not vary adds nothing either.
  const covarianceWithTotal = n > 1 ? sumOfProducts(x.values, centred(totals).values) / (n - 1) : 0;
  const isVaried = sumXX > 0 && sumRR > 0;
  const sumXRMax = isVaried ? greatestSumOfProducts(x.values, r.values) : 0;
  return {
    facility: n > 0 && maxMark !== 0 ? x.mean / maxMark : null,
    sd: n > 1 ? Math.sqrt(sumXX / (n - 1)) : null,
    discriminationIndex: isVaried ? (100 * sumXR) / Math.sqrt(sumXX * sumRR) : null,
    discriminativeEfficiency: isVaried ? (100 * sumXR) / sumXRMax : null,
    weight: Math.sqrt(Math.max(0, covarianceWithTotal)),
  };
}

const nothing = { cic: null, errorRatio: null, standardError: null };

/** `entries / n` is the number of items of a paper, on average where papers differ. */
function reliability(
  items: readonly { sd: number | null }[],
  counts: Int32Array,
  entries: number,
  n: number,
  sd: number | null,
) {
  const k = n > 0 ? entries / n : 0;
  if (k < 2 || sd === null || sd === 0) return nothing;
  let variance = 0;
  let known = 0;
  for (const [item, { sd: itemSd }] of items.entries()) {
    if (itemSd === null) continue;
    variance += (counts[item]! / n) * itemSd ** 2;
    known += counts[item]!;
  }
  if (known === 0) return nothing;
  // Items that one attempt alone had show no variance: they are taken to vary like the others.
  const itemVariance = variance * (known === entries ? 1 : entries / known);
  const cic = ((100 * k) / (k - 1)) * (1 - itemVariance / sd ** 2);
  // More than the bound, by more than rounding, comes of papers that differ where items were met too seldom to show how they vary.
  if (cic > 100 + 1e-6) return nothing;
  // 100 is the bound by theory; rounding may step over it and leave a negative number under the root.
  const errorRatio = 100 * Math.sqrt(Math.max(0, 1 - cic / 100));
  return { cic, errorRatio, standardError: (errorRatio * sd) / 100 };
}

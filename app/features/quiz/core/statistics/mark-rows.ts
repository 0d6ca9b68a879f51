/**
 * The marks of many attempts in flat arrays, so that thousands of attempts cost no object each. The entries of attempt `a`
 * stand from `offsets[a]` up to `offsets[a + 1]`. Papers may differ: which item stands where is told by `items`.
 */
export interface MarkRows {
  readonly attempts: number;
  readonly itemCount: number;
  readonly offsets: Int32Array;
  /** Of each entry: which item (0 up to `itemCount`). */
  readonly items: Int32Array;
  readonly marks: Float64Array;
  /** Of each entry: the largest mark. */
  readonly maxes: Float64Array;
}

/** The rows of a full table: every attempt has every item. Throws RangeError where a row's length is not that of `max`. */
export function fullRows(marks: readonly ArrayLike<number>[], max: ArrayLike<number>): MarkRows {
  const attempts = marks.length;
  const itemCount = max.length;
  const size = attempts * itemCount;
  const rows = {
    attempts,
    itemCount,
    offsets: new Int32Array(attempts + 1),
    items: new Int32Array(size),
    marks: new Float64Array(size),
    maxes: new Float64Array(size),
  };
  for (let row = 0; row < attempts; row++) {
    const attempt = marks[row]!;
    if (attempt.length !== itemCount) {
      throw new RangeError(`attempt ${row + 1} has ${attempt.length} marks, not ${itemCount}`);
    }
    const from = row * itemCount;
    rows.offsets[row + 1] = from + itemCount;
    for (let item = 0; item < itemCount; item++) {
      rows.items[from + item] = item;
      rows.marks[from + item] = attempt[item]!;
      rows.maxes[from + item] = max[item]!;
    }
  }
  return rows;
}

/** Each attempt's sum of marks and of largest marks. */
export function totalsOf({ attempts, offsets, marks, maxes }: MarkRows): { sums: Float64Array; maxSums: Float64Array } {
  const sums = new Float64Array(attempts);
  const maxSums = new Float64Array(attempts);
  for (let row = 0; row < attempts; row++) {
    let sum = 0;
    let maxSum = 0;
    for (let entry = offsets[row]!; entry < offsets[row + 1]!; entry++) {
      sum += marks[entry]!;
      maxSum += maxes[entry]!;
    }
    sums[row] = sum;
    maxSums[row] = maxSum;
  }
  return { sums, maxSums };
}

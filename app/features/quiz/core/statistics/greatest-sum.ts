/**
 * The greatest sum of products that two samples of one length can have in any order of theirs: that of both in ascending
 * order. `marks` have few different values, so that they are counted; only `rests` are sorted.
 */
export function greatestSumOfProducts(marks: Float64Array, rests: Float64Array): number {
  const sorted = rests.slice().sort();
  const counts = countedMarks(marks) ?? Array.from(marks.slice().sort(), (mark) => ({ mark, count: 1 }));
  let sum = 0;
  let at = 0;
  for (const { mark, count } of counts) {
    let own = 0;
    for (const end = at + count; at < end; at++) own += sorted[at]!;
    sum += mark * own;
  }
  return sum;
}

/** Items rarely have more different marks than that; of those that do every mark is taken for itself. */
const MOST_MARKS = 32;

/** How often each different mark occurs, ascending; null for too many of them. */
function countedMarks(marks: Float64Array): { mark: number; count: number }[] | null {
  const found: { mark: number; count: number }[] = [];
  for (let at = 0; at < marks.length; at++) {
    let index = 0;
    while (index < found.length && found[index]!.mark !== marks[at]) index++;
    if (index === MOST_MARKS) return null;
    if (index === found.length) found.push({ mark: marks[at]!, count: 1 });
    else found[index]!.count++;
  }
  return found.sort((a, b) => a.mark - b.mark);
}

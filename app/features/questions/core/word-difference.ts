/** A run of text that both states have, or only one of them. */
export interface DifferencePart {
  kind: 'same' | 'removed' | 'added';
  text: string;
}

// Beyond this many cells of the table the middle is told as a whole: nobody reads such a difference word by word.
const MOST_CELLS = 1_000_000;

/**
 * What differs between two texts, word by word: the longest common row of words stays, the rest is removed or added. Joined,
 * the parts without 'added' give the text before, those without 'removed' the text after.
 */
export function wordDifference(before: string, after: string): DifferencePart[] {
  const was = wordsOf(before);
  const is = wordsOf(after);
  let start = 0;
  while (start < was.length && start < is.length && was[start] === is[start]) start += 1;
  let end = 0;
  while (end < was.length - start && end < is.length - start && was.at(-1 - end) === is.at(-1 - end)) end += 1;
  const middle = differ(was.slice(start, was.length - end), is.slice(start, is.length - end));
  return joined([
    ...was.slice(0, start).map((text) => ({ kind: 'same' as const, text })),
    ...middle,
    ...was.slice(was.length - end).map((text) => ({ kind: 'same' as const, text })),
  ]);
}

/** Words with the spaces after them, so that joined they are the text again. */
const wordsOf = (text: string): string[] => text.match(/\s*[^\s]+|\s+$/g) ?? [];

function differ(was: readonly string[], is: readonly string[]): DifferencePart[] {
  const whole = [
    ...was.map((text) => ({ kind: 'removed' as const, text })),
    ...is.map((text) => ({ kind: 'added' as const, text })),
  ];
  if (was.length === 0 || is.length === 0 || was.length * is.length > MOST_CELLS) return whole;
  const width = is.length + 1;
  const common = new Uint16Array((was.length + 1) * width);
  for (let i = was.length - 1; i >= 0; i -= 1) {
    for (let j = is.length - 1; j >= 0; j -= 1) {
      common[i * width + j] =
        was[i] === is[j]
          ? common[(i + 1) * width + j + 1]! + 1
          : Math.max(common[(i + 1) * width + j]!, common[i * width + j + 1]!);
    }
  }
  const parts: DifferencePart[] = [];
  let [i, j] = [0, 0];
  while (i < was.length || j < is.length) {
    if (i < was.length && j < is.length && was[i] === is[j]) {
      parts.push({ kind: 'same', text: was[i]! });
      i += 1;
      j += 1;
    } else if (j >= is.length || (i < was.length && common[(i + 1) * width + j]! >= common[i * width + j + 1]!)) {
      parts.push({ kind: 'removed', text: was[i]! });
      i += 1;
    } else {
      parts.push({ kind: 'added', text: is[j]! });
      j += 1;
    }
  }
  return parts;
}

/** Neighbours of one kind as one part. */
function joined(parts: readonly DifferencePart[]): DifferencePart[] {
  const runs: DifferencePart[] = [];
  for (const { kind, text } of parts) {
    const last = runs.at(-1);
    if (last?.kind === kind) last.text += text;
    else runs.push({ kind, text });
  }
  return runs;
}

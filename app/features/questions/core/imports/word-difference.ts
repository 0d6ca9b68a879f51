export interface DifferencePart {
  text: string;
  /** Stands on this side only. */
  isOwn: boolean;
}

const MOST_WORDS = 400;

/** Two texts word by word, what stands on one side only marked; texts of thousands of words are left unmarked. */
export function wordDifference(left: string, right: string): { left: DifferencePart[]; right: DifferencePart[] } {
  const [a, b] = [pieces(left), pieces(right)];
  if (a.length > MOST_WORDS || b.length > MOST_WORDS)
    return { left: [{ text: left, isOwn: false }], right: [{ text: right, isOwn: false }] };
  const longest = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1)
      longest[i]![j] = a[i] === b[j] ? longest[i + 1]![j + 1]! + 1 : Math.max(longest[i + 1]![j]!, longest[i]![j + 1]!);
  const own = { left: a.map(() => true), right: b.map(() => true) };
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) {
      own.left[i] = false;
      own.right[j] = false;
      i += 1;
      j += 1;
    } else if (longest[i + 1]![j]! >= longest[i]![j + 1]!) i += 1;
    else j += 1;
  }
  return { left: joined(a, own.left), right: joined(b, own.right) };
}

const pieces = (text: string): string[] => text.normalize('NFC').match(/\S+/gu) ?? [];

function joined(words: readonly string[], own: readonly boolean[]): DifferencePart[] {
  const parts: DifferencePart[] = [];
  words.forEach((word, at) => {
    const last = parts.at(-1);
    const text = at === 0 ? word : ` ${word}`;
    if (last && last.isOwn === own[at]) last.text += text;
    else parts.push({ text, isOwn: own[at]! });
  });
  return parts;
}

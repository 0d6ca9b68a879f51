import { LruMap } from '#app/kernel/lru-map.ts';

const MOST = 500;

/** The same function that does not think twice about the same text: a roster says few things a hundred thousand times. */
export function remembered<Answer extends object | string | boolean | null>(
  work: (text: string) => Answer,
): (text: string) => Answer {
  const answers = new LruMap<string, { answer: Answer }>(MOST);
  return (text) => {
    const known = answers.get(text);
    if (known) return known.answer;
    const answer = work(text);
    answers.set(text, { answer });
    return answer;
  };
}

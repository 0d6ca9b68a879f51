import { beforeAll, describe, expect, it } from 'vitest';
import type { QuestionBody } from '#app/features/questions/core/question.ts';
import { displayOrder } from '#app/features/questions/core/question-types.ts';
import { type Candidate, drawPaper, type SlotPlan } from '#app/features/quiz/core/draw-paper.ts';
import type { Paper } from '#app/features/quiz/core/paper.ts';

const PAPERS = 10_000;
const ids = Array.from({ length: 8 }, (_, index) => `q${index}`);
const candidates: Candidate[] = ids.map((questionId) => ({
  ...{ questionId, questionVersionId: `${questionId}@1`, categoryId: 'c', difficulty: 'easy', tags: [] },
}));
const drawn: SlotPlan = {
  kind: 'random',
  categoryId: 'c',
  withSubcategories: false,
  tag: null,
  difficulty: null,
  count: 5,
  maxMark: 1,
};
const body: QuestionBody = {
  ...{ type: 'single', stem: '' },
  options: ['a', 'b', 'c', 'd'].map((id) => ({ id, text: id, correct: id === 'a' })),
} as never;

/** Sum of (observed - expected)^2 / expected. */
const chiSquare = (counts: readonly number[], expected: number) =>
  counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
const tally = <Key>(keys: readonly Key[]) => {
  const counts = new Map<Key, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
};

// The seeds are fixed, so each figure is the same at every run. Limits are passed by chance once in a thousand.
describe(`Over ${PAPERS} papers`, () => {
  let papers: Paper[];
  beforeAll(() => {
    papers = Array.from({ length: PAPERS }, (_, seed) => {
      const result = drawPaper({
        ...{ slots: [drawn], candidates, seenCounts: new Map(), seed: `seed ${seed}` },
        settings: { shuffleQuestions: true, shuffleOptions: true },
        optionOrder: (_question, chance, options) => displayOrder(body, chance, options),
      });
      if ('problem' in result) throw new Error('short');
      return result.paper;
    });
  });

  it('each question is drawn as often as another', () => {
    const counts = tally(papers.flatMap((paper) => paper.map(({ questionId }) => questionId)));
    expect(counts.size).toBe(8);
    // 5 of 8 without repetition: counts vary less than independent ones, by (8 - 5) / (8 - 1).
    const statistic = (chiSquare([...counts.values()], (PAPERS * 5) / 8) * 7) / 3;
    expect(statistic).toBeLessThan(24.3);
  });

  it('each pair of questions stands together as often as another', () => {
    const pairs = tally(
      papers.flatMap((paper) => {
        const own = paper.map(({ questionId }) => questionId).sort();
        return own.flatMap((one, at) => own.slice(at + 1).map((other) => `${one} ${other}`));
      }),
    );
    expect(pairs.size).toBe(28);
    const expected = (PAPERS * 5 * 4) / (8 * 7);
    // Within five standard deviations of a share of 5/14, each of the 28.
    const deviation = Math.sqrt(PAPERS * (5 / 14) * (9 / 14));
    for (const count of pairs.values()) expect(Math.abs(count - expected)).toBeLessThan(5 * deviation);
  });

  it('each question stands in each place as often as another', () => {
    const places = tally(papers.flatMap((paper) => paper.map(({ questionId, slot }) => `${questionId} ${slot}`)));
    expect(places.size).toBe(40);
    // 8 x 5 cells; the sums of each place are given, and each question's are nearly so: 28 degrees of freedom.
    expect(chiSquare([...places.values()], PAPERS / 8)).toBeLessThan(62);
  });

  it('each order of options is as frequent as another, and the first option tells nothing', () => {
    const orders = tally(papers.map((paper) => paper[0]!.optionOrder.join('')));
    expect(orders.size).toBe(24);
    expect(chiSquare([...orders.values()], PAPERS / 24)).toBeLessThan(49.7);
    const first = tally(papers.flatMap((paper) => paper.map(({ optionOrder }) => optionOrder[0])));
    expect(chiSquare([...first.values()], (PAPERS * 5) / 4)).toBeLessThan(16.3);
  });

  it('the order of one question tells nothing of the next', () => {
    const pairs = tally(papers.map((paper) => `${paper[0]!.optionOrder[0]} ${paper[1]!.optionOrder[0]}`));
    expect(pairs.size).toBe(16);
    expect(chiSquare([...pairs.values()], PAPERS / 16)).toBeLessThan(37.7);
  });
});

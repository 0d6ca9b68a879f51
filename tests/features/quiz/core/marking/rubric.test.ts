import { describe, expect, it } from 'vitest';
import { fractionOfMark, fractionOfRubric, pointsOfRubric } from '#app/features/quiz/core/marking/rubric.ts';

const levels = (...points: number[]) => points.map((each) => ({ points: each, text: `${each} điểm` }));
const rubric = [
  { id: 'noi-dung', text: 'Nội dung', levels: levels(0, 2, 4, 6) },
  { id: 'lap-luan', text: 'Lập luận', levels: levels(3, 1, 0) },
  { id: 'trinh-bay', text: 'Trình bày', levels: levels(0, 1) },
];

describe('a rubric', () => {
  it('is worth the best level of each criterion, wherever it stands', () => {
    expect(pointsOfRubric(rubric)).toBe(10);
    expect(pointsOfRubric([])).toBe(0);
  });

  it.each([
    ['all best', { 'noi-dung': 3, 'lap-luan': 0, 'trinh-bay': 1 }, 1],
    ['all worst', { 'noi-dung': 0, 'lap-luan': 2, 'trinh-bay': 0 }, 0],
    ['in between', { 'noi-dung': 2, 'lap-luan': 1, 'trinh-bay': 1 }, 0.6],
    ['a criterion without a level', { 'noi-dung': 2, 'lap-luan': 1 }, null],
    ['a level that is not there', { 'noi-dung': 4, 'lap-luan': 1, 'trinh-bay': 1 }, null],
    ['a negative level', { 'noi-dung': -1, 'lap-luan': 1, 'trinh-bay': 1 }, null],
    ['a criterion too many counts for nothing', { 'noi-dung': 3, 'lap-luan': 0, 'trinh-bay': 1, khac: 3 }, 1],
  ])('%s', (_what, chosen, fraction) => {
    expect(fractionOfRubric(rubric, chosen as Record<string, number>)).toBe(fraction);
  });

  it('gives no fraction where there is nothing to give', () => {
    expect(fractionOfRubric([], {})).toBeNull();
    expect(fractionOfRubric([{ id: 'a', text: 'A', levels: levels(0, 0) }], { a: 1 })).toBeNull();
  });
});

it.each([
  [0, 2, 0],
  [1.5, 2, 0.75],
  [2, 2, 1],
  [2.01, 2, null],
  [-0.5, 2, null],
  [Number.NaN, 2, null],
  [0, 0, null],
])('a mark of %d out of %d is %s', (mark, maxMark, fraction) => {
  expect(fractionOfMark(mark, maxMark)).toBe(fraction);
});

import { expect, it } from 'vitest';
import { coverageOf } from '#app/features/quiz/core/rules/coverage.ts';

const counts = (easy: number, medium: number, hard: number) => ({ easy, medium, hard });
const draw = (quizId: string, difficulty: 'easy' | 'medium' | 'hard' | null, count: number) => ({
  ...{ quizId, categoryId: 'a', withSubcategories: false, difficulty, count },
});

it('measures what there is by the largest draw of one quiz, not by all quizzes together', () => {
  const [row] = coverageOf(
    [{ id: 'a', parentId: null, counts: counts(6, 5, 1) }],
    [
      ...[draw('one', 'easy', 1), draw('one', 'easy', 1), draw('two', 'easy', 2)],
      ...[draw('one', 'medium', 3), draw('one', 'hard', 2)],
    ],
  );
  expect(row!.cells).toEqual({
    easy: { has: 6, drawn: 2, state: 'good', missing: 0 },
    medium: { has: 5, drawn: 3, state: 'thin', missing: 4 },
    hard: { has: 1, drawn: 2, state: 'lacking', missing: 5 },
  });
});

it('fills draws of any difficulty from what the others leave', () => {
  const [row] = coverageOf(
    [{ id: 'a', parentId: null, counts: counts(2, 1, 0) }],
    [draw('one', 'easy', 1), draw('one', null, 3)],
  );
  expect(row!.any).toEqual({ has: 3, drawn: 3, state: 'lacking', missing: 9 });
});

it('tells an empty category from one that nobody draws from', () => {
  const [row] = coverageOf([{ id: 'a', parentId: null, counts: counts(0, 4, 0) }], []);
  expect([row!.cells.easy.state, row!.cells.medium.state, row!.any.state]).toEqual(['empty', 'good', 'good']);
});

it('counts the categories below for what is drawn with them, and for nothing else', () => {
  const categories = [
    { id: 'a', parentId: null, counts: counts(1, 1, 0) },
    { id: 'b', parentId: 'a', counts: counts(4, 4, 0) },
    { id: 'c', parentId: 'b', counts: counts(1, 0, 0) },
    { id: 'd', parentId: null, counts: counts(9, 9, 9) },
  ];
  const draws = [{ ...draw('one', 'easy', 2), withSubcategories: true }, draw('one', 'medium', 2)];
  const rows = coverageOf(categories, draws);
  expect(rows[0]!.cells.easy).toEqual({ has: 6, drawn: 2, state: 'good', missing: 0 });
  expect(rows[0]!.cells.medium).toEqual({ has: 1, drawn: 2, state: 'lacking', missing: 5 });
  expect(rows[1]!.cells.easy).toMatchObject({ has: 4, drawn: 0 });
});

import { describe, expect, it } from 'vitest';
import { standingOf } from '#app/features/courses/core/standing.ts';
import {
  countRead,
  lessonToContinue,
  neighbours,
  placeToOffer,
  type Reading,
} from '#app/features/courses/core/study.ts';

const lessons = [{ id: 'a' }, { id: 'b' }, { id: 'c' }];
const reading = (lessonId: string, minute: number, isRead: boolean, scroll = 0.5): Reading => ({
  lessonId,
  scroll,
  readAt: isRead ? new Date(minute) : null,
  updatedAt: new Date(minute),
});

describe('lessonToContinue', () => {
  it.each([
    ['nothing read', [], 'a', false],
    ['the first read', [reading('a', 1, true)], 'b', false],
    ['a gap', [reading('b', 1, true)], 'a', false],
    ['begun last', [reading('b', 1, false), reading('c', 2, false)], 'c', true],
    ['read after being begun', [reading('a', 1, true), reading('c', 2, true)], 'b', false],
    ['begun in a lesson that is gone', [reading('x', 9, false)], 'a', false],
  ])('%s', (_name, readings, id, isBegun) => {
    expect(lessonToContinue(lessons, readings)).toEqual({ lesson: { id }, isBegun });
  });

  it('ends when all are read', () => {
    expect(
      lessonToContinue(
        lessons,
        lessons.map(({ id }) => reading(id, 1, true)),
      ),
    ).toBeNull();
  });
});

it('offers a place only in the middle of an unread text', () => {
  expect(placeToOffer(null)).toBeNull();
  expect(placeToOffer(reading('a', 1, false, 0.02))).toBeNull();
  expect(placeToOffer(reading('a', 1, false, 0.4))).toBe(0.4);
  expect(placeToOffer(reading('a', 1, false, 0.99))).toBeNull();
  expect(placeToOffer(reading('a', 1, true, 0.4))).toBeNull();
});

it('counts only the lessons of the list', () => {
  expect(countRead(lessons, [reading('a', 1, true), reading('b', 1, false), reading('x', 1, true)])).toBe(1);
});

it('knows the neighbours', () => {
  expect(neighbours(lessons, 'a')).toEqual({ previous: null, next: { id: 'b' } });
  expect(neighbours(lessons, 'c')).toEqual({ previous: { id: 'b' }, next: null });
  expect(neighbours(lessons, 'x')).toEqual({ previous: null, next: null });
});

describe('standingOf', () => {
  it.each([
    ['nothing done', 'all', ['q'], 0, [], 'not-started'],
    ['lessons begun', 'all', ['q'], 1, [], 'in-progress'],
    ['lessons done, quiz open', 'all', ['q'], 3, [], 'in-progress'],
    ['all done', 'all', ['q'], 3, ['q'], 'done'],
    ['quizzes alone', 'none', ['q', 'r'], 0, ['q', 'r'], 'done'],
    ['quizzes alone, lessons read beside them', 'none', ['q'], 2, [], 'not-started'],
    ['another quiz passed', 'none', ['q'], 0, ['x'], 'not-started'],
    ['a rule that asks for nothing', 'none', [], 0, [], 'not-started'],
  ] as const)('%s', (_name, rule, quizIds, read, passed, state) => {
    const standing = standingOf({ lessons: rule, quizIds: [...quizIds] }, { read, total: 3 }, new Set<string>(passed));
    expect(standing.state).toBe(state);
  });
});

import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { fillSeats, type Seat } from '#app/features/quiz/core/seats.ts';

const seats = (...wishes: string[]): Seat[] => wishes.map((letters, slot) => ({ slot, wishes: [...letters] }));

/** The most seats that can be filled, by trying everything. */
function mostSeats(rest: readonly Seat[], taken: readonly string[] = []): number {
  const [first, ...others] = rest;
  if (!first) return 0;
  const free = first.wishes.filter((wish) => !taken.includes(wish));
  const seated = free.map((wish) => 1 + mostSeats(others, [...taken, wish]));
  return Math.max(mostSeats(others, taken), ...seated);
}

describe('Seats are filled', () => {
  test.each([
    ['with the best wish of each', seats('ab', 'ba'), [['a'], ['b']]],
    ['with the second wish where the first is taken', seats('ab', 'ab'), [['a'], ['b']]],
    ['narrow ones first', seats('ab', 'a'), [['b'], ['a']]],
    ['by moving a holder on', seats('ab', 'bc', 'ac', 'c'), [['a'], ['b'], [], ['c']]],
    ['as far as questions reach', seats('a', 'a'), [['a'], []]],
    ['not at all without wishes', seats(''), [[]]],
  ])('%s', (_title, given, expected) => {
    const filled = fillSeats(given);
    expect(given.map(({ slot }) => filled.get(slot) ?? [])).toEqual(expected);
  });

  it('as many as can be, each question once', () => {
    const anySeats = fc.array(fc.subarray(['a', 'b', 'c', 'd']), { maxLength: 5 });
    fc.assert(
      fc.property(anySeats, (wishes) => {
        const given = seats(...wishes.map((letters) => letters.join('')));
        const all = [...fillSeats(given).values()].flat();
        expect(new Set(all).size).toBe(all.length);
        expect(all.length).toBe(mostSeats(given));
      }),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  BOARD_ORDER,
  BOARD_PAGE,
  type BoardSeat,
  changedSeats,
  countBoard,
  viewBoard,
  withChanges,
} from '#app/features/quiz/core/room/board.ts';
import { SEAT_STATES } from '#app/features/quiz/core/room/seat.ts';

const seat = (number: number, over: Partial<BoardSeat> = {}): BoardSeat => ({
  personId: `p${number}`,
  number,
  name: 'Nguyễn Thị Ngọc Diễm',
  rank: 'Binh nhất',
  unit: 'Đại đội 1',
  state: 'working',
  isPaused: false,
  answered: 3,
  questions: 40,
  deadlineAt: 1000,
  pausedAt: null,
  seenAt: 500,
  extraSeconds: 0,
  ...over,
});

const all = { filter: 'all', search: '', page: 1 } as const;
const numbers = (seats: readonly BoardSeat[]) => seats.map(({ number }) => number);

describe('The board', () => {
  it('knows the place of every state', () => {
    expect([...BOARD_ORDER].sort()).toEqual([...SEAT_STATES].sort());
  });

  it('shows problems first, then by number', () => {
    const seats = [
      seat(1, { state: 'submitted' }),
      seat(2),
      seat(3, { state: 'silent' }),
      seat(4, { isPaused: true }),
      seat(5, { state: 'not-arrived' }),
      seat(6, { state: 'silent' }),
      seat(7, { state: 'voided' }),
      seat(8, { state: 'waiting' }),
    ];
    expect(numbers(viewBoard(seats, all).seats)).toEqual([3, 6, 5, 7, 8, 4, 2, 1]);
  });

  test.each([
    ['a name without its tone marks', 'ngoc diem', [1, 2]],
    ['a unit', 'đại đội 2', [2]],
    ['a number, whole', '2', [2]],
    ['nothing that is there', 'xyz', []],
  ])('finds %s', (_title, search, expected) => {
    const seats = [seat(1), seat(2, { unit: 'Đại đội 2' }), seat(22, { name: 'Lê Văn Ba' })];
    const { seats: found } = viewBoard(seats, { ...all, search });
    expect(numbers(found)).toEqual(expected);
  });

  it('pages by a hundred and answers the nearest page', () => {
    const seats = Array.from({ length: 230 }, (_, index) => seat(index + 1));
    expect(viewBoard(seats, { ...all, page: 3 })).toMatchObject({ found: 230, page: 3, pages: 3 });
    expect(viewBoard(seats, { ...all, page: 3 }).seats).toHaveLength(230 - 2 * BOARD_PAGE);
    expect(viewBoard(seats, { ...all, page: 99 }).page).toBe(3);
    expect(viewBoard([], { ...all, page: 0 })).toEqual({ seats: [], found: 0, page: 1, pages: 1 });
  });

  const anySeats = fc
    .array(
      fc.record({
        state: fc.constantFrom(...SEAT_STATES),
        isPaused: fc.boolean(),
        seenAt: fc.integer({ min: 0, max: 90_000 }),
        answered: fc.integer({ min: 0, max: 3 }),
      }),
      { maxLength: 12 },
    )
    .map((list) => list.map((one, index) => seat(index, one)));

  it('counts states that add up to the seats, each as many as its filter finds', () => {
    fc.assert(
      fc.property(anySeats, (seats) => {
        const counts = countBoard(seats);
        expect(SEAT_STATES.reduce((sum, state) => sum + counts[state], 0)).toBe(counts.all);
        for (const filter of [...SEAT_STATES, 'all', 'paused'] as const) {
          expect(viewBoard(seats, { ...all, filter }).found).toBe(counts[filter]);
        }
      }),
    );
  });

  it('tells what changed: whoever applies it sees the same board, but for small steps of the last sign of life', () => {
    fc.assert(
      fc.property(anySeats, anySeats, (before, after) => {
        const told = new Map(before.map((one) => [one.personId, one]));
        const seen = withChanges(before, changedSeats(told, after));
        const bare = (seats: readonly BoardSeat[]) =>
          seats.map((one) => ({ ...one, seenAt: 0 })).sort((a, b) => a.number - b.number);
        expect(bare(seen)).toEqual(bare(after));
        for (const one of seen) {
          const real = after.find(({ personId }) => personId === one.personId);
          expect(Math.abs((real?.seenAt ?? 0) - (one.seenAt ?? 0))).toBeLessThan(10_000);
        }
      }),
    );
  });

  it('tells nothing of a seat that reads as before', () => {
    expect(changedSeats(new Map([['p1', seat(1)]]), [seat(1, { seenAt: 9000 })])).toEqual({ changed: [], gone: [] });
    expect(changedSeats(new Map([['p1', seat(1)]]), [seat(1, { seenAt: 11_000 })]).changed).toHaveLength(1);
    expect(changedSeats(new Map([['p1', seat(1)]]), [])).toEqual({ changed: [], gone: ['p1'] });
  });
});

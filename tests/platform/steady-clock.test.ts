import { describe, expect, it } from 'vitest';
import { SteadyClock } from '#app/platform/steady-clock.server.ts';

const hour = 3600_000;
const start = Date.UTC(2026, 10, 22, 1);

/** A machine whose clock somebody sets, and whose even clock nobody can. */
function machine() {
  const state = { wall: start, even: 5000 };
  const leaps: number[] = [];
  const clock = new SteadyClock(
    () => state.wall,
    () => state.even,
    (jump) => leaps.push(jump),
  );
  return {
    clock,
    leaps,
    /** Time goes by for both clocks. */
    pass(ms: number) {
      state.wall += ms;
      state.even += ms;
    },
    /** Somebody sets the system's clock. */
    set(ms: number) {
      state.wall += ms;
    },
    seconds: () => (clock.now().getTime() - start) / 1000,
  };
}

describe('a clock that does not leap', () => {
  it('tells the time of the system', () => {
    const { pass, seconds } = machine();
    pass(90_000);
    expect(seconds()).toBe(90);
  });

  it.each([
    ['an hour forward', hour],
    ['an hour back', -hour],
    ['to the year of a dead battery', -16 * 365 * 24 * hour],
    ['by just more than is being kept right', 30_001],
  ])('goes on evenly when the system is set %s, and says so once', (_, leap) => {
    const { pass, set, seconds, leaps, clock } = machine();
    pass(60_000);
    set(leap);
    expect(seconds()).toBe(60);
    pass(1000);
    expect(seconds()).toBe(61);
    expect(leaps).toEqual([leap]);
    expect(clock.jump()).toBe(leap);
  });

  it('follows small corrections either way', () => {
    const { set, seconds, leaps } = machine();
    set(1500);
    expect(seconds()).toBe(1.5);
    set(-3000);
    expect(seconds()).toBe(-1.5);
    expect(leaps).toEqual([]);
  });

  it('follows again when the leap is taken back', () => {
    const { set, pass, seconds, clock } = machine();
    set(hour);
    expect(seconds()).toBe(0);
    set(-hour + 2000);
    pass(1000);
    expect(seconds()).toBe(3);
    expect(clock.jump()).toBe(0);
  });

  it('takes the new time once it is told to, and tells of the next leap again', () => {
    const { set, seconds, leaps, clock } = machine();
    set(hour);
    clock.now();
    clock.adopt();
    expect(seconds()).toBe(3600);
    set(-hour);
    expect(seconds()).toBe(3600);
    expect(leaps).toEqual([hour, -hour]);
  });
});

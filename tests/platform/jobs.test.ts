import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { startJob } from '#app/platform/jobs.server.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('runs again after each run has ended, after failures too, and never twice at once', async () => {
  let runs = 0;
  let end: () => void = () => undefined;
  const stop = startJob('test', 5, async () => {
    runs += 1;
    if (runs === 1) throw new Error('first');
    await new Promise<void>((resolve) => {
      end = resolve;
    });
  });
  expect(runs).toBe(0);
  await vi.advanceTimersByTimeAsync(5000);
  expect(runs).toBe(1);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(runs).toBe(2);
  end();
  await vi.advanceTimersByTimeAsync(5000);
  expect(runs).toBe(3);
  const stopped = stop();
  end();
  await stopped;
  await vi.advanceTimersByTimeAsync(60_000);
  expect(runs).toBe(3);
});

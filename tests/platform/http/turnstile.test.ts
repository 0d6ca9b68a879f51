import { expect, it } from 'vitest';
import { Turnstile } from '#app/platform/http/turnstile.server.ts';

it('lets so many through at once, the others in order, also past one that fails', async () => {
  const turnstile = new Turnstile(2);
  const log: string[] = [];
  let inside = 0;
  let most = 0;
  const work = (name: string) => async () => {
    inside += 1;
    most = Math.max(most, inside);
    log.push(name);
    await new Promise((resolve) => setImmediate(resolve));
    inside -= 1;
    if (name === 'b') throw new Error(name);
    return name;
  };
  const done = await Promise.allSettled(['a', 'b', 'c', 'd', 'e'].map((name) => turnstile.pass(work(name))));
  expect(log).toEqual(['a', 'b', 'c', 'd', 'e']);
  expect(most).toBe(2);
  expect(done.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled', 'fulfilled']);
  expect(await turnstile.pass(work('f'))).toBe('f');
});

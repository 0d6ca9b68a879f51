import { isAppError } from '#app/kernel/app-error.ts';
import { log } from './log.server.ts';

/** Work that may take longer than a page waits: how far it is, and what came of it. */
export interface UnderWay<T> {
  /** 0..1 */
  readonly fraction: number;
  readonly outcome: { kind: 'running' } | { kind: 'done'; value: T } | { kind: 'failed' };
  /** Whose it is: nobody else is told of it. */
  readonly ownerId: string;
  readonly ended: Promise<void>;
}

const works = new Map<string, UnderWay<unknown>>();
const keptAfterwardsMs = 10 * 60_000;

/**
 * Begins a work under a key, once: who asks again with the same key gets the one under way. Kept in memory for ten minutes
 * after its end; what the process does not survive has to be asked for again, so the work itself must not be half written.
 */
export function beginWork<T>(
  key: string,
  ownerId: string,
  work: (tell: (fraction: number) => void) => Promise<T>,
): UnderWay<T> {
  const known = works.get(key);
  if (known) return known as UnderWay<T>;
  const state = { fraction: 0, ownerId, outcome: { kind: 'running' } } as {
    -readonly [Key in keyof UnderWay<T>]: UnderWay<T>[Key];
  };
  works.set(key, state);
  state.ended = work((fraction) => {
    state.fraction = fraction;
  })
    .then((value) => {
      state.outcome = { kind: 'done', value };
    })
    .catch((error: unknown) => {
      state.outcome = { kind: 'failed' };
      if (isAppError(error)) return;
      log().error({ err: error, work: key }, 'a work under way failed');
    })
    .finally(() => {
      state.fraction = 1;
      setTimeout(() => works.delete(key), keptAfterwardsMs).unref();
    });
  return state;
}

/** The work of that key if it is this person's. */
export function findWork<T>(key: string, ownerId: string): UnderWay<T> | null {
  const found = works.get(key);
  return found && found.ownerId === ownerId ? (found as UnderWay<T>) : null;
}

/** Resolves when the work has ended or after so long, whichever comes first. */
export async function waitFor(work: UnderWay<unknown>, milliseconds: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  await Promise.race([
    work.ended,
    new Promise<void>((resolve) => {
      timer = setTimeout(resolve, milliseconds);
    }),
  ]);
  clearTimeout(timer);
}

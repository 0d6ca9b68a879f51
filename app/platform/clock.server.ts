import { log } from './log.server.ts';
import { SteadyClock } from './steady-clock.server.ts';

const steady = new SteadyClock(
  () => Date.now(),
  () => performance.now(),
  (jumpMs) => log().error({ jumpMs }, "the system's clock has leapt: the product keeps its own time while exams run"),
);

let shifted: (() => Date) | undefined;

/** The server's clock: the only clock that rules an exam. It does not follow a leap of the system's clock at once. */
export function now(): Date {
  return shifted ? shifted() : steady.now();
}

/** Lets tests and the demonstration live at another instant; `undefined` returns to the real clock. */
export function setClock(clock: (() => Date) | undefined): void {
  shifted = clock;
}

/** Follows the system's clock again after a leap; call it when nobody's time is being counted. */
export async function followSystemClock(isTimeCounted: () => Promise<boolean>): Promise<void> {
  const jumpMs = steady.jump();
  if (jumpMs === 0 || (await isTimeCounted())) return;
  steady.adopt();
  log().warn({ jumpMs }, "the product follows the system's clock again");
}

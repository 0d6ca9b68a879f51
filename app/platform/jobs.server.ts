import { log } from './log.server.ts';

/** Stops a job; resolves once a run in flight has ended. */
export type StopJob = () => Promise<void>;

/**
 * Runs work again and again, `seconds` after the last run has ended: runs never overlap, a failure is logged and the
 * next run comes all the same.
 */
export function startJob(name: string, seconds: number, work: () => Promise<unknown>): StopJob {
  let isStopped = false;
  let timer: NodeJS.Timeout | undefined;
  let inFlight: Promise<void> = Promise.resolve();
  const schedule = () => {
    timer = setTimeout(() => {
      inFlight = run();
    }, seconds * 1000);
    timer.unref();
  };
  const run = async () => {
    try {
      await work();
    } catch (error) {
      log().error({ err: error, job: name }, 'a job failed and will run again');
    }
    if (!isStopped) schedule();
  };
  schedule();
  return async () => {
    isStopped = true;
    clearTimeout(timer);
    await inFlight;
  };
}

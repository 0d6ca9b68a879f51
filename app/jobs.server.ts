import { finishOverdueAttempts } from './features/quiz/commands/finish-overdue-attempts.server.ts';
import { type StopJob, startJob } from './platform/jobs.server.ts';

/** Everything that the server does by the clock. Called once it serves; the answer stops all of it. */
export function startJobs(): StopJob {
  const stops = [startJob('finish overdue attempts', 5, finishOverdueAttempts)];
  return async () => {
    await Promise.all(stops.map((stop) => stop()));
  };
}

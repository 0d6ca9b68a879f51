import { theSystem } from './features/audit/core/actor.ts';
import { removeUnusedMedia } from './features/media/commands/remove-unused-media.server.ts';
import { applyRosters } from './features/org/commands/roster/apply-rosters.server.ts';
import { failInterrupted } from './features/org/commands/roster/fail-interrupted.server.ts';
import { readRosters } from './features/org/commands/roster/read-rosters.server.ts';
import { undoRosters } from './features/org/commands/roster/undo-rosters.server.ts';
import { openRenewals } from './features/progress/commands/certificates/open-renewals.server.ts';
import { raiseLate } from './features/progress/commands/reminders/raise-late.server.ts';
import { removeUnattachedFiles } from './features/quiz/commands/files/remove-unattached.server.ts';
import { finishOverdueAttempts } from './features/quiz/commands/finish-overdue-attempts.server.ts';
import { continueRegrades } from './features/quiz/commands/regrade/continue-regrades.server.ts';
import { closeForgottenSessions } from './features/quiz/commands/room/close-forgotten-sessions.server.ts';
import { preparePapers } from './features/quiz/commands/room/prepare-papers.server.ts';
import { storeSignsOfLife } from './features/quiz/commands/room/store-signs.server.ts';
import { makePapersReady } from './features/quiz/queries/room/ready-papers.server.ts';
import { isTimeCounted } from './features/quiz/queries/time-counted.server.ts';
import { runDueSchedules } from './features/reports/commands/run-due-schedules.server.ts';
import { followSystemClock, now } from './platform/clock.server.ts';
import { type StopJob, startJob } from './platform/jobs.server.ts';
import { keptUnusedMs, usedMedia } from './used-media.server.ts';

/** Everything that the server does by the clock. Called once it serves; the answer stops all of it. */
export function startJobs(): StopJob {
  const stops = [
    startJob('finish overdue attempts', 5, finishOverdueAttempts),
    startJob('regrade by approved keys', 2, () => continueRegrades()),
    startJob('prepare the papers of exam sessions', 3, preparePapers),
    startJob('make awaited papers ready', 2, makePapersReady),
    startJob('close forgotten exam sessions', 300, closeForgottenSessions),
    startJob('write signs of life', 5, storeSignsOfLife),
    startJob('remove files that no answer took', 3600, removeUnattachedFiles),
    startJob('notice interrupted rosters', 5, failInterrupted),
    startJob('read rosters', 1, readRosters),
    startJob('apply rosters', 1, applyRosters),
    startJob('take rosters back', 1, undoRosters),
    startJob('make scheduled reports', 60, runDueSchedules),
    startJob('open the renewal of certificates', 300, openRenewals),
    startJob('lay late units before their leaders', 600, raiseLate),
    startJob('remove unused files', 21_600, () =>
      removeUnusedMedia(theSystem, usedMedia, new Date(now().getTime() - keptUnusedMs)),
    ),
    startJob("follow the system's clock", 60, () => followSystemClock(isTimeCounted)),
  ];
  return async () => {
    await Promise.all(stops.map((stop) => stop()));
  };
}

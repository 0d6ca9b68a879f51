import type { Actor } from '#app/features/access/core/role.ts';
import { eventsAbout } from '#app/features/audit/queries/events-about.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { now } from '#app/platform/clock.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import { stateAt } from '../../core/attempt.ts';
import { notesFor, type PulseNote, TOLD_OPS } from '../../core/room/pulse-note.ts';
import { secondsLeft } from '../../core/timing.ts';
import { type AttemptPaper, findOwnPaper, pinnedOf } from '../../data/attempt-papers.server.ts';
import { attemptOf } from '../../data/attempts.server.ts';
import { noteSign } from '../../data/room/presence.server.ts';
import { findStanding } from '../../data/room/standing.server.ts';
import { listenForNews, overlapMs } from './room-news.server.ts';

/** How an attempt in a room stands, as its own page asks. */
export interface AttemptPulse {
  state: 'open' | 'ended';
  secondsLeft: number | null;
  deadlineAt: Date | null;
  isPaused: boolean;
  extraSeconds: number;
  /** Why the time is another than it was, in the order in which it came about. A page may hear of one twice. */
  notes: PulseNote[];
  /** By the server's clock: the next pulse tells what was done since. */
  heardAt: number;
}

/** What a page has heard by now; `heardAt` null: nothing yet. */
export interface KnownPulse {
  heardAt: number | null;
  isPaused: boolean;
  extraSeconds: number;
}

/** A page that was never told anything, on a machine that a learner was moved to, hears of so long ago. */
const firstTellsMs = 600_000;

/**
 * Hot path (two statements, by an index): the pulse of the learner's own attempt, which is a sign of life at the same time.
 * `waitMs`: where nothing is new it is answered as soon as something is, at the latest after so long.
 */
export async function attemptPulse(
  actor: Actor,
  attemptId: string,
  known: KnownPulse,
  { waitMs = 0 } = {},
): Promise<AttemptPulse> {
  const own = await findOwnPaper(database().sql, actor.personId, attemptId);
  if (!own) throw new AppError('not-found');
  if (waitMs === 0 || own.sessionId === null) return read(own, known);
  // Listening begins before the first look: what happens between the two is heard.
  const news = await listenForNews(own.sessionId, actor.personId);
  try {
    const pulse = await read(own, known);
    if (isNews(pulse, known)) return pulse;
    await news.come(waitMs);
    return await read(own, known);
  } finally {
    news.leave();
  }
}

const isNews = (pulse: AttemptPulse, known: KnownPulse) =>
  pulse.state === 'ended' || pulse.isPaused !== known.isPaused || pulse.extraSeconds !== known.extraSeconds;

async function read(own: AttemptPaper, known: KnownPulse): Promise<AttemptPulse> {
  const { sql } = database();
  const standing = await findStanding(sql, own.attemptId);
  if (!standing) throw new AppError('not-found');
  const at = now();
  const { state } = stateAt(attemptOf(standing, pinnedOf(own)), at);
  const isOpen = state === 'in-progress' || state === 'overdue';
  if (own.sessionId !== null && isOpen) noteSign(own.sessionId, own.personId, at);
  const { startedAt, deadlineAt, pausedAt, extraSeconds } = standing;
  const isPaused = isOpen && pausedAt !== null;
  const heardAt = known.heardAt ?? at.getTime() - firstTellsMs;
  const since = new Date(Math.max(heardAt - overlapMs, startedAt.getTime()));
  const notes = await notesSince(own, since, known.heardAt === null ? 0 : extraSeconds - known.extraSeconds);
  return {
    state: isOpen ? 'open' : 'ended',
    secondsLeft: secondsLeft(deadlineAt, at, pausedAt),
    ...{ deadlineAt, isPaused, extraSeconds },
    // A room that goes on is no news to who stays paused.
    notes: notes.filter(({ kind }) => kind !== 'resumed' || !isPaused),
    heardAt: at.getTime(),
  };
}

/** `gained`: by how much the own time is known to have moved; a room's correction takes from each at most what was given. */
async function notesSince({ sessionId, personId }: AttemptPaper, since: Date, gained: number): Promise<PulseNote[]> {
  if (sessionId === null) return [];
  const acts = await eventsAbout(database().sql, sessionId, TOLD_OPS, { limit: 50, since });
  const notes = notesFor(acts.reverse(), personId);
  const [only] = notes;
  if (!only || notes.length > 1 || only.kind === 'reopened' || gained === 0) return notes;
  return [{ ...only, seconds: gained }];
}

import { type EventAbout, eventsAbout } from '#app/features/audit/queries/events-about.server.ts';
import { now } from '#app/platform/clock.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import { mayConcern, TOLD_OPS } from '../../core/room/pulse-note.ts';

/** How often the log of a session is looked at for all who wait in this process. */
const lookEveryMs = 500;
/** An action is dated by its beginning and seen when it is committed: so far back each look goes. */
export const overlapMs = 10_000;
/** What concerns a whole room is told over so many milliseconds a head, so that not everybody asks in the same one. */
const spreadMs = 0.5;
const mostSpreadMs = 1000;

interface Waiter {
  readonly personId: string;
  readonly hear: () => void;
}

interface Watch {
  readonly waiters: Set<Waiter>;
  /** What has been told by now; null before the first look, after which only what is new is told. */
  told: Set<string> | null;
  readonly ready: Promise<void>;
}

const watches = new Map<string, Watch>();

export interface RoomNews {
  /** Resolves once something was done in the room that may concern the person, or when the time is up. */
  come(mostMs: number): Promise<void>;
  leave(): void;
}

/**
 * Listens for actions in a session from now on. However many listen in this process, one statement each half second looks
 * for all of them, so that what was done in another process is heard the same way.
 */
export async function listenForNews(sessionId: string, personId: string): Promise<RoomNews> {
  const watch = watches.get(sessionId) ?? begin(sessionId);
  let isHeard = false;
  let tell = () => {};
  const waiter: Waiter = {
    personId,
    hear: () => {
      isHeard = true;
      tell();
    },
  };
  watch.waiters.add(waiter);
  await watch.ready;
  return {
    come: (mostMs) =>
      new Promise((resolve) => {
        const timer = setTimeout(resolve, mostMs);
        tell = () => {
          clearTimeout(timer);
          resolve();
        };
        if (isHeard) tell();
      }),
    leave: () => void watch.waiters.delete(waiter),
  };
}

function begin(sessionId: string): Watch {
  let isReady = () => {};
  const ready = new Promise<void>((resolve) => {
    isReady = resolve;
  });
  const watch: Watch = { waiters: new Set(), told: null, ready };
  watches.set(sessionId, watch);
  void look(sessionId, watch, isReady);
  return watch;
}

async function look(sessionId: string, watch: Watch, isReady: () => void): Promise<void> {
  do {
    try {
      const since = new Date(now().getTime() - overlapMs);
      const acts = await eventsAbout(database().sql, sessionId, TOLD_OPS, { since });
      const { told } = watch;
      if (told)
        tellOf(
          acts.filter(({ id }) => !told.has(id)),
          watch,
        );
      watch.told = new Set(acts.map(({ id }) => id));
    } catch {
      // The database is away for a moment: those who wait ask again when their time is up.
    }
    isReady();
    await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
  } while (watch.waiters.size > 0);
  watches.delete(sessionId);
}

function tellOf(acts: readonly EventAbout[], { waiters }: Watch): void {
  if (acts.length === 0) return;
  const concerned = [...waiters].filter(({ personId }) => acts.some((act) => mayConcern(act, personId)));
  const spread = concerned.length < 20 ? 0 : Math.min(mostSpreadMs, concerned.length * spreadMs);
  for (const { hear } of concerned) setTimeout(hear, Math.random() * spread);
}

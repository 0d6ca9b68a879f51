import { useCallback, useEffect, useRef, useState } from 'react';
import type { PulseNote } from '../../core/room/pulse-note.ts';
import type { OpenAttempt } from '../../queries/attempt-page.server.ts';
import { askPulse } from './ask-pulse.ts';
import { keepHeard, readHeard } from './heard-notes.ts';

/** The server keeps a question until there is news; the next one follows, but never faster than this. */
const leastTurnMs = 1000;
/** After an answer that did not come. */
const againMs = 3000;

export interface Pulse {
  isPaused: boolean;
  deadlineAt: Date | null;
  /** What changed the own time and was not read yet, the oldest first. */
  notes: readonly PulseNote[];
  forgetNotes: () => void;
}

type Options = {
  /** What the server says of the time. */
  onSecondsLeft: (seconds: number | null) => void;
  /** The clock runs again. */
  onResumed: () => void;
  onEnded: () => void;
  /** A save was refused because the clock is stopped: the page asks at once. */
  isRefusedAsPaused: boolean;
};

/**
 * The signs of life of an attempt in an exam room, and what is heard with them: a stopped clock, minutes that were given,
 * an end. Nothing is asked for an attempt outside a room: nobody stops its clock.
 */
export function usePulse(attempt: OpenAttempt, options: Options): Pulse {
  const { attemptId, room } = attempt;
  const [isPaused, setIsPaused] = useState(room?.isPaused ?? false);
  const [deadlineAt, setDeadlineAt] = useState(attempt.deadlineAt);
  const [notes, setNotes] = useState<readonly PulseNote[]>([]);
  const known = useRef({ heardAt: null as number | null, isPaused, extraSeconds: room?.extraSeconds ?? 0 });
  const read = useRef<readonly string[]>([]);
  const unread = useRef<readonly PulseNote[]>([]);
  const latest = useRef(options);
  latest.current = options;

  const ask = useCallback(
    async (wait: boolean): Promise<boolean> => {
      const heard = await askPulse(attemptId, { wait, ...known.current });
      if (!heard) return false;
      const { isPaused: wasPaused } = known.current;
      known.current = { heardAt: heard.heardAt, isPaused: heard.isPaused, extraSeconds: heard.extraSeconds };
      setIsPaused(heard.isPaused);
      setDeadlineAt(heard.deadlineAt === null ? null : new Date(heard.deadlineAt));
      latest.current.onSecondsLeft(heard.secondsLeft);
      const told = new Set([...read.current, ...unread.current.map(({ id }) => id)]);
      const fresh = heard.notes.filter(({ id }) => !told.has(id));
      if (fresh.length > 0) {
        unread.current = [...unread.current, ...fresh];
        setNotes(unread.current);
      }
      if (unread.current.length === 0) keepHeard(attemptId, { heardAt: heard.heardAt, ids: read.current });
      if (heard.state === 'ended') latest.current.onEnded();
      else if (wasPaused && !heard.isPaused) latest.current.onResumed();
      return true;
    },
    [attemptId],
  );

  const isInRoom = room !== null;
  useEffect(() => {
    if (!isInRoom) return;
    const kept = readHeard(attemptId);
    if (kept) {
      known.current.heardAt = kept.heardAt;
      read.current = kept.ids;
    }
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isOver = false;
    // The first one is answered at once; the others wait for news.
    const turn = async (wait: boolean) => {
      const begun = performance.now();
      const isHeard = await ask(wait);
      if (isOver) return;
      const rest = isHeard ? leastTurnMs - (performance.now() - begun) : againMs * (1 + Math.random());
      timer = setTimeout(() => void turn(isHeard), Math.max(0, rest));
    };
    void turn(false);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [ask, attemptId, isInRoom]);

  const { isRefusedAsPaused } = options;
  useEffect(() => {
    if (isInRoom && isRefusedAsPaused) void ask(false);
  }, [ask, isInRoom, isRefusedAsPaused]);

  const forgetNotes = useCallback(() => {
    read.current = [...read.current, ...unread.current.map(({ id }) => id)];
    unread.current = [];
    setNotes([]);
    const { heardAt } = known.current;
    if (heardAt !== null) keepHeard(attemptId, { heardAt, ids: read.current });
  }, [attemptId]);
  return { isPaused, deadlineAt, notes, forgetNotes };
}

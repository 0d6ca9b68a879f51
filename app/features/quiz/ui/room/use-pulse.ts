import { useCallback, useEffect, useRef, useState } from 'react';
import { SIGN_EVERY_SECONDS } from '../../core/room/seat.ts';
import type { OpenAttempt } from '../../queries/attempt-page.server.ts';
import type { AttemptPulse } from '../../queries/room/attempt-pulse.server.ts';
import { keepKnownExtra, readKnownExtra } from './known-extra.ts';

/** While the clock is stopped the page asks more often, so that it goes on soon after it may. */
const whilePausedMs = 5000;

export interface Pulse {
  isPaused: boolean;
  deadlineAt: Date | null;
  /** Of minutes that came since the page was opened; null once they were read. */
  note: AttemptPulse['note'];
  forgetNote: () => void;
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
  const [note, setNote] = useState<AttemptPulse['note']>(null);
  const known = useRef(room?.extraSeconds ?? 0);
  const paused = useRef(isPaused);
  const latest = useRef(options);
  latest.current = options;

  const ask = useCallback(async () => {
    const heard = await askPulse(attemptId, known.current);
    if (!heard) return;
    const wasPaused = paused.current;
    paused.current = heard.isPaused;
    setIsPaused(heard.isPaused);
    setDeadlineAt(heard.deadlineAt === null ? null : new Date(heard.deadlineAt));
    latest.current.onSecondsLeft(heard.secondsLeft);
    if (heard.note) {
      known.current = heard.extraSeconds;
      setNote(heard.note);
    }
    if (heard.state === 'ended') latest.current.onEnded();
    else if (wasPaused && !heard.isPaused) latest.current.onResumed();
  }, [attemptId]);

  const isInRoom = room !== null;
  useEffect(() => {
    if (!isInRoom) return;
    known.current = readKnownExtra(attemptId, known.current);
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isOver = false;
    const turn = async () => {
      await ask();
      if (!isOver) timer = setTimeout(() => void turn(), paused.current ? whilePausedMs : SIGN_EVERY_SECONDS * 1000);
    };
    void turn();
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [ask, attemptId, isInRoom]);

  const { isRefusedAsPaused } = options;
  useEffect(() => {
    if (isInRoom && isRefusedAsPaused) void ask();
  }, [ask, isInRoom, isRefusedAsPaused]);

  const forgetNote = useCallback(() => {
    keepKnownExtra(attemptId, known.current);
    setNote(null);
  }, [attemptId]);
  return { isPaused, deadlineAt, note, forgetNote };
}

/** What a page hears of an attempt with a sign of life; null where nothing came back. */
export async function askPulse(attemptId: string, extraSeconds: number): Promise<AttemptPulse | null> {
  try {
    const response = await fetch(`/attempts/${attemptId}/pulse?extra=${extraSeconds}`, {
      headers: { Accept: 'application/json' },
      signal: AbortSignal.timeout(10_000),
    });
    const isJson = response.headers.get('Content-Type')?.includes('json');
    return response.ok && isJson ? ((await response.json()) as AttemptPulse) : null;
  } catch {
    return null;
  }
}

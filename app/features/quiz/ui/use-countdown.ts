import { useEffect, useRef, useState } from 'react';

/** The minutes at which the time left is said aloud. */
const announcedMinutes = [10, 5, 1] as const;

/** Time left as the server told it, and when this page heard of it by a clock that only goes forward. */
export interface TimeLeft {
  seconds: number;
  heardAt: number;
}

export const heardNow = (seconds: number): TimeLeft => ({ seconds, heardAt: performance.now() });

const leftOf = ({ seconds, heardAt }: TimeLeft) =>
  Math.max(0, Math.ceil(seconds - (performance.now() - heardAt) / 1000));

/**
 * Counts down what the server said; the browser's date plays no part. `announced` is the mark that was passed last, for a
 * live region; `onZero` is called each time the count reaches 0.
 */
export function useCountdown(time: TimeLeft | null, onZero: () => void) {
  const [seconds, setSeconds] = useState(time?.seconds ?? null);
  const [announced, setAnnounced] = useState<number | null>(null);
  const last = useRef(time?.seconds ?? null);
  const zero = useRef(onZero);
  zero.current = onZero;
  useEffect(() => {
    if (!time) {
      setSeconds(null);
      return;
    }
    const tick = () => {
      const left = leftOf(time);
      const before = last.current;
      last.current = left;
      setSeconds(left);
      const passed = announcedMinutes.filter(
        (minutes) => before !== null && before > minutes * 60 && left <= minutes * 60,
      );
      const mark = passed.at(-1);
      if (mark !== undefined) setAnnounced(mark);
      if (left === 0) zero.current();
    };
    tick();
    const timer = setInterval(tick, 1000);
    return () => clearInterval(timer);
  }, [time]);
  return { seconds, announced };
}

import { useEffect, useRef } from 'react';

/** After how long the first try, the second, and so on; the last for all further ones. */
const WAITS_MS = [5_000, 10_000, 20_000, 30_000] as const;

/**
 * Tries a save again that did not reach the server: after a while, and at once when the browser is connected again.
 * `failures` counts the tries that failed in a row; 0 = nothing is to be tried.
 */
export function useSaveAgain(failures: number, tryAgain: () => void): void {
  const latest = useRef(tryAgain);
  latest.current = tryAgain;
  useEffect(() => {
    if (failures === 0) return;
    const again = () => latest.current();
    const timer = setTimeout(again, WAITS_MS[Math.min(failures, WAITS_MS.length) - 1]);
    window.addEventListener('online', again);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('online', again);
    };
  }, [failures]);
}

import { useRevalidator } from '@remix-run/react';
import { useEffect, useRef } from 'react';
import { SIGN_EVERY_SECONDS } from '../../core/room/seat.ts';
import { askPulse } from './ask-pulse.ts';

/**
 * Leads from the page of a result back to the paper once an examiner has opened the attempt again: each second counts
 * then, and nobody is asked to reload. Without JavaScript a reload does it.
 */
export function useReopened(attemptId: string, mayReopen: boolean): void {
  const { revalidate } = useRevalidator();
  const latest = useRef(revalidate);
  latest.current = revalidate;
  useEffect(() => {
    if (!mayReopen) return;
    let isAsking = false;
    const timer = setInterval(async () => {
      if (isAsking) return;
      isAsking = true;
      const heard = await askPulse(attemptId);
      isAsking = false;
      // The page's loader leads on by itself.
      if (heard?.state === 'open') latest.current();
    }, SIGN_EVERY_SECONDS * 1000);
    return () => clearInterval(timer);
  }, [attemptId, mayReopen]);
}

import { useNavigate, useNavigation } from '@remix-run/react';
import { useCallback, useEffect, useRef } from 'react';

/**
 * Leads to the result of an attempt that has ended. Asked again while that page is on its way (each second that the time
 * is up, each save that comes too late), it does nothing: a second navigation would break off the first.
 */
export function useGoToResult(attemptId: string): () => void {
  const navigate = useNavigate();
  const { state } = useNavigation();
  const isOnItsWay = useRef(false);
  useEffect(() => {
    if (state === 'idle') isOnItsWay.current = false;
  }, [state]);
  return useCallback(() => {
    if (isOnItsWay.current) return;
    isOnItsWay.current = true;
    navigate(`/attempts/${attemptId}/result`, { replace: true });
  }, [attemptId, navigate]);
}

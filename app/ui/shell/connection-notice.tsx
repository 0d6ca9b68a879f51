import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { Notice } from '../notice.tsx';

function subscribe(changed: () => void) {
  window.addEventListener('online', changed);
  window.addEventListener('offline', changed);
  return () => {
    window.removeEventListener('online', changed);
    window.removeEventListener('offline', changed);
  };
}

export function useIsOnline(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => navigator.onLine,
    () => true,
  );
}

type Words = { offlineTitle: string; offlineText: string; onlineAgain: string };

/** Says when the network goes, and for a few seconds that it is back. */
export function ConnectionNotice({ words }: { words: Words }) {
  const isOnline = useIsOnline();
  const wasOffline = useRef(false);
  const [isBack, setIsBack] = useState(false);
  useEffect(() => {
    if (!isOnline) {
      wasOffline.current = true;
      setIsBack(false);
      return;
    }
    if (!wasOffline.current) return;
    wasOffline.current = false;
    setIsBack(true);
    const timer = setTimeout(() => setIsBack(false), 5_000);
    return () => clearTimeout(timer);
  }, [isOnline]);
  return (
    <div role="status" className="screen-only sticky top-0 z-30">
      {!isOnline && (
        <Notice kind="warning" title={words.offlineTitle}>
          {words.offlineText}
        </Notice>
      )}
      {isBack && <Notice kind="success" title={words.onlineAgain} />}
    </div>
  );
}

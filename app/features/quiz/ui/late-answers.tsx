import { useEffect, useState } from 'react';
import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { Notice } from '#app/ui/notice.tsx';
import { pulseEn } from '../messages/pulse-en.ts';
import { pulseVi } from '../messages/pulse-vi.ts';
import { outboxKey, readOutbox } from './outbox-store.ts';

/**
 * Answers that wait on this device though the attempt has ended. While an examiner may open it again they are kept, and
 * its page sends them; once that is over they are dropped, and their learner hears so.
 */
export function LateAnswers({ attemptId, mayReopen }: { attemptId: string; mayReopen: boolean }) {
  const words = useMessages(pulseVi, pulseEn).late;
  const [count, setCount] = useState(0);
  useEffect(() => {
    try {
      setCount((before) => Math.max(before, readOutbox(localStorage, attemptId).length));
      if (!mayReopen) localStorage.removeItem(outboxKey(attemptId));
    } catch {
      // A browser that lends no store has kept nothing.
    }
  }, [attemptId, mayReopen]);
  if (count === 0) return null;
  return (
    <Notice kind="warning" title={mayReopen ? words.kept(count) : words.lost(count)} live>
      {mayReopen ? words.keptText : words.lostText}
    </Notice>
  );
}

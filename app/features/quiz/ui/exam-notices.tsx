import { useState } from 'react';
import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button } from '#app/ui/button.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { en } from '../messages/en.ts';
import { vi } from '../messages/vi.ts';
import type { OutboxState } from './outbox-state.ts';

type Props = {
  state: OutboxState;
  /** Slots whose answer in a plain form came too late behind another device's. */
  stale: readonly number[];
  attemptId: string;
  /** The learner has read what was said of other devices. */
  onSeen: () => void;
};

/**
 * What a learner must know beyond the receipt: another device, a lost sign-in, answers that could not be kept. Stays in
 * sight at the upper edge, wherever on the page the learner is.
 */
export function ExamNotices({ state, stale, attemptId, onSeen }: Props) {
  const words = useMessages(vi, en).attempt;
  const [isStaleSeen, setIsStaleSeen] = useState(false);
  const { elsewhere, overtook, broken, trouble } = state;
  const list = (slots: readonly number[]) => slots.join(', ');
  const late = isStaleSeen ? [] : stale;
  const notes = [
    elsewhere.length > 0 && words.elsewhere(list(elsewhere)),
    overtook.length > 0 && words.overtook(list(overtook)),
    late.length > 0 && words.stale(list(late)),
  ].filter((note) => note !== false);
  const isAny = trouble === 'signed-out' || broken.length > 0 || notes.length > 0;
  const seen = () => {
    setIsStaleSeen(true);
    onSeen();
  };
  return (
    <div role="status" className={isAny ? 'sticky top-0 z-20 mb-6 space-y-2 bg-paper' : undefined}>
      {trouble === 'signed-out' && (
        <Notice kind="warning" title={words.signedOut}>
          {words.signedOutText}{' '}
          <a href={`/sign-in?returnTo=${encodeURIComponent(`/attempts/${attemptId}`)}`}>{words.signIn}</a>
        </Notice>
      )}
      {broken.length > 0 && <Notice kind="error" title={words.broken(list(broken))} />}
      {notes.map((note) => (
        <Notice key={note} kind="warning" title={note} />
      ))}
      {notes.length > 0 && (
        <Button type="button" size="small" onClick={seen}>
          {words.seen}
        </Button>
      )}
    </div>
  );
}

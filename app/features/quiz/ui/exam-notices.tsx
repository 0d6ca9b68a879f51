import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { Notice } from '#app/ui/notice.tsx';
import { en } from '../messages/en.ts';
import { vi } from '../messages/vi.ts';
import type { OutboxState } from './outbox.ts';

type Props = {
  state: OutboxState;
  stale: readonly number[];
  attemptId: string;
  /** How often the learner wanted to go on while answers wait; 0 = not. */
  unsent: number;
};

/** What a learner must know beyond the receipt: another device, a lost sign-in, answers that could not be kept. */
export function ExamNotices({ state, stale, attemptId, unsent }: Props) {
  const words = useMessages(vi, en).attempt;
  const { elsewhere, overtook, broken, trouble, waiting } = state;
  const list = (slots: readonly number[]) => slots.join(', ');
  const isAny =
    unsent > 0 || trouble === 'signed-out' || elsewhere.length + overtook.length + broken.length + stale.length > 0;
  return (
    <div role="status" className={isAny ? 'mb-6 space-y-3' : undefined}>
      {trouble === 'signed-out' && (
        <Notice kind="warning" title={words.signedOut}>
          {words.signedOutText}{' '}
          <a href={`/sign-in?returnTo=${encodeURIComponent(`/attempts/${attemptId}`)}`}>{words.signIn}</a>
        </Notice>
      )}
      {unsent > 0 && <Notice kind="warning" title={words.notLeaving(waiting)} />}
      {broken.length > 0 && <Notice kind="error" title={words.broken(list(broken))} />}
      {elsewhere.length > 0 && <Notice kind="warning" title={words.elsewhere(list(elsewhere))} />}
      {overtook.length > 0 && <Notice kind="info" title={words.overtook(list(overtook))} />}
      {stale.length > 0 && <Notice kind="warning" title={words.stale(list(stale))} />}
    </div>
  );
}

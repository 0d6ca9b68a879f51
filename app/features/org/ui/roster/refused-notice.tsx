import { useEffect, useRef } from 'react';
import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { Notice } from '#app/ui/notice.tsx';
import { en } from '../../messages/roster-en.ts';
import { vi } from '../../messages/roster-vi.ts';

/** Why a step was not taken. A new one for each answer, so that the same words are told again. */
export interface Refusal {
  readonly reason: string;
  /** The step stands at the end of a long page: what refuses it is told there. */
  readonly isOfApply: boolean;
}

/** Takes the focus, and so comes into view, wherever it stands: before JavaScript by the browser's own means. */
export function RefusedNotice({ refusal }: { refusal: Refusal }) {
  const words = useMessages(vi, en);
  const box = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each answer of the server is told, the same words again
  useEffect(() => {
    box.current?.focus({ preventScroll: true });
    box.current?.scrollIntoView?.({ block: 'center' });
  }, [refusal]);
  const { reason } = refusal;
  return (
    <div ref={box} tabIndex={-1} autoFocus>
      <Notice kind="error" live title={words.notAppliedTitle}>
        <p>{words.refusals[(reason in words.refusals ? reason : 'state') as keyof typeof words.refusals]}</p>
        {reason === 'asked' && <a href="#decide">{words.toDecide}</a>}
      </Notice>
    </div>
  );
}

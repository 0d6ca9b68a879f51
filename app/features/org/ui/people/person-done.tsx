import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { Notice } from '#app/ui/notice.tsx';
import { en } from '../../messages/people-en.ts';
import { vi } from '../../messages/people-vi.ts';

export type PersonDone = keyof typeof vi.done;
export const isPersonDone = (text: string | null): text is PersonDone => text !== null && text in vi.done;

/** What was just done with a person. */
export function PersonDoneNotice({ done }: { done: PersonDone | null }) {
  const words = useMessages(vi, en);
  if (!done) return null;
  return (
    <Notice kind="success" live title={words.done[done]}>
      {done === 'returned' && words.returnedText}
    </Notice>
  );
}

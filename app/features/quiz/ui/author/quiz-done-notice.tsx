import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { Notice } from '#app/ui/notice.tsx';
import { en } from '../../messages/author-en.ts';
import { vi } from '../../messages/author-vi.ts';

/** What the button just pressed has done. `done` comes from the address: what it does not know, it does not say. */
export function QuizDoneNotice({ done, state }: { done: string; state: 'draft' | 'published' | 'archived' }) {
  const { editor, publish } = useMessages(vi, en);
  const titles: Record<string, string> = {
    edited: editor.saved,
    unchanged: editor.savedUnchanged,
    'publish-published': publish.published,
    unpublish: publish.unpublished,
    archive: publish.archived,
    restore: publish.restored,
  };
  if (done === 'publish-stale') {
    return (
      <Notice kind="warning" title={publish.staleTitle} live>
        {publish.staleText}
      </Notice>
    );
  }
  if (done === 'preview-refused') {
    return (
      <Notice kind="warning" title={publish.previewRefused} live>
        {publish.previewRefusedText}
      </Notice>
    );
  }
  const title = titles[done];
  if (!title) return null;
  return (
    <Notice kind="success" title={title} live>
      {done === 'edited' && state === 'published' && editor.savedPublished}
    </Notice>
  );
}

import { Form } from '@remix-run/react';
import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button } from '#app/ui/button.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { en } from '../messages/en.ts';
import { vi } from '../messages/vi.ts';

/** Takes a question out of the bank, or puts it back: one can be undone by the other, so nothing is asked first. */
export function ArchiveQuestionForm({ questionId, isArchived }: { questionId: string; isArchived: boolean }) {
  const { editor: words } = useMessages(vi, en);
  const action = `/author/questions/${questionId}/archive`;
  if (isArchived) {
    return (
      <Notice kind="warning" title={words.archivedTitle}>
        <p>{words.archivedText}</p>
        <Form method="post" action={action} className="mt-3">
          <Button type="submit" name="intent" value="restore" size="small">
            {words.restore}
          </Button>
        </Form>
      </Notice>
    );
  }
  return (
    <Form method="post" action={action} className="max-w-form border-t border-line pt-6">
      <Button type="submit" name="intent" value="archive" size="small">
        {words.archive}
      </Button>
      <p className="mt-1 text-sm text-muted">{words.archiveText}</p>
    </Form>
  );
}

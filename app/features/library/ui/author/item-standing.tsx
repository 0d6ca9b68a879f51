import { Form } from '@remix-run/react';
import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button } from '#app/ui/button.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { en } from '../../messages/author-en.ts';
import { vi } from '../../messages/author-vi.ts';

/** Takes a thing out of use or puts it back: one can be undone by the other, so nothing is asked first. */
export function ItemStanding({ itemId, isRetired }: { itemId: string; isRetired: boolean }) {
  const { standing: words } = useMessages(vi, en);
  const action = `/author/library/${itemId}/standing`;
  if (isRetired) {
    return (
      <Notice kind="warning" title={words.retiredTitle} className="max-w-form">
        <p>{words.retiredText}</p>
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
      <Button type="submit" name="intent" value="retire" size="small">
        {words.retire}
      </Button>
      <p className="mt-1 text-sm text-muted">{words.retireText}</p>
    </Form>
  );
}

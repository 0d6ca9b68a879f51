import { Form } from '@remix-run/react';
import { formatNumber } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button } from '#app/ui/button.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { en } from '../messages/bank-en.ts';
import { vi } from '../messages/bank-vi.ts';

type Props = { batch: { id: string; count: number; undoneAt: Date | string | null }; left: number };

/** What was just done to many questions, and the button that undoes it as a whole. */
export function BulkNotice({ batch, left }: Props) {
  const { bulk: words } = useMessages(vi, en);
  const lang = useLang();
  if (batch.undoneAt) {
    return (
      <Notice kind="success" title={words.undone} live>
        <p>{words.undoneCount(formatNumber(lang, batch.count - left), formatNumber(lang, left))}</p>
      </Notice>
    );
  }
  return (
    <Notice kind="success" title={words.done(formatNumber(lang, batch.count))} live>
      <Form method="post" action={`/author/questions/batches/${batch.id}/undo`} className="mt-2">
        <Button type="submit" size="small">
          {words.undo}
        </Button>
      </Form>
    </Notice>
  );
}

import { Form } from '@remix-run/react';
import { formatDate } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button } from '#app/ui/button.tsx';
import { ItemList } from '#app/ui/item-list.tsx';
import { en } from '../../messages/people-en.ts';
import { vi } from '../../messages/people-vi.ts';
import type { PersonRecordPage } from '../../queries/people/person-record.server.ts';

type Props = { attachments: PersonRecordPage['attachments']; personId: string; mayManage: boolean };

/** Times with other units, the latest first; one that runs can be ended. */
export function AttachmentList({ attachments, personId, mayManage }: Props) {
  const words = useMessages(vi, en);
  const lang = useLang();
  return (
    <ItemList
      items={attachments.map(({ id, unitName, reason, fromAt, untilAt, endedAt }) => ({
        key: id,
        title: words.attachedTo(unitName),
        note: [
          words.from(formatDate(lang, fromAt)),
          endedAt
            ? words.ended(formatDate(lang, endedAt))
            : untilAt
              ? words.plannedUntil(formatDate(lang, untilAt))
              : words.openEnd,
          reason,
        ]
          .filter(Boolean)
          .join(', '),
        aside: mayManage && !endedAt && (
          <Form method="post" action={`/people/${personId}/attachments`}>
            <input type="hidden" name="attachmentId" value={id} />
            <Button type="submit" size="small" name="intent" value="end" aria-label={words.endOf(unitName)}>
              {words.endNow}
            </Button>
          </Form>
        ),
      }))}
    />
  );
}

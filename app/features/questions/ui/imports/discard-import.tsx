import { Form } from '@remix-run/react';
import type { FormEvent } from 'react';
import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button } from '#app/ui/button.tsx';
import { Disclosure } from '#app/ui/disclosure.tsx';
import { en } from '../../messages/import-screen-en.ts';
import { vi } from '../../messages/import-screen-vi.ts';

type Props = { revision: number; isTaken: boolean; onSubmit(event: FormEvent<HTMLFormElement>): void };

/** Puts an import away; what cannot be undone is said before. */
export function DiscardImport({ revision, isTaken, onSubmit }: Props) {
  const words = useMessages(vi, en);
  return (
    <div className="max-w-reading pt-6">
      <Disclosure title={words.discard}>
        <Form method="post" onSubmit={onSubmit} className="space-y-3">
          <p>
            {words.discardText} {isTaken && words.discardTaken}
          </p>
          <input type="hidden" name="revision" value={revision} />
          <Button type="submit" name="intent" value="discard" look="danger">
            {words.discard}
          </Button>
        </Form>
      </Disclosure>
    </div>
  );
}

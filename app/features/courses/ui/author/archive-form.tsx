import { Form } from '@remix-run/react';
import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button } from '#app/ui/button.tsx';
import { en } from '../../messages/outline-en.ts';
import { vi } from '../../messages/outline-vi.ts';

/** Puts the course away. What that means is read first, though it can be undone. */
export function ArchiveForm({ courseId }: { courseId: string }) {
  const words = useMessages(vi, en).course;
  return (
    <details className="max-w-form border-t border-line pt-6">
      <summary className="text-red underline underline-offset-4">{words.archive}</summary>
      <Form method="post" action={`/author/courses/${courseId}/state`} className="mt-3 space-y-3">
        <p>{words.archiveText}</p>
        <Button name="intent" value="archive" look="danger">
          {words.archiveButton}
        </Button>
      </Form>
    </details>
  );
}

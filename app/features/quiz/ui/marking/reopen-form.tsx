import { Form } from '@remix-run/react';
import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button } from '#app/ui/button.tsx';
import { Field } from '#app/ui/field.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import { en } from '../../messages/marking-en.ts';
import { vi } from '../../messages/marking-vi.ts';

/** Opens a settled answer again, with a reason. */
export function ReopenForm({ taskId, isReasonMissing }: { taskId: string; isReasonMissing: boolean }) {
  const words = useMessages(vi, en).task;
  return (
    <details open={isReasonMissing} className="screen-only max-w-form border-t border-line pt-3">
      <summary className="cursor-pointer font-semibold">{words.reopen}</summary>
      <Form method="post" action={`/marking/tasks/${taskId}/reopening`} className="mt-3 space-y-4">
        <p className="text-muted">{words.reopenLead}</p>
        <Field label={words.reason} error={isReasonMissing ? words.reasonMissing : null}>
          <TextInput name="reason" required maxLength={500} />
        </Field>
        <Button type="submit" look="danger">
          {words.reopenButton}
        </Button>
      </Form>
    </details>
  );
}

import { Form, useNavigation } from '@remix-run/react';
import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button } from '#app/ui/button.tsx';
import { Field } from '#app/ui/field.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import { en } from '../../messages/author-en.ts';
import { vi } from '../../messages/author-vi.ts';

type DueProps = { assignmentId: string; revision: number; dueOn: string; problem: string | undefined };

/** Moves the due date. */
export function ChangeDueForm({ assignmentId, revision, dueOn, problem }: DueProps) {
  const { edit: words, create } = useMessages(vi, en);
  const isBusy = useNavigation().formMethod === 'POST';
  return (
    <Form method="post" noValidate className="space-y-4">
      <input type="hidden" name="assignmentId" value={assignmentId} />
      <input type="hidden" name="revision" value={revision} />
      <Field id="dueOn" label={words.newDue} hint={create.dueHint} error={problem}>
        <TextInput key={dueOn} type="date" name="dueOn" width="short" defaultValue={dueOn} />
      </Field>
      <Button type="submit" name="intent" value="due" busy={isBusy}>
        {words.button}
      </Button>
    </Form>
  );
}

/** Takes the assignment back. That cannot be undone, so its consequence is read first. */
export function WithdrawForm() {
  const { edit: words } = useMessages(vi, en);
  return (
    <details className="max-w-form border-t border-line pt-6">
      <summary className="text-red underline underline-offset-4">{words.withdraw}</summary>
      <Form method="post" className="mt-3 space-y-3">
        <p>{words.withdrawText}</p>
        <Button type="submit" name="intent" value="withdraw" look="danger">
          {words.withdrawButton}
        </Button>
      </Form>
    </details>
  );
}

import { Form, useNavigation } from '@remix-run/react';
import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button, ButtonRow, LinkButton } from '#app/ui/button.tsx';
import { Field } from '#app/ui/field.tsx';
import { Textarea } from '#app/ui/textarea.tsx';
import { en } from '../messages/en.ts';
import { vi } from '../messages/vi.ts';
import type { PackagePreview } from '../queries/package-preview.server.ts';

type Props = Pick<PackagePreview, 'wish' | 'plan' | 'seen'>;

/** The button that takes a package in, just as it was shown. */
export function TakeForm({ wish, plan, seen }: Props) {
  const words = useMessages(vi, en).preview;
  const isBusy = useNavigation().formMethod === 'POST';
  const isRefused = plan.problems.length > 0;
  const asksNote = wish.as === 'published' && plan.course.kind === 'changed' && !isRefused;
  return (
    <Form method="post" className="space-y-6">
      <input type="hidden" name="unitId" value={wish.unitId} />
      <input type="hidden" name="as" value={wish.as} />
      <input type="hidden" name="seen" value={seen} />
      {asksNote && (
        <Field id="note" label={words.note} hint={words.noteHint}>
          <Textarea name="note" rows={2} defaultValue={words.noteDefault} maxLength={2000} />
        </Field>
      )}
      <ButtonRow>
        {!isRefused && !plan.isNothing && (
          <Button look="primary" busy={isBusy}>
            {isBusy ? words.taking : words.take}
          </Button>
        )}
        <LinkButton to="/author/packages/new" look={isRefused ? 'secondary' : 'quiet'}>
          {words.otherFile}
        </LinkButton>
      </ButtonRow>
    </Form>
  );
}

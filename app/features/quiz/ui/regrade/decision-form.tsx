import { Form, useNavigation } from '@remix-run/react';
import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button, ButtonRow } from '#app/ui/button.tsx';
import { Field } from '#app/ui/field.tsx';
import { Section } from '#app/ui/page.tsx';
import { Textarea } from '#app/ui/textarea.tsx';
import { en } from '../../messages/regrade-en.ts';
import { vi } from '../../messages/regrade-vi.ts';

type Props = {
  /** Names the figures above. */
  seen: string;
  note: string;
  isNoteMissing: boolean;
  /** The figures above are not those of the proposal. */
  isAnew: boolean;
};

/** The second person's decision on the figures above. */
export function DecisionForm({ seen, note, isNoteMissing, isAnew }: Props) {
  const words = useMessages(vi, en).page;
  const { formMethod, formData } = useNavigation();
  const pressed = formMethod === 'POST' ? formData?.get('intent') : null;
  return (
    <Section title={words.decide} lead={words.decideLead} className="screen-only">
      <Form method="post" className="space-y-4" key={seen}>
        <input type="hidden" name="seen" value={seen} />
        <Field
          id="y-kien"
          label={words.decisionNote}
          hint={words.decisionNoteHint}
          error={isNoteMissing ? words.noteMissing : null}
        >
          <Textarea name="note" rows={3} maxLength={1000} defaultValue={note} />
        </Field>
        <ButtonRow>
          <Button type="submit" name="intent" value="approve" look="primary" busy={pressed === 'approve'}>
            {isAnew ? words.approveAnyway : words.approve}
          </Button>
          <Button type="submit" name="intent" value="refuse" look="danger" busy={pressed === 'refuse'}>
            {words.refuse}
          </Button>
        </ButtonRow>
      </Form>
    </Section>
  );
}

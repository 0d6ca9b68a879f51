import { Form, useNavigation } from '@remix-run/react';
import { formatNumber } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button } from '#app/ui/button.tsx';
import { ChoiceGroup } from '#app/ui/choice-group.tsx';
import { Field } from '#app/ui/field.tsx';
import { Textarea } from '#app/ui/textarea.tsx';
import { en } from '../../messages/regrade-en.ts';
import { vi } from '../../messages/regrade-vi.ts';
import type { NewKeyChangePage } from '../../queries/regrade/key-change-page.server.ts';

/** Which version is regraded, where there are several: each has figures of its own. */
export function VersionChoice({ page }: { page: NewKeyChangePage }) {
  const words = useMessages(vi, en).create;
  const lang = useLang();
  const able = page.offer.versions.filter(({ isCompatible }) => isCompatible);
  if (able.length < 2) return null;
  return (
    <Form method="get" className="space-y-3">
      <input type="hidden" name="question" value={page.offer.questionId} />
      <ChoiceGroup
        type="radio"
        name="from"
        label={words.version}
        defaultValue={page.chosen?.versionId}
        options={able.map(({ versionId, number, attempts }) => ({
          value: versionId,
          label: words.versionOf(number, formatNumber(lang, attempts)),
        }))}
      />
      <Button type="submit">{words.choose}</Button>
    </Form>
  );
}

type Props = { fromVersionId: string; reason: string; isReasonMissing: boolean };

/** Why, and off it goes to a second person. */
export function ProposalForm({ fromVersionId, reason, isReasonMissing }: Props) {
  const words = useMessages(vi, en).create;
  const isBusy = useNavigation().formMethod === 'POST';
  return (
    <Form method="post" className="space-y-4">
      <input type="hidden" name="fromVersionId" value={fromVersionId} />
      <Field
        id="ly-do"
        label={words.reason}
        hint={words.reasonHint}
        error={isReasonMissing ? words.reasonMissing : null}
      >
        <Textarea name="reason" rows={3} maxLength={1000} defaultValue={reason} />
      </Field>
      <p className="max-w-reading text-muted">{words.proposeLead}</p>
      <Button type="submit" look="primary" busy={isBusy}>
        {words.propose}
      </Button>
    </Form>
  );
}

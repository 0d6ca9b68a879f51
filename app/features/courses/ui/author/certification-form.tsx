import { Form, useNavigation } from '@remix-run/react';
import { useEffect, useState } from 'react';
import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button, ButtonRow, LinkButton } from '#app/ui/button.tsx';
import { ChoiceGroup } from '#app/ui/choice-group.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Field } from '#app/ui/field.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import type { Certification } from '../../core/certification.ts';
import { en } from '../../messages/terms-en.ts';
import { vi } from '../../messages/terms-vi.ts';

const kinds = ['none', 'forever', 'months', 'days', 'until'] as const;

export interface CertificationAnswer {
  typed: Record<string, string>;
  problems: { field: string; code: string }[];
  conflict?: { revision: number };
}

type Props = {
  assignmentId: string;
  revision: number;
  certification: Certification | null;
  answer?: CertificationAnswer;
};

/** How long a certificate holds and when it may be renewed. Without JavaScript all fields show, and the chosen kind rules. */
export function CertificationForm({ assignmentId, revision, certification, answer }: Props) {
  const words = useMessages(vi, en).certificate;
  const isBusy = useNavigation().formMethod === 'POST';
  const stands = typedOf(certification);
  const typed = answer?.typed ?? stands;
  // Until the page is alive every field shows; then those of the chosen kind.
  const [chosen, choose] = useState<string | null>(null);
  useEffect(() => choose(typed.validity || 'none'), [typed.validity]);
  const known: Record<string, string> = words.problems;
  const problems = (answer?.problems ?? []).map(({ field, code }) => ({
    id: field,
    message: known[`${field} ${code}`] ?? words.problems.other,
  }));
  const problemOf = (id: string) => problems.find((each) => each.id === id)?.message;
  const isShown = (kind: string) => chosen === null || chosen === kind;
  return (
    <Form method="post" noValidate className="space-y-6">
      <ErrorSummary title={words.problemsTitle(problems.length)} errors={problems} />
      <input type="hidden" name="revision" value={answer?.conflict?.revision ?? revision} />
      <ChoiceGroup
        id="validity"
        type="radio"
        name="validity"
        label={words.validity}
        error={problemOf('validity')}
        defaultValue={typed.validity || 'none'}
        onChange={(value) => choose(value)}
        options={kinds.map((kind) => ({ value: kind, label: words.kinds[kind] }))}
      />
      {isShown('months') && (
        <Field id="months" label={words.months} hint={words.monthsHint} error={problemOf('months')}>
          <TextInput name="months" inputMode="numeric" width="short" defaultValue={typed.months ?? ''} />
        </Field>
      )}
      {isShown('days') && (
        <Field id="days" label={words.days} hint={words.daysHint} error={problemOf('days')}>
          <TextInput name="days" inputMode="numeric" width="short" defaultValue={typed.days ?? ''} />
        </Field>
      )}
      {isShown('until') && (
        <Field id="untilOn" label={words.untilOn} error={problemOf('untilOn')}>
          <TextInput type="date" name="untilOn" width="short" defaultValue={typed.untilOn ?? ''} />
        </Field>
      )}
      {chosen !== 'none' && chosen !== 'forever' && (
        <Field id="windowDays" label={words.windowDays} hint={words.windowHint} error={problemOf('windowDays')}>
          <TextInput name="windowDays" inputMode="numeric" width="short" defaultValue={typed.windowDays ?? '30'} />
        </Field>
      )}
      <p className="text-sm text-muted">{words.existing}</p>
      <ButtonRow>
        <Button type="submit" look="primary" busy={isBusy}>
          {words.button}
        </Button>
        <LinkButton to={`/author/assignments/${assignmentId}`} look="quiet">
          {words.back}
        </LinkButton>
      </ButtonRow>
    </Form>
  );
}

function typedOf(certification: Certification | null): Record<string, string> {
  if (!certification) return { validity: 'none', months: '12', days: '365', windowDays: '30' };
  const { validity, windowDays } = certification;
  return {
    validity: validity.kind,
    months: validity.kind === 'months' ? String(validity.months) : '12',
    days: validity.kind === 'days' ? String(validity.days) : '365',
    untilOn: validity.kind === 'until' ? validity.day : '',
    windowDays: String(windowDays),
  };
}

import { Form, useNavigation } from '@remix-run/react';
import { formatMark } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button, ButtonRow, LinkButton } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Field } from '#app/ui/field.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import { mostPlanPoints, type PlanPoint } from '../../core/plan.ts';
import { en } from '../../messages/terms-en.ts';
import { vi } from '../../messages/terms-vi.ts';

export interface PlanAnswer {
  days: string[];
  shares: string[];
  /** `field` is `day-0`, `share-0`, ... */
  problems: { field: string; code: string }[];
  conflict?: { revision: number };
}

type Props = {
  assignmentId: string;
  revision: number;
  plan: readonly PlanPoint[] | null;
  answer?: PlanAnswer;
};

/** The points of the plan, and room for some more. */
export function PlanForm({ assignmentId, revision, plan, answer }: Props) {
  const { plan: words, certificate } = useMessages(vi, en);
  const lang = useLang();
  const isBusy = useNavigation().formMethod === 'POST';
  const known: Record<string, string> = words.problems;
  const problems = (answer?.problems ?? []).map(({ field, code }) => ({
    id: field,
    message: known[code] ?? words.problems.other,
  }));
  const problemOf = (id: string) => problems.find((each) => each.id === id)?.message;
  const stands = (plan ?? []).map(({ day, share }) => ({ day, share: formatMark(lang, share * 100) }));
  const typed = answer ? answer.days.map((day, at) => ({ day, share: answer.shares[at] ?? '' })) : stands;
  const rows = Math.min(mostPlanPoints, Math.max(4, typed.length + (answer ? 0 : 2)));
  return (
    <Form method="post" noValidate className="space-y-6">
      <ErrorSummary title={words.problemsTitle(problems.length)} errors={problems} />
      <input type="hidden" name="revision" value={answer?.conflict?.revision ?? revision} />
      <ol className="space-y-4">
        {Array.from({ length: rows }, (_, at) => (
          <li key={at}>
            <fieldset className="grid gap-x-6 gap-y-2 border-b border-line pb-4 sm:grid-cols-[6rem_auto_auto_1fr]">
              <legend className="float-left font-semibold sm:pt-8">{words.point(at + 1)}</legend>
              <Field id={`day-${at}`} label={words.day} error={problemOf(`day-${at}`)}>
                <TextInput type="date" name="days" width="short" defaultValue={typed[at]?.day ?? ''} />
              </Field>
              <Field id={`share-${at}`} label={words.share} error={problemOf(`share-${at}`)}>
                <TextInput inputMode="decimal" name="shares" width="short" defaultValue={typed[at]?.share ?? ''} />
              </Field>
            </fieldset>
          </li>
        ))}
      </ol>
      <ButtonRow>
        <Button type="submit" look="primary" busy={isBusy}>
          {words.button}
        </Button>
        <LinkButton to={`/author/assignments/${assignmentId}`} look="quiet">
          {certificate.back}
        </LinkButton>
      </ButtonRow>
    </Form>
  );
}

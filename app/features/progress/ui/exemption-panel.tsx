import { Form, useNavigation } from '@remix-run/react';
import { formatDateTime } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Field } from '#app/ui/field.tsx';
import { Textarea } from '#app/ui/textarea.tsx';
import { en } from '../messages/en.ts';
import { vi } from '../messages/vi.ts';
import type { PersonAssignment } from '../queries/person-progress.server.ts';

/** Why an exemption was not written, and what had been typed. */
export interface ExemptionProblem {
  assignmentId: string;
  code: keyof typeof vi.exemption.problems;
  reason: string;
}

type Props = { personId: string; assignment: PersonAssignment; mayExempt: boolean; problem: ExemptionProblem | null };

/** The exemption that stands, with a way to end it; or the form that makes one. Folded away: it is rarely wanted. */
export function ExemptionPanel({ personId, assignment, mayExempt, problem }: Props) {
  const words = useMessages(vi, en).exemption;
  const { assignmentId, exemption, status } = assignment;
  const action = `/people/${personId}/exemptions`;
  if (exemption) return <StandingExemption {...{ action, assignmentId, exemption, mayExempt }} />;
  if (!mayExempt || status === 'completed') return null;
  const own = problem?.assignmentId === assignmentId ? problem : null;
  const id = `reason-${assignmentId}`;
  return (
    <details open={own !== null} className="screen-only">
      <summary className="font-semibold text-accent">{words.summary}</summary>
      <Form method="post" action={action} className="mt-3 space-y-4" preventScrollReset>
        {own && <ErrorSummary title={words.problemsTitle} errors={[{ id, message: words.problems[own.code] }]} />}
        <input type="hidden" name="assignmentId" value={assignmentId} />
        <Field id={id} label={words.reason} hint={words.reasonHint} error={own && words.problems[own.code]}>
          <Textarea name="reason" rows={3} maxLength={500} defaultValue={own?.reason ?? ''} />
        </Field>
        <SubmitButton intent="exempt" assignmentId={assignmentId} label={words.button} />
      </Form>
    </details>
  );
}

type StandingProps = {
  action: string;
  assignmentId: string;
  exemption: NonNullable<PersonAssignment['exemption']>;
  mayExempt: boolean;
};

function StandingExemption({ action, assignmentId, exemption, mayExempt }: StandingProps) {
  const words = useMessages(vi, en).exemption;
  const lang = useLang();
  const when = formatDateTime(lang, exemption.at);
  return (
    <div className="border-l-4 border-edge bg-sunken px-4 py-3">
      <p className="font-semibold">{words.of(exemption.reason)}</p>
      <p className="text-sm text-muted">
        {exemption.by ? words.decided(exemption.by, when) : words.decidedUnknown(when)}
      </p>
      {mayExempt && (
        <Form method="post" action={action} className="screen-only mt-3" preventScrollReset>
          <input type="hidden" name="assignmentId" value={assignmentId} />
          <SubmitButton intent="end" assignmentId={assignmentId} label={words.end} />
        </Form>
      )}
    </div>
  );
}

function SubmitButton({ intent, assignmentId, label }: { intent: string; assignmentId: string; label: string }) {
  const { state, formData } = useNavigation();
  const isBusy = state !== 'idle' && formData?.get('assignmentId') === assignmentId;
  return (
    <Button type="submit" name="intent" value={intent} busy={isBusy}>
      {label}
    </Button>
  );
}

import { type ActionFunctionArgs, data, redirect } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { endExemption } from '#app/features/progress/commands/end-exemption.server.ts';
import { exemptPerson } from '#app/features/progress/commands/exempt-person.server.ts';
import { exemptionSchema } from '#app/features/progress/schema.ts';
import type { ExemptionProblem } from '#app/features/progress/ui/exemption-panel.tsx';
import { answer } from '#app/platform/http/errors.server.ts';
import { demand, parseForm, readForm } from '#app/platform/http/form.server.ts';
import { idParam } from '#app/platform/http/id-param.server.ts';
import { requireActor } from './gate.server.ts';
import { PersonView } from './person.tsx';

// The person's page again, so that a refused reason stands beside its field.
export { handle, loader, meta } from './person.tsx';

/** Exempts a person from an assignment, or ends that. */
export const action = answer(async ({ request, params }: ActionFunctionArgs) => {
  const actor = await requireActor(request);
  const personId = idParam(params.personId);
  const form = await readForm(request);
  const parsed = parseForm(exemptionSchema, form);
  if (!parsed.ok) {
    const code = parsed.problems.reason?.[0];
    // Only the reason is typed by a person; anything else that is wrong comes from no page of ours.
    if (!code || Object.keys(parsed.problems).length > 1)
      return demand(exemptionSchema, Object.fromEntries(form)) as never;
    return refuse({
      assignmentId: parsed.typed.assignmentId ?? '',
      code: code as ExemptionProblem['code'],
      reason: parsed.typed.reason ?? '',
    });
  }
  const { value } = parsed;
  const { assignmentId } = value;
  if (value.intent === 'end') {
    await endExemption(actor, { personId, assignmentId });
    throw redirect(`/people/${personId}?done=ended`, 303);
  }
  const outcome = await exemptPerson(actor, { personId, assignmentId, reason: value.reason });
  if (outcome.kind === 'refused') return refuse({ assignmentId, code: outcome.reason, reason: value.reason });
  throw redirect(`/people/${personId}?done=exempted`, 303);
});

const refuse = (problem: ExemptionProblem) => data({ problem }, { status: 400 });

export default function PersonExemptions() {
  const refused = useActionData<typeof action>();
  return <PersonView problem={refused?.problem ?? null} />;
}

import { type ActionFunctionArgs, data, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { changePlan } from '#app/features/courses/commands/change-terms.server.ts';
import { en } from '#app/features/courses/messages/terms-en.ts';
import { vi } from '#app/features/courses/messages/terms-vi.ts';
import { planFormSchema } from '#app/features/courses/schema.assignment.ts';
import { type PlanAnswer, PlanForm } from '#app/features/courses/ui/author/plan-form.tsx';
import { TermsPage } from '#app/features/courses/ui/author/terms-page.tsx';
import { answer } from '#app/platform/http/errors.server.ts';
import { demand, formObject, parseForm, readForm } from '#app/platform/http/form.server.ts';
import { idParam } from '#app/platform/http/id-param.server.ts';
import { pageMeta } from '#app/platform/i18n/page-meta.ts';
import { messagesFor, useMessages } from '#app/platform/i18n/use-messages.ts';
import type { ShellHandle } from '#app/root.tsx';
import { requireActor } from '../gate.server.ts';
import { loadTerms } from './assignment-terms.server.ts';

export const handle: ShellHandle = { area: 'author' };
export const meta: MetaFunction = ({ matches }) => pageMeta(matches, (lang) => messagesFor(lang, vi, en).plan.title);

export const loader = answer(loadTerms);

export const action = answer(async ({ request, params }: ActionFunctionArgs) => {
  const actor = await requireActor(request);
  const assignmentId = idParam(params.assignmentId);
  const form = await readForm(request);
  const texts = (name: string) => form.getAll(name).map(String);
  const refuse = (more: Pick<PlanAnswer, 'problems' | 'conflict'>, status: number) =>
    data<PlanAnswer>({ days: texts('days'), shares: texts('shares'), ...more }, { status });
  const parsed = parseForm(planFormSchema, form);
  if (!parsed.ok) {
    const problems = Object.entries(parsed.problems).map(([field, [code = '']]) => ({ field, code }));
    if (problems.some(({ field }) => !/^(day|share)-/.test(field)))
      return demand(planFormSchema, formObject(form)) as never;
    return refuse({ problems }, 400);
  }
  const { revision, points } = parsed.value;
  const result = await changePlan(actor, { assignmentId, revision, points });
  if (result.kind === 'conflict') return refuse({ problems: [], conflict: result }, 409);
  if (result.kind === 'refused') {
    const fieldOf = (index: number, code: string) =>
      `${code === 'falls' || code === 'out-of-range' ? 'share' : 'day'}-${points[index]?.index ?? 0}`;
    const problems = result.problems.map(({ index, code }) => ({ field: fieldOf(index, code), code }));
    return refuse({ problems }, 400);
  }
  throw redirect(`/author/assignments/${assignmentId}?done=plan`, 303);
});

export default function AssignmentPlan() {
  const words = useMessages(vi, en).plan;
  const { assignment } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const { id, revision, plan } = assignment;
  return (
    <TermsPage assignment={assignment} title={words.title} lead={words.lead} isConflict={Boolean(answered?.conflict)}>
      <PlanForm assignmentId={id} revision={revision} plan={plan} answer={answered} />
    </TermsPage>
  );
}

import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { changeAudience } from '#app/features/courses/commands/change-audience.server.ts';
import { en } from '#app/features/courses/messages/audience-en.ts';
import { vi } from '#app/features/courses/messages/audience-vi.ts';
import { audienceChoices } from '#app/features/courses/queries/audience-choices.server.ts';
import { audiencePreview } from '#app/features/courses/queries/audience-preview.server.ts';
import { managedAssignment } from '#app/features/courses/queries/managed-assignment.server.ts';
import { audienceFormSchema, changeAudienceSchema } from '#app/features/courses/schema.assignment.ts';
import { type AudienceAnswer, ChangeAudiencePage } from '#app/features/courses/ui/author/change-audience-page.tsx';
import { audienceChange } from '#app/features/progress/queries/audience-change.server.ts';
import { answer } from '#app/platform/http/errors.server.ts';
import { demand, formObject, parseForm, readForm } from '#app/platform/http/form.server.ts';
import { idParam } from '#app/platform/http/id-param.server.ts';
import { pageMeta } from '#app/platform/i18n/page-meta.ts';
import { messagesFor } from '#app/platform/i18n/use-messages.ts';
import type { ShellHandle } from '#app/root.tsx';
import { requireActor } from '../gate.server.ts';

export const handle: ShellHandle = { area: 'author' };
export const meta: MetaFunction = ({ matches }) => pageMeta(matches, (lang) => messagesFor(lang, vi, en).edit.title);

export const loader = answer(async ({ request, params }: LoaderFunctionArgs) => {
  const actor = await requireActor(request);
  const assignment = await managedAssignment(actor, idParam(params.assignmentId));
  if (assignment.withdrawnAt) throw redirect(`/author/assignments/${assignment.id}`);
  const stands = {
    unitIds: assignment.units.map(({ id }) => id),
    groupIds: assignment.groups.map(({ id }) => id),
    filter: assignment.filter,
  };
  const change = await audienceChange(actor, assignment.id, stands);
  return {
    assignment,
    choices: await audienceChoices(actor),
    counted: { ...(await audiencePreview(actor, stands)), change },
  };
});

export const action = answer(async ({ request, params }: ActionFunctionArgs) => {
  const actor = await requireActor(request);
  const assignmentId = idParam(params.assignmentId);
  const form = await readForm(request);
  const audience = demand(audienceFormSchema, formObject(form));
  const refuse = async (more: Pick<AudienceAnswer, 'problems' | 'conflict'>, status: number) => {
    const change = await audienceChange(actor, assignmentId, audience);
    const counted = { ...(await audiencePreview(actor, audience)), change };
    const { unitIds, groupIds, filter } = audience;
    const { classes, memberships, positions } = filter;
    const typed = { unitIds, groupIds, classes, memberships, positions };
    return data<AudienceAnswer>({ typed, counted, ...more }, { status });
  };
  if (form.get('intent') === 'count') return refuse({ problems: [] }, 200);
  const parsed = parseForm(changeAudienceSchema, form);
  if (!parsed.ok) {
    if (!parsed.problems.unitIds) return demand(changeAudienceSchema, formObject(form)) as never;
    return refuse({ problems: parsed.problems.unitIds }, 400);
  }
  const result = await changeAudience(actor, { assignmentId, ...parsed.value });
  if (result.kind === 'conflict') return refuse({ problems: [], conflict: { revision: result.revision } }, 409);
  throw redirect(`/author/assignments/${assignmentId}?done=audience`, 303);
});

export default function AssignmentAudience() {
  const { assignment, choices, counted } = useLoaderData<typeof loader>();
  return (
    <ChangeAudiencePage
      assignment={assignment}
      choices={choices}
      counted={counted}
      answer={useActionData<typeof action>()}
    />
  );
}

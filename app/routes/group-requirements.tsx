import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { setGroupRequirements } from '#app/features/org/commands/groups/set-group-requirements.server.ts';
import { en } from '#app/features/org/messages/groups-en.ts';
import { vi } from '#app/features/org/messages/groups-vi.ts';
import { requirementsFormSchema } from '#app/features/org/schema.groups.ts';
import { groupReadiness } from '#app/features/progress/queries/groups/group-readiness.server.ts';
import { ReadinessTable } from '#app/features/progress/ui/groups/readiness-table.tsx';
import { type RefusedRequirements, RequirementsForm } from '#app/features/progress/ui/groups/requirements-form.tsx';
import { answer } from '#app/platform/http/errors.server.ts';
import { demand, formObject, readForm } from '#app/platform/http/form.server.ts';
import { idParam } from '#app/platform/http/id-param.server.ts';
import { formatDateTime } from '#app/platform/i18n/format.ts';
import { pageMeta } from '#app/platform/i18n/page-meta.ts';
import { messagesFor, useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Page } from '#app/ui/page.tsx';
import { requireActor } from './gate.server.ts';

export const headers = () => ({ 'Cache-Control': 'no-store' });
export const meta: MetaFunction<typeof loader> = ({ matches, data: loaded }) =>
  pageMeta(matches, (lang) => messagesFor(lang, vi, en).of(loaded?.readiness.group.name ?? ''));

export const loader = answer(async ({ request, params }: LoaderFunctionArgs) => ({
  readiness: await groupReadiness(await requireActor(request), idParam(params.groupId)),
  done: new URL(request.url).searchParams.get('done'),
}));

export const action = answer(async ({ request, params }: ActionFunctionArgs) => {
  const actor = await requireActor(request);
  const groupId = idParam(params.groupId);
  const { purpose, required, problems } = demand(requirementsFormSchema, formObject(await readForm(request)));
  if (Object.keys(problems).length > 0) return refuse({ problems, purpose, required });
  const result = await setGroupRequirements(actor, groupId, { purpose, required });
  if (result.kind === 'invalid') return refuse({ problems: { purpose: result.problem }, purpose, required });
  throw redirect(`/groups/${groupId}/requirements?done=${result.kind}`, 303);
});

const refuse = (refused: RefusedRequirements) => data({ refused }, { status: 400 });

export default function GroupRequirementsPage() {
  const words = useMessages(vi, en);
  const lang = useLang();
  const { readiness, done } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>()?.refused;
  const { group, purpose, required, judged } = readiness;
  const isEmpty = judged.rows.length === 0;
  return (
    <Page
      kicker={words.title}
      title={group.name}
      lead={purpose || undefined}
      crumbs={[
        { to: '/groups', label: words.groups },
        { to: `/groups/${group.id}`, label: group.name },
      ]}
      crumbsLabel={words.crumbs}
    >
      {done && !refused && <Notice kind="success" live title={done === 'set' ? words.saved : words.unchanged} />}
      {isEmpty ? (
        <EmptyState title={words.none}>{words.noneText}</EmptyState>
      ) : (
        <Notice kind={judged.isMet ? 'success' : 'warning'} title={judged.isMet ? words.met : words.notMet}>
          {words.asOf(formatDateTime(lang, readiness.asOf))}
        </Notice>
      )}
      {!isEmpty && <ReadinessTable readiness={readiness} />}
      {!group.closedAt && (
        <RequirementsForm
          key={JSON.stringify(required)}
          purpose={purpose}
          required={required}
          courses={readiness.courses}
          refused={refused}
        />
      )}
    </Page>
  );
}

import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import type { Actor } from '#app/features/access/core/role.ts';
import { approveKeyChange } from '#app/features/quiz/commands/regrade/approve-key-change.server.ts';
import { refuseKeyChange, withdrawKeyChange } from '#app/features/quiz/commands/regrade/decline-key-change.server.ts';
import { steerRegrade } from '#app/features/quiz/commands/regrade/steer-regrade.server.ts';
import { en } from '#app/features/quiz/messages/regrade-en.ts';
import { vi } from '#app/features/quiz/messages/regrade-vi.ts';
import { keyChangePage, shownDryRun } from '#app/features/quiz/queries/regrade/key-change-page.server.ts';
import { decisionSchema } from '#app/features/quiz/schema.regrade.ts';
import { type DecisionAnswer, KeyChangeView } from '#app/features/quiz/ui/regrade/key-change-view.tsx';
import { answer } from '#app/platform/http/errors.server.ts';
import { idParam } from '#app/platform/http/id-param.server.ts';
import { demandNestedForm } from '#app/platform/http/nested-form.server.ts';
import { pageMeta } from '#app/platform/i18n/page-meta.ts';
import { messagesFor, useMessages } from '#app/platform/i18n/use-messages.ts';
import type { ShellHandle } from '#app/root.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Page } from '#app/ui/page.tsx';
import { requireActor } from '../../gate.server.ts';

export const handle: ShellHandle = { area: 'author' };
export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageMeta(matches, (lang) => messagesFor(lang, vi, en).page.of(data?.change.code ?? ''));
export const headers = () => ({ 'Cache-Control': 'no-store' });

export const loader = answer(async ({ request, params }: LoaderFunctionArgs) => {
  const actor = await requireActor(request);
  const isProposed = new URL(request.url).searchParams.get('done') === 'proposed';
  return { change: await keyChangePage(actor, idParam(params.changeId)), isProposed };
});

export const action = answer(async ({ request, params }: ActionFunctionArgs) => {
  const actor = await requireActor(request);
  const id = idParam(params.changeId);
  const form = await demandNestedForm(decisionSchema, request);
  if (form.intent === 'approve') {
    const problem = await approve(actor, id, form);
    if (problem) return data(problem, { status: 409 });
  } else if (form.intent === 'refuse') {
    const { kind } = await refuseKeyChange(actor, id, form.note);
    if (kind === 'note-missing') return data<DecisionAnswer>({ kind, note: '' }, { status: 400 });
    if (kind === 'unchanged') return data(decided(form.note), { status: 409 });
  } else if (form.intent === 'withdraw') {
    await withdrawKeyChange(actor, id);
  } else {
    await steerRegrade(actor, id, form.intent);
  }
  throw redirect(`/author/key-changes/${id}`, 303);
});

const decided = (note: string): DecisionAnswer => ({ kind: 'refused', reason: 'decided', note });

/** Approves; answers what stands in the way, null when nothing does. */
async function approve(actor: Actor, id: string, form: { note: string; seen: string }): Promise<DecisionAnswer | null> {
  const outcome = await approveKeyChange(actor, id, form);
  const { note } = form;
  if (outcome.kind === 'approved') return null;
  if (outcome.kind === 'refused') return { ...outcome, note };
  return { kind: 'differs', dryRun: await shownDryRun(outcome.dryRun), seen: outcome.seen, note };
}

export default function KeyChange() {
  const words = useMessages(vi, en);
  const { change, isProposed } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  return (
    <Page
      title={words.page.of(change.code)}
      crumbs={[{ to: '/author/key-changes', label: words.list.title }]}
      crumbsLabel={words.crumbs}
    >
      {isProposed && change.state === 'proposed' && <Notice kind="success" title={words.page.proposedDone} live />}
      <KeyChangeView change={change} answer={answered} />
    </Page>
  );
}

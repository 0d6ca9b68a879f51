import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { changeSession } from '#app/features/quiz/commands/room/change-session.server.ts';
import { en as printedEn } from '#app/features/quiz/messages/printed-en.ts';
import { vi as printedVi } from '#app/features/quiz/messages/printed-vi.ts';
import { en } from '#app/features/quiz/messages/room-en.ts';
import { vi } from '#app/features/quiz/messages/room-vi.ts';
import { sessionPlan } from '#app/features/quiz/queries/room/session-plan.server.ts';
import { changedSessionSchema } from '#app/features/quiz/schema.room.ts';
import { SessionPlanScreen } from '#app/features/quiz/ui/room/session-plan-screen.tsx';
import { answer } from '#app/platform/http/errors.server.ts';
import { parseForm, readForm } from '#app/platform/http/form.server.ts';
import { pageMeta } from '#app/platform/i18n/page-meta.ts';
import { useMessages } from '#app/platform/i18n/use-messages.ts';
import type { ShellHandle } from '#app/root.tsx';
import { LinkButton } from '#app/ui/button.tsx';
import { Page } from '#app/ui/page.tsx';
import { requireActor } from '../gate.server.ts';

export const handle: ShellHandle = { area: 'examiner' };
export const headers = () => ({ 'Cache-Control': 'no-store' });
export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageMeta(matches, () => data?.page.session.title ?? '');

export const loader = answer(async ({ request, params }: LoaderFunctionArgs) => {
  const actor = await requireActor(request);
  const { searchParams } = new URL(request.url);
  const page = await sessionPlan(actor, params.sessionId ?? '', searchParams.get('q')?.slice(0, 100) ?? '');
  return { page, notice: Object.fromEntries(searchParams) };
});

export const action = answer(async ({ request, params }: ActionFunctionArgs) => {
  const actor = await requireActor(request);
  const sessionId = params.sessionId ?? '';
  const parsed = parseForm(changedSessionSchema, await readForm(request));
  if (!parsed.ok) return data({ problems: parsed.problems, typed: parsed.typed }, { status: 400 });
  const outcome = await changeSession(actor, sessionId, parsed.value);
  const said = outcome.kind === 'refused' ? `refused=${outcome.reason}` : 'done=saved';
  throw redirect(`/exam-sessions/${sessionId}/plan?${said}`, 303);
});

export default function SessionPlan() {
  const { page, notice } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const words = useMessages(vi, en);
  const printed = useMessages(printedVi, printedEn);
  const { id, quizId, title, state } = page.session;
  return (
    <Page
      title={title}
      kicker={words.states[state]}
      crumbs={[{ to: '/exam-sessions', label: words.list.title }]}
      crumbsLabel={words.plan.crumbs}
      actions={
        <>
          {state !== 'closed' && (
            <LinkButton to={`/paper-sets/new?quiz=${quizId}&session=${id}`}>{printed.create}</LinkButton>
          )}
          <LinkButton to={`/exam-sessions/${id}/board`} look={state === 'released' ? 'primary' : 'secondary'}>
            {words.list.board}
          </LinkButton>
        </>
      }
    >
      <SessionPlanScreen page={page} notice={notice} refused={refused} />
    </Page>
  );
}

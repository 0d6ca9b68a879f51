import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { closePaperSet } from '#app/features/quiz/commands/printed/close-paper-set.server.ts';
import { countPaperSheets } from '#app/features/quiz/commands/printed/count-sheets.server.ts';
import { en } from '#app/features/quiz/messages/printed-en.ts';
import { vi } from '#app/features/quiz/messages/printed-vi.ts';
import { paperSetPage } from '#app/features/quiz/queries/printed/paper-set-page.server.ts';
import { PaperSetView } from '#app/features/quiz/ui/printed/paper-set-view.tsx';
import { AppError } from '#app/kernel/app-error.ts';
import { answer } from '#app/platform/http/errors.server.ts';
import { readForm } from '#app/platform/http/form.server.ts';
import { idParam } from '#app/platform/http/id-param.server.ts';
import { pageMeta } from '#app/platform/i18n/page-meta.ts';
import { useMessages } from '#app/platform/i18n/use-messages.ts';
import type { ShellHandle } from '#app/root.tsx';
import { LinkButton } from '#app/ui/button.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Page } from '#app/ui/page.tsx';
import { requireActor } from '../gate.server.ts';

export const handle: ShellHandle = { area: 'examiner' };
export const headers = () => ({ 'Cache-Control': 'no-store' });
export const meta: MetaFunction<typeof loader> = ({ matches, data: loaded }) =>
  pageMeta(matches, () => loaded?.page.set.title ?? '');

export const loader = answer(async ({ request, params }: LoaderFunctionArgs) => {
  const page = await paperSetPage(await requireActor(request), idParam(params.setId));
  return { page, done: new URL(request.url).searchParams.get('done') };
});

/** Counts the checked sheets, or ends or reopens the entry. */
export const action = answer(async ({ request, params }: ActionFunctionArgs) => {
  const actor = await requireActor(request);
  const setId = idParam(params.setId);
  const intent = (await readForm(request)).get('intent');
  if (intent === 'count') return { counted: await countPaperSheets(actor, setId) };
  if (intent !== 'close' && intent !== 'reopen') throw new AppError('bad-input', { fields: { intent: ['malformed'] } });
  await closePaperSet(actor, setId, intent === 'close');
  throw redirect(`/paper-sets/${setId}`, 303);
});

export default function PaperSet() {
  const { page, done } = useLoaderData<typeof loader>();
  const acted = useActionData<typeof action>();
  const words = useMessages(vi, en);
  const { set, may } = page;
  return (
    <Page
      title={set.title}
      kicker={words.set.kicker(set.quizTitle)}
      crumbs={[{ to: '/paper-sets', label: words.title }]}
      crumbsLabel={words.crumbs}
      actions={
        <>
          {may.quiz && <LinkButton to={`/author/quizzes/${set.quizId}`}>{words.set.quizLink}</LinkButton>}
          {may.enter && set.sessionId && (
            <LinkButton to={`/exam-sessions/${set.sessionId}/plan`}>{words.set.sessionLink}</LinkButton>
          )}
        </>
      }
    >
      {!acted && done === 'created' && <Notice kind="success" live title={words.set.created} />}
      {!acted && done === 'withdrawn' && <Notice kind="success" live title={words.set.withdrawn} />}
      <PaperSetView page={page} counted={acted?.counted} />
    </Page>
  );
}

import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { en } from '#app/features/quiz/messages/marking-en.ts';
import { vi } from '#app/features/quiz/messages/marking-vi.ts';
import { markingOfQuiz } from '#app/features/quiz/queries/marking/marking-queue.server.ts';
import { MarkingQuizView } from '#app/features/quiz/ui/marking/marking-quiz-view.tsx';
import { answer } from '#app/platform/http/errors.server.ts';
import { idParam } from '#app/platform/http/id-param.server.ts';
import { pageMeta } from '#app/platform/i18n/page-meta.ts';
import { messagesFor, useMessages } from '#app/platform/i18n/use-messages.ts';
import type { ShellHandle } from '#app/root.tsx';
import { LinkButton } from '#app/ui/button.tsx';
import { PrintIcon } from '#app/ui/icons.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Page } from '#app/ui/page.tsx';
import { requireActor } from '../gate.server.ts';

export const handle: ShellHandle = { area: 'examiner' };
export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageMeta(matches, (lang) => data?.marking.title ?? messagesFor(lang, vi, en).queue.title);
export const headers = () => ({ 'Cache-Control': 'no-store' });

export const loader = answer(async ({ request, params }: LoaderFunctionArgs) => {
  const actor = await requireActor(request);
  const { searchParams } = new URL(request.url);
  const code = /^[A-Z0-9]{6}$/.exec(searchParams.get('code') ?? '')?.[0] ?? null;
  const done = searchParams.get('done');
  return { marking: await markingOfQuiz(actor, idParam(params.quizId)), done, code };
});

export default function Quiz() {
  const words = useMessages(vi, en);
  const { marking, done, code } = useLoaderData<typeof loader>();
  const { quizId, title } = marking;
  return (
    <Page
      title={title}
      crumbs={[{ to: '/marking', label: words.queue.title }]}
      crumbsLabel={words.crumbs}
      actions={
        <LinkButton to={`/marking/${quizId}/sheet`} icon={PrintIcon}>
          {words.quiz.sheet}
        </LinkButton>
      }
    >
      {done === 'none-left' && (
        <Notice title={code ? words.quiz.saved(code) : words.quiz.noneLeft} kind={code ? 'success' : 'info'} live>
          {code ? `${words.quiz.noneLeft}. ` : ''}
          {words.quiz.noneLeftText}
        </Notice>
      )}
      {done === 'reopened' && code && <Notice kind="success" title={words.quiz.reopened(code)} live />}
      <MarkingQuizView marking={marking} />
    </Page>
  );
}

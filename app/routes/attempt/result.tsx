import { type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { en } from '#app/features/quiz/messages/en.ts';
import { vi } from '#app/features/quiz/messages/vi.ts';
import { attemptResult } from '#app/features/quiz/queries/attempt-result.server.ts';
import { voidedAttempt } from '#app/features/quiz/queries/room/voided-attempt.server.ts';
import { AttemptResultView } from '#app/features/quiz/ui/attempt-result-view.tsx';
import { useReopened } from '#app/features/quiz/ui/room/use-reopened.ts';
import { answer } from '#app/platform/http/errors.server.ts';
import { pageMeta } from '#app/platform/i18n/page-meta.ts';
import { messagesFor, useMessages } from '#app/platform/i18n/use-messages.ts';
import { Page } from '#app/ui/page.tsx';
import { requireActor } from '../gate.server.ts';

export const handle = { area: 'learner' };
export const headers = () => ({ 'Cache-Control': 'no-store' });
export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageMeta(matches, (lang) => messagesFor(lang, vi, en).result.of(data?.result.quiz.title ?? ''));

export const loader = answer(async ({ request, params }: LoaderFunctionArgs) => {
  const actor = await requireActor(request);
  const attemptId = params.attemptId ?? '';
  if (await voidedAttempt(actor, attemptId)) throw redirect(`/attempts/${attemptId}/voided`);
  const result = await attemptResult(actor, attemptId);
  if (result.kind === 'open') throw redirect(`/attempts/${attemptId}`);
  return { result };
});

export default function Result() {
  const { result } = useLoaderData<typeof loader>();
  const words = useMessages(vi, en);
  const { quiz, preview, number } = result;
  useReopened(result.attemptId, result.mayReopen);
  return (
    <Page
      title={quiz.title}
      kicker={`${words.result.title}, ${preview ? words.attempt.preview : words.attempt.numbered(number)}`}
      width="reading"
    >
      <AttemptResultView result={result} />
    </Page>
  );
}

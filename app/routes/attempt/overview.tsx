import { type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { en } from '#app/features/quiz/messages/en.ts';
import { vi } from '#app/features/quiz/messages/vi.ts';
import { attemptOverview } from '#app/features/quiz/queries/attempt-overview.server.ts';
import { AttemptReviewBeforeEnd } from '#app/features/quiz/ui/attempt-review-before-end.tsx';
import { answer } from '#app/platform/http/errors.server.ts';
import { pageMeta } from '#app/platform/i18n/page-meta.ts';
import { messagesFor, useMessages } from '#app/platform/i18n/use-messages.ts';
import { Page } from '#app/ui/page.tsx';
import { requireActor } from '../gate.server.ts';

export const handle = { area: 'learner', isQuiet: true };
export const headers = () => ({ 'Cache-Control': 'no-store' });
export const meta: MetaFunction = ({ matches }) =>
  pageMeta(matches, (lang) => messagesFor(lang, vi, en).overview.title);

export const loader = answer(async ({ request, params, context }: LoaderFunctionArgs) => {
  const actor = await requireActor(request);
  const attemptId = params.attemptId ?? '';
  const overview = await attemptOverview(actor, attemptId, context.address);
  if (overview.kind === 'ended') throw redirect(`/attempts/${attemptId}/result`);
  if (overview.isPaused) throw redirect(`/attempts/${attemptId}`);
  return { overview };
});

export default function Overview() {
  const { overview } = useLoaderData<typeof loader>();
  const words = useMessages(vi, en).overview;
  return (
    <Page title={words.title} kicker={overview.title} width="reading">
      <AttemptReviewBeforeEnd overview={overview} />
    </Page>
  );
}

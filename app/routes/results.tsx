import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { en } from '#app/features/quiz/messages/en.ts';
import { vi } from '#app/features/quiz/messages/vi.ts';
import { myResults } from '#app/features/quiz/queries/my-results.server.ts';
import { pageParameter } from '#app/features/quiz/schema.attempt.ts';
import { ResultsTable } from '#app/features/quiz/ui/results-table.tsx';
import { answer } from '#app/platform/http/errors.server.ts';
import { pageMeta } from '#app/platform/i18n/page-meta.ts';
import { messagesFor, useMessages } from '#app/platform/i18n/use-messages.ts';
import { Page } from '#app/ui/page.tsx';
import { requireActor } from './gate.server.ts';

export const handle = { area: 'learner' };
export const headers = () => ({ 'Cache-Control': 'no-store' });
export const meta: MetaFunction = ({ matches }) => pageMeta(matches, (lang) => messagesFor(lang, vi, en).history.title);

export const loader = answer(async ({ request }: LoaderFunctionArgs) => {
  const actor = await requireActor(request);
  return myResults(actor, pageParameter.parse(new URL(request.url).searchParams.get('page')));
});

export default function Results() {
  const found = useLoaderData<typeof loader>();
  const words = useMessages(vi, en).history;
  return (
    <Page title={words.title} lead={words.lead}>
      <ResultsTable found={found} />
    </Page>
  );
}

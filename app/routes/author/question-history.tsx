import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { en } from '#app/features/questions/messages/en.ts';
import { vi } from '#app/features/questions/messages/vi.ts';
import { questionHistory } from '#app/features/questions/queries/question-history.server.ts';
import { QuestionHistoryList } from '#app/features/questions/ui/question-history-list.tsx';
import { answer } from '#app/platform/http/errors.server.ts';
import { pageMeta } from '#app/platform/i18n/page-meta.ts';
import { messagesFor, useMessages } from '#app/platform/i18n/use-messages.ts';
import type { ShellHandle } from '#app/root.tsx';
import { Page } from '#app/ui/page.tsx';
import { requireActor } from '../gate.server.ts';

export const handle: ShellHandle = { area: 'author' };
export const meta: MetaFunction = ({ matches }) => pageMeta(matches, (lang) => messagesFor(lang, vi, en).history.title);
export const headers = () => ({ 'Cache-Control': 'no-store' });

export const loader = answer(async ({ request, params }: LoaderFunctionArgs) => {
  const actor = await requireActor(request);
  return questionHistory(actor, params.questionId ?? '');
});

export default function QuestionHistory() {
  const words = useMessages(vi, en);
  const { id, code, stem, versions } = useLoaderData<typeof loader>();
  return (
    <Page
      title={words.history.title}
      kicker={words.editor.kicker(code)}
      lead={words.history.lead}
      crumbs={[
        { to: '/author/questions', label: words.list.title },
        { to: `/author/questions/${id}`, label: stem.length > 60 ? `${stem.slice(0, 60)}...` : stem },
      ]}
      crumbsLabel={words.crumbs}
    >
      <QuestionHistoryList versions={versions} />
    </Page>
  );
}

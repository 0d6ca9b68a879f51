import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { restoreVersion } from '#app/features/questions/commands/restore-version.server.ts';
import { en as bankEn } from '#app/features/questions/messages/bank-en.ts';
import { vi as bankVi } from '#app/features/questions/messages/bank-vi.ts';
import { en } from '#app/features/questions/messages/en.ts';
import { vi } from '#app/features/questions/messages/vi.ts';
import { questionHistory } from '#app/features/questions/queries/question-history.server.ts';
import { restoreFormSchema } from '#app/features/questions/schema.bank.ts';
import { QuestionHistoryList } from '#app/features/questions/ui/question-history-list.tsx';
import { answer } from '#app/platform/http/errors.server.ts';
import { demand, formObject, readForm } from '#app/platform/http/form.server.ts';
import { idParam } from '#app/platform/http/id-param.server.ts';
import { pageMeta } from '#app/platform/i18n/page-meta.ts';
import { messagesFor, useMessages } from '#app/platform/i18n/use-messages.ts';
import type { ShellHandle } from '#app/root.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Page } from '#app/ui/page.tsx';
import { requireActor } from '../gate.server.ts';

export const handle: ShellHandle = { area: 'author' };
export const meta: MetaFunction = ({ matches }) => pageMeta(matches, (lang) => messagesFor(lang, vi, en).history.title);
export const headers = () => ({ 'Cache-Control': 'no-store' });

export const loader = answer(async ({ request, params }: LoaderFunctionArgs) => {
  const actor = await requireActor(request);
  const { searchParams } = new URL(request.url);
  const told = (['unchanged', 'stale'] as const).find((each) => searchParams.get('restored') === each) ?? null;
  const restored = Math.max(0, Number(searchParams.get('restored')) || 0);
  return { ...(await questionHistory(actor, params.questionId ?? '')), told, restored };
});

/** An earlier version becomes the current one again. */
export const action = answer(async ({ request, params }: ActionFunctionArgs) => {
  const actor = await requireActor(request);
  const id = idParam(params.questionId);
  const result = await restoreVersion(actor, id, demand(restoreFormSchema, formObject(await readForm(request))));
  const told = result.kind === 'restored' ? result.number : result.kind;
  throw redirect(`/author/questions/${id}/history?restored=${told}`, 303);
});

export default function QuestionHistory() {
  const words = useMessages(vi, en);
  const { history: bank } = useMessages(bankVi, bankEn);
  const { id, code, stem, versions, told, restored } = useLoaderData<typeof loader>();
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
      {restored > 0 && <Notice kind="success" title={bank.restored(restored)} live />}
      {told && <Notice kind="warning" title={bank[told]} live />}
      <QuestionHistoryList id={id} versions={versions} />
    </Page>
  );
}

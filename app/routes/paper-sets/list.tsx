import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { en } from '#app/features/quiz/messages/printed-en.ts';
import { vi } from '#app/features/quiz/messages/printed-vi.ts';
import { paperSetsPage } from '#app/features/quiz/queries/printed/paper-sets-page.server.ts';
import { ExaminerNav } from '#app/features/quiz/ui/marking/examiner-nav.tsx';
import { PaperSetList } from '#app/features/quiz/ui/printed/paper-set-list.tsx';
import { answer } from '#app/platform/http/errors.server.ts';
import { idParam } from '#app/platform/http/id-param.server.ts';
import { pageMeta } from '#app/platform/i18n/page-meta.ts';
import { messagesFor, useMessages } from '#app/platform/i18n/use-messages.ts';
import type { ShellHandle } from '#app/root.tsx';
import { LinkButton } from '#app/ui/button.tsx';
import { Page } from '#app/ui/page.tsx';
import { requireActor } from '../gate.server.ts';

export const handle: ShellHandle = { area: 'examiner' };
export const headers = () => ({ 'Cache-Control': 'no-store' });
export const meta: MetaFunction = ({ matches }) => pageMeta(matches, (lang) => messagesFor(lang, vi, en).title);

export const loader = answer(async ({ request }: LoaderFunctionArgs) => {
  const actor = await requireActor(request);
  const quizId = new URL(request.url).searchParams.get('quiz');
  return paperSetsPage(actor, quizId === null ? null : idParam(quizId));
});

export default function PaperSets() {
  const { sets, quizId, isExaminer } = useLoaderData<typeof loader>();
  const words = useMessages(vi, en);
  const create = (
    <LinkButton to={quizId ? `/paper-sets/new?quiz=${quizId}` : '/paper-sets/new'} look="primary">
      {words.create}
    </LinkButton>
  );
  return (
    <Page title={words.title} lead={words.lead} actions={sets.length > 0 && create}>
      {isExaminer && <ExaminerNav />}
      {quizId && (
        <p>
          {words.ofQuiz} <Link to="/paper-sets">{words.showAll}</Link>
        </p>
      )}
      <PaperSetList sets={sets} create={create} />
    </Page>
  );
}

import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { en } from '#app/features/quiz/messages/room-en.ts';
import { vi } from '#app/features/quiz/messages/room-vi.ts';
import { sessionList } from '#app/features/quiz/queries/room/session-list.server.ts';
import { ExaminerNav } from '#app/features/quiz/ui/marking/examiner-nav.tsx';
import { SessionTables } from '#app/features/quiz/ui/room/session-tables.tsx';
import { answer } from '#app/platform/http/errors.server.ts';
import { pageMeta } from '#app/platform/i18n/page-meta.ts';
import { messagesFor, useMessages } from '#app/platform/i18n/use-messages.ts';
import type { ShellHandle } from '#app/root.tsx';
import { LinkButton } from '#app/ui/button.tsx';
import { Page } from '#app/ui/page.tsx';
import { requireActor } from '../gate.server.ts';

export const handle: ShellHandle = { area: 'examiner' };
export const headers = () => ({ 'Cache-Control': 'no-store' });
export const meta: MetaFunction = ({ matches }) => pageMeta(matches, (lang) => messagesFor(lang, vi, en).list.title);

export const loader = answer(async ({ request }: LoaderFunctionArgs) => sessionList(await requireActor(request)));

export default function ExamSessions() {
  const { sessions } = useLoaderData<typeof loader>();
  const words = useMessages(vi, en).list;
  const create = (
    <LinkButton to="/exam-sessions/new" look="primary">
      {words.create}
    </LinkButton>
  );
  return (
    <Page title={words.title} lead={words.lead} actions={sessions.length > 0 && create}>
      <ExaminerNav />
      <SessionTables sessions={sessions} create={create} />
    </Page>
  );
}

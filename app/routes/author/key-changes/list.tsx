import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { AuthorNav } from '#app/features/questions/ui/author-nav.tsx';
import { en } from '#app/features/quiz/messages/regrade-en.ts';
import { vi } from '#app/features/quiz/messages/regrade-vi.ts';
import { keyChangesPage } from '#app/features/quiz/queries/regrade/key-changes-page.server.ts';
import { KeyChangeList } from '#app/features/quiz/ui/regrade/key-change-list.tsx';
import { answer } from '#app/platform/http/errors.server.ts';
import { pageMeta } from '#app/platform/i18n/page-meta.ts';
import { messagesFor, useMessages } from '#app/platform/i18n/use-messages.ts';
import type { ShellHandle } from '#app/root.tsx';
import { Page } from '#app/ui/page.tsx';
import { requireActor } from '../../gate.server.ts';

export const handle: ShellHandle = { area: 'author' };
export const meta: MetaFunction = ({ matches }) => pageMeta(matches, (lang) => messagesFor(lang, vi, en).list.title);

export const loader = answer(async ({ request }: LoaderFunctionArgs) => ({
  changes: await keyChangesPage(await requireActor(request)),
}));

export default function KeyChanges() {
  const words = useMessages(vi, en).list;
  const { changes } = useLoaderData<typeof loader>();
  return (
    <Page title={words.title} lead={words.lead}>
      <AuthorNav />
      <KeyChangeList changes={changes} />
    </Page>
  );
}

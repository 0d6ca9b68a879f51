import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { en } from '#app/features/library/messages/en.ts';
import { vi } from '#app/features/library/messages/vi.ts';
import { libraryPage } from '#app/features/library/queries/library-page.server.ts';
import { libraryListSchema } from '#app/features/library/schema.ts';
import { LibraryList } from '#app/features/library/ui/library-list.tsx';
import { answer } from '#app/platform/http/errors.server.ts';
import { pageMeta } from '#app/platform/i18n/page-meta.ts';
import { messagesFor, useMessages } from '#app/platform/i18n/use-messages.ts';
import type { ShellHandle } from '#app/root.tsx';
import { LinkButton } from '#app/ui/button.tsx';
import { Page } from '#app/ui/page.tsx';
import { requireActor } from '../gate.server.ts';

export const handle: ShellHandle = { area: 'library' };
export const meta: MetaFunction = ({ matches }) => pageMeta(matches, (lang) => messagesFor(lang, vi, en).title);

export const loader = answer(async ({ request }: LoaderFunctionArgs) => {
  const actor = await requireActor(request);
  const values = libraryListSchema.parse(Object.fromEntries(new URL(request.url).searchParams));
  return { page: await libraryPage(actor, values), values };
});

export default function Library() {
  const words = useMessages(vi, en);
  const { page, values } = useLoaderData<typeof loader>();
  return (
    <Page
      title={words.title}
      lead={words.lead}
      actions={page.isAuthor && <LinkButton to="/author/library">{words.list.toAuthor}</LinkButton>}
    >
      <LibraryList page={page} values={values} />
    </Page>
  );
}

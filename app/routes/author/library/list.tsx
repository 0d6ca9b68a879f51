import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { en } from '#app/features/library/messages/author-en.ts';
import { vi } from '#app/features/library/messages/author-vi.ts';
import { authorLibrary } from '#app/features/library/queries/author-library.server.ts';
import { libraryListSchema } from '#app/features/library/schema.ts';
import { AuthorLibraryList } from '#app/features/library/ui/author/author-library-list.tsx';
import { AuthorNav } from '#app/features/questions/ui/author-nav.tsx';
import { answer } from '#app/platform/http/errors.server.ts';
import { pageMeta } from '#app/platform/i18n/page-meta.ts';
import { messagesFor, useMessages } from '#app/platform/i18n/use-messages.ts';
import type { ShellHandle } from '#app/root.tsx';
import { LinkButton } from '#app/ui/button.tsx';
import { PlusIcon } from '#app/ui/icons.tsx';
import { Page } from '#app/ui/page.tsx';
import { requireActor } from '../../gate.server.ts';

export const handle: ShellHandle = { area: 'author' };
export const meta: MetaFunction = ({ matches }) => pageMeta(matches, (lang) => messagesFor(lang, vi, en).title);

export const loader = answer(async ({ request }: LoaderFunctionArgs) => {
  const actor = await requireActor(request);
  const values = libraryListSchema.parse(Object.fromEntries(new URL(request.url).searchParams));
  return { page: await authorLibrary(actor, { ...values, isRetired: values.state === 'retired' }), values };
});

export default function AuthorLibrary() {
  const words = useMessages(vi, en);
  const { page, values } = useLoaderData<typeof loader>();
  return (
    <Page
      title={words.title}
      lead={words.lead}
      actions={
        <LinkButton to="/author/library/new" look="primary" icon={PlusIcon}>
          {words.add}
        </LinkButton>
      }
    >
      <AuthorNav />
      <AuthorLibraryList page={page} values={values} />
    </Page>
  );
}

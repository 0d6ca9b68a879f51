import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { en } from '#app/features/media/messages/files-en.ts';
import { vi } from '#app/features/media/messages/files-vi.ts';
import { fileList } from '#app/features/media/queries/file-list.server.ts';
import { fileFilterSchema } from '#app/features/media/schema.files.ts';
import { FileList } from '#app/features/media/ui/files/file-list.tsx';
import { AuthorNav } from '#app/features/questions/ui/author-nav.tsx';
import { answer } from '#app/platform/http/errors.server.ts';
import { pageMeta } from '#app/platform/i18n/page-meta.ts';
import { messagesFor, useMessages } from '#app/platform/i18n/use-messages.ts';
import type { ShellHandle } from '#app/root.tsx';
import { LinkButton } from '#app/ui/button.tsx';
import { PlusIcon } from '#app/ui/icons.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Page } from '#app/ui/page.tsx';
import { requireActor } from '../../gate.server.ts';
import { authorFiles } from './files.server.ts';

export const handle: ShellHandle = { area: 'author' };
export const meta: MetaFunction = ({ matches }) => pageMeta(matches, (lang) => messagesFor(lang, vi, en).title);

export const loader = answer(async ({ request }: LoaderFunctionArgs) => {
  const actor = await requireActor(request);
  const files = await authorFiles(actor);
  const { searchParams } = new URL(request.url);
  const { filter, page } = fileFilterSchema.parse({
    q: searchParams.get('q') ?? '',
    kind: searchParams.get('kind'),
    state: searchParams.get('state'),
    page: searchParams.get('page') ?? 1,
  });
  return { list: fileList(files, filter, page), filter, removed: searchParams.get('removed')?.slice(0, 130) ?? null };
});

export default function Files() {
  const words = useMessages(vi, en);
  const { list, filter, removed } = useLoaderData<typeof loader>();
  return (
    <Page
      title={words.title}
      lead={words.lead}
      actions={
        <LinkButton to="/media" look="primary" icon={PlusIcon}>
          {words.upload}
        </LinkButton>
      }
    >
      <AuthorNav />
      {removed && <Notice kind="success" live title={words.remove.done(removed)} />}
      <FileList list={list} filter={filter} />
    </Page>
  );
}

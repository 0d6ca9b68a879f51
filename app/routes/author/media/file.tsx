import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { removeMedia } from '#app/features/media/commands/remove-media.server.ts';
import { en } from '#app/features/media/messages/files-en.ts';
import { vi } from '#app/features/media/messages/files-vi.ts';
import { removalOf } from '#app/features/media/queries/file-list.server.ts';
import { removalSchema } from '#app/features/media/schema.files.ts';
import { FilePage, type RemovalAnswer } from '#app/features/media/ui/files/file-page.tsx';
import { answer } from '#app/platform/http/errors.server.ts';
import { parseForm, readForm } from '#app/platform/http/form.server.ts';
import { idParam } from '#app/platform/http/id-param.server.ts';
import { pageMeta } from '#app/platform/i18n/page-meta.ts';
import { messagesFor, useMessages } from '#app/platform/i18n/use-messages.ts';
import type { ShellHandle } from '#app/root.tsx';
import { Page } from '#app/ui/page.tsx';
import { usedMedia } from '#app/used-media.server.ts';
import { requireActor } from '../../gate.server.ts';
import { authorFile } from './files.server.ts';

export const handle: ShellHandle = { area: 'author' };
export const meta: MetaFunction<typeof loader> = ({ matches, data: loaded }) =>
  pageMeta(matches, (lang) => loaded?.file.name ?? messagesFor(lang, vi, en).title);

export const loader = answer(async ({ request, params }: LoaderFunctionArgs) => {
  const actor = await requireActor(request);
  const file = await authorFile(actor, idParam(params.mediaId), { looksEverywhere: true });
  return { file, removal: removalOf(file) };
});

/** Takes the file away for good. */
export const action = answer(async ({ request, params }: ActionFunctionArgs) => {
  const actor = await requireActor(request);
  const file = await authorFile(actor, idParam(params.mediaId));
  const parsed = parseForm(removalSchema, await readForm(request));
  if (!parsed.ok) return data<RemovalAnswer>({ problem: 'unsure' }, { status: 400 });
  const result = await removeMedia(actor, file, usedMedia);
  if (result === 'removed') throw redirect(`/author/media?removed=${encodeURIComponent(file.name)}`, 303);
  return data<RemovalAnswer>({ problem: result }, { status: 409 });
});

export default function File() {
  const words = useMessages(vi, en);
  const { file, removal } = useLoaderData<typeof loader>();
  return (
    <Page
      title={file.name}
      kicker={words.kinds[file.kind]}
      crumbs={[
        { to: '/author', label: words.author },
        { to: '/author/media', label: words.title },
      ]}
      crumbsLabel={words.crumbs}
    >
      <FilePage file={file} removal={removal} answer={useActionData<typeof action>()} />
    </Page>
  );
}

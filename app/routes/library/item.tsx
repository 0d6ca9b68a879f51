import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { lessonsReferringTo } from '#app/features/courses/queries/lessons-referring.server.ts';
import { en } from '#app/features/library/messages/en.ts';
import { vi } from '#app/features/library/messages/vi.ts';
import { itemPage } from '#app/features/library/queries/item-page.server.ts';
import { ItemView } from '#app/features/library/ui/item-view.tsx';
import { answer } from '#app/platform/http/errors.server.ts';
import { idParam } from '#app/platform/http/id-param.server.ts';
import { langFromCookieHeader } from '#app/platform/i18n/language.ts';
import { pageMeta } from '#app/platform/i18n/page-meta.ts';
import { messagesFor, useMessages } from '#app/platform/i18n/use-messages.ts';
import type { ShellHandle } from '#app/root.tsx';
import { LinkButton } from '#app/ui/button.tsx';
import { Page } from '#app/ui/page.tsx';
import { requireActor } from '../gate.server.ts';

export const handle: ShellHandle = { area: 'library' };
export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageMeta(matches, () => data?.page.item.title ?? '');

export const loader = answer(async ({ request, params }: LoaderFunctionArgs) => {
  const actor = await requireActor(request);
  const words = messagesFor(langFromCookieHeader(request.headers.get('Cookie')), vi, en).document;
  const page = await itemPage(actor, idParam(params.itemId), words);
  return { page, lessons: await lessonsReferringTo(actor, page.target) };
});

export default function Item() {
  const words = useMessages(vi, en);
  const { page, lessons } = useLoaderData<typeof loader>();
  const { item, link } = page;
  return (
    <Page
      title={<span lang="vi">{item.title}</span>}
      kicker={words.kinds[item.kind]}
      crumbs={[{ to: '/library', label: words.title }]}
      crumbsLabel={words.crumbs}
      actions={link !== null && <LinkButton to={`/author/library/${item.id}`}>{words.item.edit}</LinkButton>}
    >
      <ItemView page={page} lessons={lessons} />
    </Page>
  );
}

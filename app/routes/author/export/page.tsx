import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { en as listEn } from '#app/features/questions/messages/en.ts';
import { en } from '#app/features/questions/messages/export-en.ts';
import { vi } from '#app/features/questions/messages/export-vi.ts';
import { vi as listVi } from '#app/features/questions/messages/vi.ts';
import { exportDesk } from '#app/features/questions/queries/formats/export-desk.server.ts';
import { AuthorNav } from '#app/features/questions/ui/author-nav.tsx';
import { ExportPanel } from '#app/features/questions/ui/export/export-panel.tsx';
import { TemplateLinks } from '#app/features/questions/ui/export/template-links.tsx';
import { answer } from '#app/platform/http/errors.server.ts';
import { pageMeta } from '#app/platform/i18n/page-meta.ts';
import { messagesFor, useMessages } from '#app/platform/i18n/use-messages.ts';
import type { ShellHandle } from '#app/root.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Page, Section } from '#app/ui/page.tsx';
import { requireActor } from '../../gate.server.ts';

export const handle: ShellHandle = { area: 'author' };
export const meta: MetaFunction = ({ matches }) => pageMeta(matches, (lang) => messagesFor(lang, vi, en).title);

export const loader = answer(async ({ request }: LoaderFunctionArgs) => {
  const actor = await requireActor(request);
  const { searchParams } = new URL(request.url);
  const format = searchParams.get('format');
  // What was asked for comes back with what was wrong with it.
  const refused = format && { format, category: searchParams.get('category') ?? '' };
  return { ...(await exportDesk(actor)), refused: refused || null };
});

export default function QuestionExport() {
  const words = useMessages(vi, en);
  const { list, crumbs } = useMessages(listVi, listEn);
  const { categories, refused } = useLoaderData<typeof loader>();
  return (
    <Page title={words.title} crumbs={[{ to: '/author/questions', label: list.title }]} crumbsLabel={crumbs}>
      <AuthorNav />
      {refused && <Notice kind="warning" title={words.needsKey} live />}
      <ExportPanel categories={categories} {...(refused && { asked: refused })} />
      <Section title={words.templates}>
        <TemplateLinks />
      </Section>
    </Page>
  );
}

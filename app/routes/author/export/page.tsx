import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { en as listEn } from '#app/features/questions/messages/en.ts';
import { en } from '#app/features/questions/messages/export-en.ts';
import { vi } from '#app/features/questions/messages/export-vi.ts';
import { vi as listVi } from '#app/features/questions/messages/vi.ts';
import { exportDesk } from '#app/features/questions/queries/formats/export-desk.server.ts';
import { exportLosses } from '#app/features/questions/queries/formats/export-questions.server.ts';
import { AuthorNav } from '#app/features/questions/ui/author-nav.tsx';
import { ExportPanel, exportFormats } from '#app/features/questions/ui/export/export-panel.tsx';
import { TemplateLinks } from '#app/features/questions/ui/export/template-links.tsx';
import { now } from '#app/platform/clock.server.ts';
import { answer } from '#app/platform/http/errors.server.ts';
import { pageMeta } from '#app/platform/i18n/page-meta.ts';
import { messagesFor, useMessages } from '#app/platform/i18n/use-messages.ts';
import type { ShellHandle } from '#app/root.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Page, Section } from '#app/ui/page.tsx';
import { requireActor } from '../../gate.server.ts';
import { exportWhich } from './export-which.server.ts';

const how = { formats: exportFormats, lang: 'vi' as const };

export const handle: ShellHandle = { area: 'author' };
export const meta: MetaFunction = ({ matches }) => pageMeta(matches, (lang) => messagesFor(lang, vi, en).title);

export const loader = answer(async ({ request }: LoaderFunctionArgs) => {
  const actor = await requireActor(request);
  const { searchParams } = new URL(request.url);
  const desk = await exportDesk(actor);
  const named = searchParams.get('format');
  const format = exportFormats.find((name) => name === named) ?? 'docx';
  const found = await exportWhich(actor, searchParams);
  const told = found && (await exportLosses(actor, found.which, { ...how, asked: format, madeAt: now() }));
  // What was asked for comes back with what was wrong with it.
  const isNone = searchParams.get('which') === 'chosen' && !found;
  const isRefused = searchParams.get('refused') === 'key';
  return { ...desk, asked: found?.asked ?? null, told, format, isRefused, isNone };
});

export default function QuestionExport() {
  const words = useMessages(vi, en);
  const { list, crumbs } = useMessages(listVi, listEn);
  const { categories, asked, told, format, isRefused, isNone } = useLoaderData<typeof loader>();
  return (
    <Page title={words.title} crumbs={[{ to: '/author/questions', label: list.title }]} crumbsLabel={crumbs}>
      <AuthorNav />
      {isNone && <Notice kind="warning" title={words.noneChosen} live />}
      {isRefused && <Notice kind="warning" title={words.needsKey} live />}
      <ExportPanel
        key={JSON.stringify([asked, format])}
        categories={categories}
        asked={asked}
        told={told}
        format={format}
        hasKey={!isRefused}
      />
      <Section title={words.templates}>
        <TemplateLinks />
      </Section>
    </Page>
  );
}

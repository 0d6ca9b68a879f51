import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { recordPersonExport } from '#app/features/org/commands/people/record-person-export.server.ts';
import { en } from '#app/features/org/messages/person-data-en.ts';
import { vi } from '#app/features/org/messages/person-data-vi.ts';
import { managedPerson } from '#app/features/org/queries/people/person-record.server.ts';
import { PersonDataView } from '#app/features/org/ui/people/person-data-view.tsx';
import { now } from '#app/platform/clock.server.ts';
import { answer } from '#app/platform/http/errors.server.ts';
import { idParam } from '#app/platform/http/id-param.server.ts';
import { formatDateTime } from '#app/platform/i18n/format.ts';
import { pageMeta } from '#app/platform/i18n/page-meta.ts';
import { messagesFor, useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import type { ShellHandle } from '#app/root.tsx';
import { Button, LinkButton } from '#app/ui/button.tsx';
import { DownloadIcon, PrintIcon } from '#app/ui/icons.tsx';
import { Page } from '#app/ui/page.tsx';
import { requireActor } from '../gate.server.ts';
import { recordParts } from './record-parts.server.ts';

export const handle: ShellHandle = { area: 'admin' };
export const headers = () => ({ 'Cache-Control': 'no-store' });
export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageMeta(matches, (lang) => messagesFor(lang, vi, en).title(data?.person.fullName ?? ''));

/** Reading the page is the export: it is written down before anything is shown. */
export const loader = answer(async ({ request, params }: LoaderFunctionArgs) => {
  const actor = await requireActor(request);
  const personId = idParam(params.personId);
  const { person } = await managedPerson(actor, personId);
  await recordPersonExport(actor, personId, 'page');
  return { person: { id: personId, fullName: person.fullName }, parts: await recordParts(actor, personId), at: now() };
});

export default function PersonRecord() {
  const words = useMessages(vi, en);
  const lang = useLang();
  const { person, parts, at } = useLoaderData<typeof loader>();
  return (
    <Page
      title={words.title(person.fullName)}
      lead={
        <>
          {words.lead} {words.madeAt(formatDateTime(lang, at))}
        </>
      }
      crumbs={[{ to: `/people/${person.id}`, label: person.fullName }]}
      actions={
        <>
          <LinkButton to={`/people/${person.id}/record.json`} reloadDocument icon={DownloadIcon}>
            {words.json}
          </LinkButton>
          <Button type="button" icon={PrintIcon} onClick={() => window.print()}>
            {words.print}
          </Button>
        </>
      }
    >
      <PersonDataView parts={parts} />
    </Page>
  );
}

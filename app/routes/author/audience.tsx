import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { en } from '#app/features/courses/messages/audience-en.ts';
import { vi } from '#app/features/courses/messages/audience-vi.ts';
import { audiencePeople } from '#app/features/courses/queries/audience-preview.server.ts';
import { readAudienceSearch } from '#app/features/courses/schema.assignment.ts';
import { AudiencePreviewPage } from '#app/features/courses/ui/author/audience-preview.tsx';
import { answer } from '#app/platform/http/errors.server.ts';
import { pageMeta } from '#app/platform/i18n/page-meta.ts';
import { messagesFor } from '#app/platform/i18n/use-messages.ts';
import type { ShellHandle } from '#app/root.tsx';
import { requireActor } from '../gate.server.ts';

export const handle: ShellHandle = { area: 'author' };
export const meta: MetaFunction = ({ matches }) => pageMeta(matches, (lang) => messagesFor(lang, vi, en).preview.title);

/** Whom the audience of the address means, person by person, and why; changes nothing. */
export const loader = answer(async ({ request }: LoaderFunctionArgs) => {
  const actor = await requireActor(request);
  return { page: await audiencePeople(actor, readAudienceSearch(new URL(request.url).searchParams)) };
});

export default function Audience() {
  return <AudiencePreviewPage page={useLoaderData<typeof loader>().page} />;
}

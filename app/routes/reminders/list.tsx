import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { en } from '#app/features/progress/messages/reminders-en.ts';
import { vi } from '#app/features/progress/messages/reminders-vi.ts';
import { remindersPage } from '#app/features/progress/queries/reminders/reminders-page.server.ts';
import { readRemindersSearch } from '#app/features/progress/schema.reminders.ts';
import { RemindersPage } from '#app/features/progress/ui/reminders/reminders-page.tsx';
import { answer } from '#app/platform/http/errors.server.ts';
import { pageMeta } from '#app/platform/i18n/page-meta.ts';
import { messagesFor } from '#app/platform/i18n/use-messages.ts';
import type { ShellHandle } from '#app/root.tsx';
import { requireActor } from '../gate.server.ts';

export const handle: ShellHandle = { area: 'leader' };
export const meta: MetaFunction = ({ matches }) => pageMeta(matches, (lang) => messagesFor(lang, vi, en).title);

const kinds = ['acknowledged', 'undone', 'unchanged'] as const;

export const loader = answer(async ({ request }: LoaderFunctionArgs) => {
  const actor = await requireActor(request);
  const search = new URL(request.url).searchParams;
  const done = kinds.find((kind) => kind === search.get('done')) ?? null;
  return { ...(await remindersPage(actor, readRemindersSearch(search).unitId)), done };
});

export default function RemindersToday() {
  return <RemindersPage {...useLoaderData<typeof loader>()} />;
}

import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { en } from '#app/features/progress/messages/reminders-en.ts';
import { vi } from '#app/features/progress/messages/reminders-vi.ts';
import { callSheet } from '#app/features/progress/queries/reminders/call-sheet.server.ts';
import { readRemindersSearch } from '#app/features/progress/schema.reminders.ts';
import { CallSheetPage } from '#app/features/progress/ui/reminders/call-sheet-page.tsx';
import { answer } from '#app/platform/http/errors.server.ts';
import { idParam } from '#app/platform/http/id-param.server.ts';
import { pageMeta } from '#app/platform/i18n/page-meta.ts';
import { messagesFor } from '#app/platform/i18n/use-messages.ts';
import type { ShellHandle } from '#app/root.tsx';
import { requireActor } from '../gate.server.ts';

export const handle: ShellHandle = { area: 'leader' };
export const headers = () => ({ 'Cache-Control': 'no-store' });
export const meta: MetaFunction = ({ matches }) =>
  pageMeta(matches, (lang) => messagesFor(lang, vi, en).callSheet.title);

export const loader = answer(async ({ request }: LoaderFunctionArgs) => {
  const actor = await requireActor(request);
  const { unitId, assignmentId } = readRemindersSearch(new URL(request.url).searchParams);
  return { sheet: await callSheet(actor, idParam(unitId ?? undefined), assignmentId) };
});

export default function CallSheetRoute() {
  return <CallSheetPage sheet={useLoaderData<typeof loader>().sheet} />;
}

import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { en } from '#app/features/quiz/messages/marking-en.ts';
import { vi } from '#app/features/quiz/messages/marking-vi.ts';
import { markingQueue } from '#app/features/quiz/queries/marking/marking-queue.server.ts';
import { ExaminerNav } from '#app/features/quiz/ui/marking/examiner-nav.tsx';
import { MarkingQueueTable } from '#app/features/quiz/ui/marking/marking-queue-table.tsx';
import { answer } from '#app/platform/http/errors.server.ts';
import { pageMeta } from '#app/platform/i18n/page-meta.ts';
import { messagesFor, useMessages } from '#app/platform/i18n/use-messages.ts';
import type { ShellHandle } from '#app/root.tsx';
import { Page } from '#app/ui/page.tsx';
import { requireActor } from '../gate.server.ts';

export const handle: ShellHandle = { area: 'examiner' };
export const meta: MetaFunction = ({ matches }) => pageMeta(matches, (lang) => messagesFor(lang, vi, en).queue.title);
export const headers = () => ({ 'Cache-Control': 'no-store' });

export const loader = answer(async ({ request }: LoaderFunctionArgs) => markingQueue(await requireActor(request)));

export default function Queue() {
  const words = useMessages(vi, en).queue;
  const queue = useLoaderData<typeof loader>();
  return (
    <Page title={words.title} lead={words.lead}>
      <ExaminerNav />
      <MarkingQueueTable {...queue} />
    </Page>
  );
}

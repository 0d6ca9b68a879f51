import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { printEn } from '#app/features/quiz/messages/print-en.ts';
import { printVi } from '#app/features/quiz/messages/print-vi.ts';
import { seatPrint } from '#app/features/quiz/queries/room/print-pages.server.ts';
import { AttendanceSheet } from '#app/features/quiz/ui/room/print/attendance-sheet.tsx';
import { answer } from '#app/platform/http/errors.server.ts';
import { idParam } from '#app/platform/http/id-param.server.ts';
import { pageMeta } from '#app/platform/i18n/page-meta.ts';
import { messagesFor } from '#app/platform/i18n/use-messages.ts';
import type { ShellHandle } from '#app/root.tsx';
import { requireActor } from '../gate.server.ts';

export const handle: ShellHandle = { area: 'examiner' };
export const headers = () => ({ 'Cache-Control': 'no-store' });
export const meta: MetaFunction = ({ matches }) =>
  pageMeta(matches, (lang) => messagesFor(lang, printVi, printEn).attendance);

export const loader = answer(async ({ request, params }: LoaderFunctionArgs) =>
  seatPrint(await requireActor(request), idParam(params.sessionId)),
);

export default function Attendance() {
  const { head, seats } = useLoaderData<typeof loader>();
  return <AttendanceSheet head={head} seats={seats} />;
}

import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { printEn } from '#app/features/quiz/messages/print-en.ts';
import { printVi } from '#app/features/quiz/messages/print-vi.ts';
import { seatPrint } from '#app/features/quiz/queries/room/print-pages.server.ts';
import { SeatingPlan } from '#app/features/quiz/ui/room/print/seating-plan.tsx';
import { answer } from '#app/platform/http/errors.server.ts';
import { idParam } from '#app/platform/http/id-param.server.ts';
import { pageMeta } from '#app/platform/i18n/page-meta.ts';
import { messagesFor } from '#app/platform/i18n/use-messages.ts';
import type { ShellHandle } from '#app/root.tsx';
import { requireActor } from '../gate.server.ts';

export const handle: ShellHandle = { area: 'examiner' };
export const headers = () => ({ 'Cache-Control': 'no-store' });
export const meta: MetaFunction = ({ matches }) =>
  pageMeta(matches, (lang) => messagesFor(lang, printVi, printEn).seating);

export const loader = answer(async ({ request, params }: LoaderFunctionArgs) => {
  const print = await seatPrint(await requireActor(request), idParam(params.sessionId));
  const wanted = Number(new URL(request.url).searchParams.get('row') ?? 5);
  return { ...print, perRow: Number.isInteger(wanted) && wanted >= 1 && wanted <= 10 ? wanted : 5 };
});

export default function Seating() {
  const { head, seats, perRow } = useLoaderData<typeof loader>();
  return <SeatingPlan key={perRow} head={head} seats={seats} perRow={perRow} />;
}

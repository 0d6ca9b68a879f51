import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData, useRevalidator } from '@remix-run/react';
import { useEffect } from 'react';
import { endSchedule } from '#app/features/reports/commands/end-schedule.server.ts';
import { scheduleReport } from '#app/features/reports/commands/schedule-report.server.ts';
import { en } from '#app/features/reports/messages/en.ts';
import { vi } from '#app/features/reports/messages/vi.ts';
import { reportList } from '#app/features/reports/queries/report-list.server.ts';
import { reportUnderWay } from '#app/features/reports/queries/report-under-way.server.ts';
import { newScheduleSchema } from '#app/features/reports/schema.ts';
import { ReportListPage } from '#app/features/reports/ui/report-list-page.tsx';
import { answer } from '#app/platform/http/errors.server.ts';
import { parseForm, readForm } from '#app/platform/http/form.server.ts';
import { idParam } from '#app/platform/http/id-param.server.ts';
import { pageMeta } from '#app/platform/i18n/page-meta.ts';
import { messagesFor } from '#app/platform/i18n/use-messages.ts';
import type { ShellHandle } from '#app/root.tsx';
import { requireActor } from '../gate.server.ts';

export const handle: ShellHandle = { area: 'leader' };
export const headers = () => ({ 'Cache-Control': 'no-store' });
export const meta: MetaFunction<typeof loader> = ({ matches, data: found }) => [
  ...pageMeta(matches, (lang) => messagesFor(lang, vi, en).list.title(found?.page.unit.name ?? '')),
  // Without JavaScript the page asks again by itself while a report is being made.
  ...(found?.making?.state === 'running' ? [{ httpEquiv: 'refresh', content: '3' }] : []),
];

export const loader = answer(async ({ request, params }: LoaderFunctionArgs) => {
  const actor = await requireActor(request);
  const { searchParams } = new URL(request.url);
  const key = searchParams.get('making');
  const making = key ? await reportUnderWay(actor, idParam(key)) : null;
  if (making?.state === 'made') throw redirect(`/reports/${making.reportId}?done=made`, 303);
  return { page: await reportList(actor, idParam(params.unitId)), making, done: searchParams.get('done') };
});

export const action = answer(async ({ request, params }: ActionFunctionArgs) => {
  const actor = await requireActor(request);
  const unitId = idParam(params.unitId);
  const form = await readForm(request);
  const back = (done: string) => redirect(`/units/${unitId}/reports?done=${done}#schedules`, 303);
  if (form.get('intent') === 'end-schedule') {
    await endSchedule(actor, idParam(String(form.get('scheduleId') ?? '')));
    throw back('ended');
  }
  const parsed = parseForm(newScheduleSchema, form);
  if (!parsed.ok) return data({ problem: 'assignment' }, { status: 400 });
  const { assignment, ...rest } = parsed.value;
  await scheduleReport(actor, { ...rest, unitId, assignmentIds: assignment });
  throw back('scheduled');
});

export default function Reports() {
  const { page, making, done } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const { revalidate, state } = useRevalidator();
  const isRunning = making?.state === 'running';
  useEffect(() => {
    if (!isRunning || state !== 'idle') return;
    const timer = setTimeout(revalidate, 1500);
    return () => clearTimeout(timer);
  }, [isRunning, state, revalidate]);
  return <ReportListPage page={page} making={making} done={done} problem={answered?.problem ?? null} />;
}

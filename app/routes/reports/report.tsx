import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { withdrawReport } from '#app/features/reports/commands/withdraw-report.server.ts';
import { en } from '#app/features/reports/messages/en.ts';
import { vi } from '#app/features/reports/messages/vi.ts';
import { reportPage } from '#app/features/reports/queries/report-page.server.ts';
import { ReportPage } from '#app/features/reports/ui/report-page.tsx';
import { studyDocument } from '#app/features/reports/ui/study-document.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { answer } from '#app/platform/http/errors.server.ts';
import { readForm } from '#app/platform/http/form.server.ts';
import { idParam } from '#app/platform/http/id-param.server.ts';
import { pageMeta } from '#app/platform/i18n/page-meta.ts';
import { messagesFor } from '#app/platform/i18n/use-messages.ts';
import type { ShellHandle } from '#app/root.tsx';
import { requireActor } from '../gate.server.ts';

export const handle: ShellHandle = { area: 'leader' };
export const headers = () => ({ 'Cache-Control': 'no-store' });
export const meta: MetaFunction<typeof loader> = ({ matches, data: found }) =>
  pageMeta(matches, (lang) => messagesFor(lang, vi, en).report.title(found?.page.report.number ?? ''));

export const loader = answer(async ({ request, params }: LoaderFunctionArgs) => {
  const actor = await requireActor(request);
  const { searchParams } = new URL(request.url);
  const withId = searchParams.get('with');
  const isChecked = searchParams.has('check');
  const found = await reportPage(actor, idParam(params.reportId), { withId: withId && idParam(withId), isChecked });
  const { report, names, unitName, above, others, compared, checked } = found;
  const { id, unitId, title, number, checksum, asOfAt, createdAt, withdrawnAt } = report;
  const shown = { id, unitId, title, number, checksum, asOfAt, createdAt, withdrawnAt };
  const page = { report: shown, unitName, above, others, compared, checked };
  return { page, document: studyDocument({ ...report, names }), done: searchParams.get('done') };
});

export const action = answer(async ({ request, params }: ActionFunctionArgs) => {
  const actor = await requireActor(request);
  const form = await readForm(request);
  if (form.get('intent') !== 'withdraw') throw new AppError('bad-input');
  const reportId = idParam(params.reportId);
  await withdrawReport(actor, reportId);
  throw redirect(`/reports/${reportId}?done=withdrawn`, 303);
});

export default function Report() {
  return <ReportPage {...useLoaderData<typeof loader>()} />;
}

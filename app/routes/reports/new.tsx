import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { beginReport } from '#app/features/reports/commands/make-report.server.ts';
import { en } from '#app/features/reports/messages/en.ts';
import { vi } from '#app/features/reports/messages/vi.ts';
import { newReportPage } from '#app/features/reports/queries/new-report-page.server.ts';
import { newReportSchema, readReportSearch } from '#app/features/reports/schema.ts';
import { NewReportPage } from '#app/features/reports/ui/new-report-page.tsx';
import { studyDocument } from '#app/features/reports/ui/study-document.ts';
import { answer } from '#app/platform/http/errors.server.ts';
import { parseForm, readForm } from '#app/platform/http/form.server.ts';
import { idParam } from '#app/platform/http/id-param.server.ts';
import { langFromCookieHeader } from '#app/platform/i18n/language.ts';
import { pageMeta } from '#app/platform/i18n/page-meta.ts';
import { messagesFor } from '#app/platform/i18n/use-messages.ts';
import type { ShellHandle } from '#app/root.tsx';
import { requireActor } from '../gate.server.ts';

export const handle: ShellHandle = { area: 'leader' };
export const headers = () => ({ 'Cache-Control': 'no-store' });
export const meta: MetaFunction<typeof loader> = ({ matches, data: found }) =>
  pageMeta(matches, (lang) => messagesFor(lang, vi, en).make.title(found?.page.unit.name ?? ''));

export const loader = answer(async ({ request, params }: LoaderFunctionArgs) => {
  const actor = await requireActor(request);
  const asked = readReportSearch(new URL(request.url).searchParams);
  const lang = langFromCookieHeader(request.headers.get('Cookie'));
  const { draft, ...page } = await newReportPage(actor, idParam(params.unitId), asked, lang);
  const { number, datedOn } = page.asked;
  return { page, document: draft && studyDocument({ ...draft, number, datedOn, checksum: '' }) };
});

export const action = answer(async ({ request, params }: ActionFunctionArgs) => {
  const actor = await requireActor(request);
  const unitId = idParam(params.unitId);
  const form = await readForm(request);
  const parsed = parseForm(newReportSchema, form);
  // What was typed comes back with the problems, also without JavaScript.
  const typed = readReportSearch(new URLSearchParams([...form].map(([key, value]) => [key, String(value)])));
  if (!parsed.ok) return data({ problems: parsed.problems, typed }, { status: 400 });
  const { assignment, asOf, ...rest } = parsed.value;
  const lang = langFromCookieHeader(request.headers.get('Cookie'));
  const asked = { ...rest, unitId, assignmentIds: assignment, asOfDay: asOf, lang };
  const result = await beginReport(actor, asked);
  if (result.kind === 'refused') return data({ problems: { asOf: [result.problem] }, typed }, { status: 400 });
  if (result.kind === 'made') throw redirect(`/reports/${result.reportId}?done=made`, 303);
  throw redirect(`/units/${unitId}/reports?making=${rest.key}`, 303);
});

export default function NewReport() {
  const { page, document } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const asked = answered?.typed ?? page.asked;
  return <NewReportPage page={{ ...page, asked }} document={document} problems={answered?.problems ?? null} />;
}

import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { setReportForm } from '#app/features/reports/commands/set-report-form.server.ts';
import { en } from '#app/features/reports/messages/en.ts';
import { vi } from '#app/features/reports/messages/vi.ts';
import { formPage } from '#app/features/reports/queries/form-page.server.ts';
import { formSettingSchema } from '#app/features/reports/schema.ts';
import { FormPage } from '#app/features/reports/ui/form-page.tsx';
import { answer } from '#app/platform/http/errors.server.ts';
import { parseForm, readForm } from '#app/platform/http/form.server.ts';
import { idParam } from '#app/platform/http/id-param.server.ts';
import { pageMeta } from '#app/platform/i18n/page-meta.ts';
import { messagesFor } from '#app/platform/i18n/use-messages.ts';
import type { ShellHandle } from '#app/root.tsx';
import { requireActor } from '../gate.server.ts';

export const handle: ShellHandle = { area: 'leader' };
export const headers = () => ({ 'Cache-Control': 'no-store' });
export const meta: MetaFunction<typeof loader> = ({ matches, data: found }) =>
  pageMeta(matches, (lang) => messagesFor(lang, vi, en).form.title(found?.page.unit.name ?? ''));

export const loader = answer(async ({ request, params }: LoaderFunctionArgs) => {
  const actor = await requireActor(request);
  const page = await formPage(actor, idParam(params.unitId));
  return { page, isSaved: new URL(request.url).searchParams.has('saved') };
});

export const action = answer(async ({ request, params }: ActionFunctionArgs) => {
  const actor = await requireActor(request);
  const unitId = idParam(params.unitId);
  const form = await readForm(request);
  const parsed = parseForm(formSettingSchema, form);
  if (!parsed.ok) return data({ problems: parsed.problems, tried: null }, { status: 400 });
  if (form.get('intent') === 'try') {
    // Shown to who may see the form, and kept nowhere.
    await formPage(actor, unitId);
    return data({ problems: null, tried: parsed.value });
  }
  await setReportForm(actor, unitId, parsed.value);
  throw redirect(`/units/${unitId}/reports/form?saved=1`, 303);
});

export default function ReportForm() {
  const { page, isSaved } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  return (
    <FormPage
      key={JSON.stringify(answered)}
      page={page}
      tried={answered?.tried ?? null}
      problems={answered?.problems ?? null}
      isSaved={isSaved && !answered}
    />
  );
}

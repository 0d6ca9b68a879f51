import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { askForSignatures } from '#app/features/reports/commands/ask-for-signatures.server.ts';
import { signFigures } from '#app/features/reports/commands/sign-figures.server.ts';
import { withdrawSignOff } from '#app/features/reports/commands/withdraw-sign-off.server.ts';
import { en } from '#app/features/reports/messages/en.ts';
import { vi } from '#app/features/reports/messages/vi.ts';
import { figuresPage } from '#app/features/reports/queries/figures-page.server.ts';
import { figuresActionSchema, figuresSearchSchema } from '#app/features/reports/schema.ts';
import { FiguresPage } from '#app/features/reports/ui/figures-page.tsx';
import { answer } from '#app/platform/http/errors.server.ts';
import { demand, formObject, parseForm, readForm } from '#app/platform/http/form.server.ts';
import { idParam } from '#app/platform/http/id-param.server.ts';
import { pageMeta } from '#app/platform/i18n/page-meta.ts';
import { messagesFor } from '#app/platform/i18n/use-messages.ts';
import type { ShellHandle } from '#app/root.tsx';
import { requireActor } from '../gate.server.ts';

export const handle: ShellHandle = { area: 'leader' };
export const headers = () => ({ 'Cache-Control': 'no-store' });
export const meta: MetaFunction<typeof loader> = ({ matches, data: found }) =>
  pageMeta(matches, (lang) => messagesFor(lang, vi, en).figures.title(found?.page.unit.name ?? ''));

export const loader = answer(async ({ request, params }: LoaderFunctionArgs) => {
  const actor = await requireActor(request);
  const { searchParams } = new URL(request.url);
  const { assignment, day } = demand(figuresSearchSchema, Object.fromEntries(searchParams));
  const asked = { assignmentId: assignment || null, day: day || null };
  return { page: await figuresPage(actor, idParam(params.unitId), asked), done: searchParams.get('done') };
});

export const action = answer(async ({ request, params }: ActionFunctionArgs) => {
  const actor = await requireActor(request);
  const unitId = idParam(params.unitId);
  const form = await readForm(request);
  const { searchParams } = new URL(request.url);
  if (form.get('intent') === 'withdraw' && String(form.get('reason') ?? '').trim().length < 3) {
    return data({ problem: 'reason' }, { status: 400 });
  }
  const asked = parseForm(figuresActionSchema, form);
  const { intent, ...rest } = asked.ok ? asked.value : demand(figuresActionSchema, formObject(form));
  if (intent === 'sign' && 'checksum' in rest) {
    const signed = await signFigures(actor, { unitId, ...rest });
    if (signed.kind === 'refused') return data({ problem: signed.problem }, { status: 409 });
  } else if (intent === 'withdraw' && 'signOffId' in rest) await withdrawSignOff(actor, rest.signOffId, rest.reason);
  else if (intent === 'ask' && 'day' in rest) await askForSignatures(actor, { unitId, ...rest });
  searchParams.set('done', intent);
  if ('day' in rest) {
    searchParams.set('assignment', rest.assignmentId);
    searchParams.set('day', rest.day);
  }
  throw redirect(`/units/${unitId}/figures?${searchParams}`, 303);
});

export default function Figures() {
  const { page, done } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  return <FiguresPage page={page} done={answered ? null : done} problem={answered?.problem ?? null} />;
}

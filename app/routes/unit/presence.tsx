import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { confirmPresence } from '#app/features/org/commands/presence/confirm-presence.server.ts';
import { en } from '#app/features/org/messages/presence-en.ts';
import { vi } from '#app/features/org/messages/presence-vi.ts';
import { presenceOverview } from '#app/features/org/queries/presence/presence-overview.server.ts';
import { presenceRoll } from '#app/features/org/queries/presence/presence-roll.server.ts';
import { presenceFormSchema, readDay } from '#app/features/org/schema.presence.ts';
import { PresencePage } from '#app/features/org/ui/presence/presence-page.tsx';
import type { RefusedRoll } from '#app/features/org/ui/presence/roll-form.tsx';
import { answer } from '#app/platform/http/errors.server.ts';
import { demand, formObject, readForm } from '#app/platform/http/form.server.ts';
import { idParam } from '#app/platform/http/id-param.server.ts';
import { pageMeta } from '#app/platform/i18n/page-meta.ts';
import { messagesFor } from '#app/platform/i18n/use-messages.ts';
import type { ShellHandle } from '#app/root.tsx';
import { requireActor } from '../gate.server.ts';

export const handle: ShellHandle = { area: 'leader' };
export const headers = () => ({ 'Cache-Control': 'no-store' });
export const meta: MetaFunction<typeof loader> = ({ matches, data: loaded }) =>
  pageMeta(matches, (lang) => messagesFor(lang, vi, en).titleOf((loaded?.roll ?? loaded?.overview)?.unit.name ?? ''));

/** By sub-unit where there are any with rolls of their own, else the roll itself; `?view=roll` asks for the roll. */
export const loader = answer(async ({ request, params }: LoaderFunctionArgs) => {
  const actor = await requireActor(request);
  const { searchParams } = new URL(request.url);
  const unitId = idParam(params.unitId);
  const day = readDay(searchParams);
  const overview = searchParams.get('view') === 'roll' ? null : await presenceOverview(actor, unitId, day);
  const roll = overview ? null : await presenceRoll(actor, unitId, day);
  return { overview, roll, done: searchParams.get('done') };
});

export const action = answer(async ({ request, params }: ActionFunctionArgs) => {
  const actor = await requireActor(request);
  const unitId = idParam(params.unitId);
  const { day, said, unknownDays } = demand(presenceFormSchema, formObject(await readForm(request)));
  if (unknownDays.length > 0)
    return refuse({ problems: unknownDays.map((personId) => ({ personId, problem: 'day-unknown' })), said });
  const result = await confirmPresence(actor, unitId, day, said);
  if (result.kind === 'invalid') return refuse({ problems: result.problems, said });
  if (result.kind === 'refused') return data({ refusal: result.reason, refused: undefined }, { status: 400 });
  throw redirect(`/units/${unitId}/presence?view=roll&day=${day}&done=${result.kind}`, 303);
});

const refuse = (refused: RefusedRoll) => data({ refusal: undefined, refused }, { status: 400 });

export default function Presence() {
  const page = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  return <PresencePage {...page} refused={answered?.refused} refusal={answered?.refusal} />;
}

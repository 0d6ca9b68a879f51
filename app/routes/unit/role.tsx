import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { delegateRole } from '#app/features/access/commands/grants/delegate-role.server.ts';
import { endGrant } from '#app/features/access/commands/grants/end-grant.server.ts';
import { renewGrant } from '#app/features/access/commands/grants/renew-grant.server.ts';
import { en } from '#app/features/access/messages/grants-en.ts';
import { vi } from '#app/features/access/messages/grants-vi.ts';
import { grantPage } from '#app/features/access/queries/grants/grant-page.server.ts';
import { grantPageFormSchema, readRolesSearch } from '#app/features/access/schema.grants.ts';
import { GrantView } from '#app/features/access/ui/grants/grant-view.tsx';
import type { RefusedGrant } from '#app/features/access/ui/grants/term-fields.tsx';
import { peopleWithin } from '#app/features/org/queries/people-within.server.ts';
import { unitPlace } from '#app/features/org/queries/unit-place.server.ts';
import { unitsWithin } from '#app/features/org/queries/units-within.server.ts';
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
  pageMeta(matches, (lang) => messagesFor(lang, vi, en).of(loaded?.page.grant.fullName ?? ''));

export const loader = answer(async ({ request, params }: LoaderFunctionArgs) => {
  const actor = await requireActor(request);
  const { searchParams } = new URL(request.url);
  const { who, chosenId } = readRolesSearch(searchParams);
  const unitId = idParam(params.unitId);
  const page = await grantPage(actor, unitId, idParam(params.grantId), chosenId);
  const { unit, above } = await unitPlace(actor, unitId);
  const isSearching = who !== '' && page.mayDelegate;
  return {
    ...{ page, who, done: searchParams.get('done') },
    found: isSearching ? await peopleWithin(actor, 'role.delegate', unit.path, who) : [],
    units: page.chosen ? await unitsWithin(unit.path) : [],
    crumbs: [...above, unit].map(({ id, name }) => ({ to: `/units/${id}/roles`, label: name })),
  };
});

export const action = answer(async ({ request, params }: ActionFunctionArgs) => {
  const actor = await requireActor(request);
  const [unitId, grantId] = [idParam(params.unitId), idParam(params.grantId)];
  const form = demand(grantPageFormSchema, formObject(await readForm(request)));
  const back = (done: string) => redirect(`/units/${unitId}/roles/${grantId}?done=${done}`, 303);
  const refuse = (field: string | null, problem: RefusedGrant['problem']) =>
    data<{ refused: RefusedGrant }>({ refused: { intent: form.intent, field, problem, typed: form } }, { status: 400 });
  switch (form.intent) {
    case 'end': {
      const result = await endGrant(actor, grantId, form.reason);
      if (result.kind === 'invalid') return refuse('reason', result.problem);
      if (result.kind === 'refused') return refuse(null, result.reason);
      throw back('ended');
    }
    case 'renew': {
      const result = await renewGrant(actor, grantId, form.untilDay);
      if (result.kind === 'invalid') return refuse(result.field, result.problem);
      if (result.kind === 'refused') return refuse(null, result.reason);
      throw back(result.kind);
    }
    case 'delegate': {
      const result = await delegateRole(actor, { ...form, grantId });
      if (result.kind === 'invalid') return refuse(result.field, result.problem);
      if (result.kind === 'refused') return refuse(null, result.reason);
      throw back('delegated');
    }
  }
});

export default function Role() {
  return <GrantView {...useLoaderData<typeof loader>()} refused={useActionData<typeof action>()?.refused} />;
}

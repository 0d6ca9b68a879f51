import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { grantOnUnit } from '#app/features/access/commands/grants/grant-on-unit.server.ts';
import { en } from '#app/features/access/messages/grants-en.ts';
import { vi } from '#app/features/access/messages/grants-vi.ts';
import { rolesPage } from '#app/features/access/queries/grants/roles-page.server.ts';
import { grantFormSchema, readRolesSearch } from '#app/features/access/schema.grants.ts';
import { RolesView } from '#app/features/access/ui/grants/roles-view.tsx';
import type { RefusedGrant } from '#app/features/access/ui/grants/term-fields.tsx';
import { peopleWithin } from '#app/features/org/queries/people-within.server.ts';
import { unitPlace } from '#app/features/org/queries/unit-place.server.ts';
import { answer } from '#app/platform/http/errors.server.ts';
import { demand, parseForm, readForm } from '#app/platform/http/form.server.ts';
import { idParam } from '#app/platform/http/id-param.server.ts';
import { pageMeta } from '#app/platform/i18n/page-meta.ts';
import { messagesFor } from '#app/platform/i18n/use-messages.ts';
import type { ShellHandle } from '#app/root.tsx';
import { requireActor } from '../gate.server.ts';

export const handle: ShellHandle = { area: 'leader' };
export const headers = () => ({ 'Cache-Control': 'no-store' });
export const meta: MetaFunction<typeof loader> = ({ matches, data: loaded }) =>
  pageMeta(matches, (lang) => messagesFor(lang, vi, en).of(loaded?.page.unit.name ?? ''));

export const loader = answer(async ({ request, params }: LoaderFunctionArgs) => {
  const actor = await requireActor(request);
  const { searchParams } = new URL(request.url);
  const asked = readRolesSearch(searchParams);
  const unitId = idParam(params.unitId);
  const page = await rolesPage(actor, unitId, asked);
  const { above } = await unitPlace(actor, unitId);
  const found = asked.who === '' ? [] : await peopleWithin(actor, 'role.grant', page.unit.path, asked.who);
  return {
    ...{ page, found, who: asked.who, done: searchParams.get('done') },
    crumbs: above.map(({ id, name }) => ({ to: `/units/${id}/roles`, label: name })),
  };
});

/** Grants a role on the unit. */
export const action = answer(async ({ request, params }: ActionFunctionArgs) => {
  const actor = await requireActor(request);
  const unitId = idParam(params.unitId);
  const form = await readForm(request);
  const parsed = parseForm(grantFormSchema, form);
  if (!parsed.ok) {
    // Only the role can be left out by a person; anything else that is wrong comes from no page of ours.
    if (Object.keys(parsed.problems).join() !== 'role')
      return demand(grantFormSchema, Object.fromEntries(form)) as never;
    return refuse('role', 'role-missing', parsed.typed);
  }
  const { value } = parsed;
  const result = await grantOnUnit(actor, { ...value, unitId });
  if (result.kind === 'invalid') return refuse(result.field, result.problem, value);
  if (result.kind === 'refused') return refuse(null, result.reason, value);
  throw redirect(`/units/${unitId}/roles?done=${result.kind}`, 303);
});

const refuse = (field: string | null, problem: RefusedGrant['problem'], typed: Record<string, string>) =>
  data<{ refused: RefusedGrant }>({ refused: { intent: 'grant', field, problem, typed } }, { status: 400 });

export default function Roles() {
  return <RolesView {...useLoaderData<typeof loader>()} refused={useActionData<typeof action>()?.refused} />;
}

import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { en } from '#app/features/access/messages/grants-en.ts';
import { vi } from '#app/features/access/messages/grants-vi.ts';
import { unitAccess } from '#app/features/access/queries/grants/who-sees.server.ts';
import { UnitAccessView } from '#app/features/access/ui/grants/unit-access-view.tsx';
import { unitPlace } from '#app/features/org/queries/unit-place.server.ts';
import { answer } from '#app/platform/http/errors.server.ts';
import { idParam } from '#app/platform/http/id-param.server.ts';
import { pageMeta } from '#app/platform/i18n/page-meta.ts';
import { messagesFor } from '#app/platform/i18n/use-messages.ts';
import type { ShellHandle } from '#app/root.tsx';
import { requireActor } from '../gate.server.ts';

export const handle: ShellHandle = { area: 'leader' };
export const headers = () => ({ 'Cache-Control': 'no-store' });
export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageMeta(matches, (lang) => messagesFor(lang, vi, en).who.unitTitle(data?.access.unit.name ?? ''));

export const loader = answer(async ({ request, params }: LoaderFunctionArgs) => {
  const actor = await requireActor(request);
  const unitId = idParam(params.unitId);
  const access = await unitAccess(actor, unitId);
  const { above } = await unitPlace(actor, unitId);
  return { access, crumbs: above.map(({ id, name }) => ({ to: `/units/${id}/access`, label: name })) };
});

export default function UnitAccess() {
  return <UnitAccessView {...useLoaderData<typeof loader>()} />;
}

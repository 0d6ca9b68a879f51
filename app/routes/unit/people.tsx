import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { unitGuests, unitPowers } from '#app/features/org/queries/people/unit-guests.server.ts';
import { UnitGuests } from '#app/features/org/ui/people/unit-guests.tsx';
import { UnitAdminLinks } from '#app/features/org/ui/tree/unit-admin-links.tsx';
import { en } from '#app/features/progress/messages/en.ts';
import { vi } from '#app/features/progress/messages/vi.ts';
import { unitPeople } from '#app/features/progress/queries/unit-people.server.ts';
import { readPeopleSearch } from '#app/features/progress/schema.picture.ts';
import { UnitPeoplePage } from '#app/features/progress/ui/unit-people-page.tsx';
import { answer } from '#app/platform/http/errors.server.ts';
import { idParam } from '#app/platform/http/id-param.server.ts';
import { pageMeta } from '#app/platform/i18n/page-meta.ts';
import { messagesFor } from '#app/platform/i18n/use-messages.ts';
import type { ShellHandle } from '#app/root.tsx';
import { asOfParam } from '../as-of.server.ts';
import { requireActor } from '../gate.server.ts';

export const handle: ShellHandle = { area: 'leader' };
export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageMeta(matches, (lang) => messagesFor(lang, vi, en).table.peopleTitle(data?.page.unit.name ?? ''));

export const loader = answer(async ({ request, params }: LoaderFunctionArgs) => {
  const actor = await requireActor(request);
  const { searchParams } = new URL(request.url);
  const asked = { ...readPeopleSearch(searchParams), asOf: asOfParam(searchParams) };
  const unitId = idParam(params.unitId);
  const page = await unitPeople(actor, unitId, asked);
  const guests = await unitGuests(actor, unitId, asked.asOf);
  return { page, guests, powers: await unitPowers(actor, unitId) };
});

export default function People() {
  const { page, guests, powers } = useLoaderData<typeof loader>();
  return (
    <UnitPeoplePage page={page}>
      <UnitGuests guests={guests} />
      <UnitAdminLinks unitId={page.unit.id} powers={powers} />
    </UnitPeoplePage>
  );
}

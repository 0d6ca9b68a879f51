import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { unitPowers } from '#app/features/org/queries/people/unit-guests.server.ts';
import { UnitAdminLinks } from '#app/features/org/ui/tree/unit-admin-links.tsx';
import { unitPicture } from '#app/features/progress/queries/picture/unit-picture.server.ts';
import { unitPeople } from '#app/features/progress/queries/unit-people.server.ts';
import { readPeopleSearch, readPictureSearch } from '#app/features/progress/schema.picture.ts';
import { UnitPage } from '#app/features/progress/ui/unit-page.tsx';
import { answer } from '#app/platform/http/errors.server.ts';
import { idParam } from '#app/platform/http/id-param.server.ts';
import { pageMeta } from '#app/platform/i18n/page-meta.ts';
import type { ShellHandle } from '#app/root.tsx';
import { asOfParam } from '../as-of.server.ts';
import { requireActor } from '../gate.server.ts';

export const handle: ShellHandle = { area: 'leader' };
export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageMeta(matches, () => data?.page.unit.name ?? '');

export const loader = answer(async ({ request, params }: LoaderFunctionArgs) => {
  const actor = await requireActor(request);
  const { searchParams } = new URL(request.url);
  const { assignmentId, sort } = readPictureSearch(searchParams);
  const asOf = asOfParam(searchParams);
  const unitId = idParam(params.unitId);
  const page = await unitPicture(actor, unitId, { assignmentId, sort, asOf });
  const hasParts = page.parts.some((part) => !part.isOwn);
  const { filter } = readPeopleSearch(new URLSearchParams());
  const people = hasParts ? null : await unitPeople(actor, unitId, { assignmentId, filter, page: 1, asOf });
  return { page, sort, people, powers: await unitPowers(actor, unitId) };
});

export default function Dashboard() {
  const { powers, ...shown } = useLoaderData<typeof loader>();
  return (
    <UnitPage {...shown}>
      <UnitAdminLinks unitId={shown.page.unit.id} powers={powers} />
    </UnitPage>
  );
}

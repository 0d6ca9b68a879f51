import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
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
  return { page: await unitPeople(actor, idParam(params.unitId), asked) };
});

export default function People() {
  return <UnitPeoplePage {...useLoaderData<typeof loader>()} />;
}

import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { en } from '#app/features/access/messages/grants-en.ts';
import { vi } from '#app/features/access/messages/grants-vi.ts';
import { personAccess } from '#app/features/access/queries/grants/who-sees.server.ts';
import { PersonAccessView } from '#app/features/access/ui/grants/person-access-view.tsx';
import { answer } from '#app/platform/http/errors.server.ts';
import { idParam } from '#app/platform/http/id-param.server.ts';
import { pageMeta } from '#app/platform/i18n/page-meta.ts';
import { messagesFor } from '#app/platform/i18n/use-messages.ts';
import { requireActor } from './gate.server.ts';

export const headers = () => ({ 'Cache-Control': 'no-store' });
export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageMeta(matches, (lang) => messagesFor(lang, vi, en).who.personTitle(data?.access.person.fullName ?? ''));

/** What a person may see, and who may see the person: for oneself, and for whoever may see the person. */
export const loader = answer(async ({ request, params }: LoaderFunctionArgs) => {
  const access = await personAccess(await requireActor(request), idParam(params.personId));
  const { person, isOneself } = access;
  const crumbs = isOneself ? [] : [{ to: `/people/${person.id}`, label: person.fullName }];
  return { access, crumbs };
});

export default function PersonAccess() {
  return <PersonAccessView {...useLoaderData<typeof loader>()} />;
}

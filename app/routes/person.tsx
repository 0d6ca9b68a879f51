import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { personProgress } from '#app/features/progress/queries/person-progress.server.ts';
import { PersonPage } from '#app/features/progress/ui/person-page.tsx';
import { answer } from '#app/platform/http/errors.server.ts';
import { idParam } from '#app/platform/http/id-param.server.ts';
import { pageMeta } from '#app/platform/i18n/page-meta.ts';
import type { ShellHandle } from '#app/root.tsx';
import { requireActor } from './gate.server.ts';

export const handle: ShellHandle = { area: 'leader' };
export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageMeta(matches, () => data?.progress.person.fullName ?? '');

export const loader = answer(async ({ request, params }: LoaderFunctionArgs) => {
  const actor = await requireActor(request);
  const done = new URL(request.url).searchParams.get('done');
  const progress = await personProgress(actor, idParam(params.personId));
  return { progress, done: done === 'exempted' || done === 'ended' ? (done as 'exempted' | 'ended') : null };
});

export default function Person() {
  return <PersonPage {...useLoaderData<typeof loader>()} problem={null} />;
}

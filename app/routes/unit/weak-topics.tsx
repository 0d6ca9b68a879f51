import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { en } from '#app/features/progress/messages/weak-topics-en.ts';
import { vi } from '#app/features/progress/messages/weak-topics-vi.ts';
import { weakTopics } from '#app/features/progress/queries/weak-topics/weak-topics.server.ts';
import { readPictureSearch } from '#app/features/progress/schema.picture.ts';
import { WeakTopicsPage } from '#app/features/progress/ui/weak-topics/weak-topics-page.tsx';
import { answer } from '#app/platform/http/errors.server.ts';
import { idParam } from '#app/platform/http/id-param.server.ts';
import { pageMeta } from '#app/platform/i18n/page-meta.ts';
import { messagesFor } from '#app/platform/i18n/use-messages.ts';
import type { ShellHandle } from '#app/root.tsx';
import { asOfParam } from '../as-of.server.ts';
import { requireActor } from '../gate.server.ts';

export const handle: ShellHandle = { area: 'leader' };
export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageMeta(matches, (lang) => messagesFor(lang, vi, en).table.title(data?.page.unit.name ?? ''));

export const loader = answer(async ({ request, params }: LoaderFunctionArgs) => {
  const actor = await requireActor(request);
  const { searchParams } = new URL(request.url);
  const { assignmentId } = readPictureSearch(searchParams);
  const asked = { assignmentId, asOf: asOfParam(searchParams) };
  const given = /^\d{1,7}$/.exec(searchParams.get('given') ?? '');
  return { page: await weakTopics(actor, idParam(params.unitId), asked), given: given && Number(given[0]) };
});

export default function WeakTopics() {
  return <WeakTopicsPage {...useLoaderData<typeof loader>()} />;
}

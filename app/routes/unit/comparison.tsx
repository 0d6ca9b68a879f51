import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { en } from '#app/features/progress/messages/picture-en.ts';
import { vi } from '#app/features/progress/messages/picture-vi.ts';
import { unitComparison } from '#app/features/progress/queries/picture/comparison.server.ts';
import { readDay, readPictureSearch } from '#app/features/progress/schema.picture.ts';
import { ComparisonView } from '#app/features/progress/ui/picture/comparison-view.tsx';
import { answer } from '#app/platform/http/errors.server.ts';
import { idParam } from '#app/platform/http/id-param.server.ts';
import { pageMeta } from '#app/platform/i18n/page-meta.ts';
import { messagesFor } from '#app/platform/i18n/use-messages.ts';
import type { ShellHandle } from '#app/root.tsx';
import { asOfParam } from '../as-of.server.ts';
import { requireActor } from '../gate.server.ts';

export const handle: ShellHandle = { area: 'leader' };
export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageMeta(matches, (lang) => messagesFor(lang, vi, en).compare.title);

export const loader = answer(async ({ request, params }: LoaderFunctionArgs) => {
  const actor = await requireActor(request);
  const { searchParams } = new URL(request.url);
  const { assignmentId } = readPictureSearch(searchParams);
  const asked = { assignmentId, asOf: asOfParam(searchParams), fromDay: readDay(searchParams.get('from')) };
  return { page: await unitComparison(actor, idParam(params.unitId), asked) };
});

export default function Comparison() {
  return <ComparisonView {...useLoaderData<typeof loader>()} />;
}

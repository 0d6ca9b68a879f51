import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { en } from '#app/features/progress/messages/picture-en.ts';
import { vi } from '#app/features/progress/messages/picture-vi.ts';
import { gradesPage } from '#app/features/progress/queries/picture/grades-page.server.ts';
import { readPictureSearch } from '#app/features/progress/schema.picture.ts';
import { GradesView } from '#app/features/progress/ui/picture/grades-view.tsx';
import { answer } from '#app/platform/http/errors.server.ts';
import { idParam } from '#app/platform/http/id-param.server.ts';
import { pageMeta } from '#app/platform/i18n/page-meta.ts';
import { messagesFor } from '#app/platform/i18n/use-messages.ts';
import type { ShellHandle } from '#app/root.tsx';
import { asOfParam } from '../as-of.server.ts';
import { requireActor } from '../gate.server.ts';

export const handle: ShellHandle = { area: 'leader' };
export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageMeta(matches, (lang) => messagesFor(lang, vi, en).links.grades);

export const loader = answer(async ({ request, params }: LoaderFunctionArgs) => {
  const actor = await requireActor(request);
  const { searchParams } = new URL(request.url);
  const asked = { ...readPictureSearch(searchParams), asOf: asOfParam(searchParams) };
  return { page: await gradesPage(actor, idParam(params.unitId), asked) };
});

export default function Grades() {
  return <GradesView {...useLoaderData<typeof loader>()} />;
}

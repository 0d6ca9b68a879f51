import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { en } from '#app/features/progress/messages/certificates-en.ts';
import { vi } from '#app/features/progress/messages/certificates-vi.ts';
import { certificatePage } from '#app/features/progress/queries/certificates/certificate-page.server.ts';
import { CertificatePaper } from '#app/features/progress/ui/certificates/certificate-paper.tsx';
import { answer } from '#app/platform/http/errors.server.ts';
import { idParam } from '#app/platform/http/id-param.server.ts';
import { pageMeta } from '#app/platform/i18n/page-meta.ts';
import { messagesFor } from '#app/platform/i18n/use-messages.ts';
import type { ShellHandle } from '#app/root.tsx';
import { requireActor } from '../gate.server.ts';

export const handle: ShellHandle = { area: 'learner' };
export const headers = () => ({ 'Cache-Control': 'no-store' });
export const meta: MetaFunction = ({ matches }) => pageMeta(matches, (lang) => messagesFor(lang, vi, en).paper.title);

export const loader = answer(async ({ request, params }: LoaderFunctionArgs) => ({
  page: await certificatePage(await requireActor(request), idParam(params.number)),
}));

export default function Certificate() {
  return <CertificatePaper page={useLoaderData<typeof loader>().page} />;
}

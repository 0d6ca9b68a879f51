import { type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { en } from '#app/features/progress/messages/certificates-en.ts';
import { vi } from '#app/features/progress/messages/certificates-vi.ts';
import {
  certificatePage,
  ownCertificates,
} from '#app/features/progress/queries/certificates/certificate-page.server.ts';
import { OwnCertificatesPage } from '#app/features/progress/ui/certificates/own-certificates.tsx';
import { isAppError } from '#app/kernel/app-error.ts';
import { answer } from '#app/platform/http/errors.server.ts';
import { pageMeta } from '#app/platform/i18n/page-meta.ts';
import { messagesFor } from '#app/platform/i18n/use-messages.ts';
import type { ShellHandle } from '#app/root.tsx';
import { requireActor } from '../gate.server.ts';

export const handle: ShellHandle = { area: 'learner' };
export const meta: MetaFunction = ({ matches }) => pageMeta(matches, (lang) => messagesFor(lang, vi, en).own.title);

/** One's own certificates; `?number=` leads to that certificate, or says that there is none to be seen. */
export const loader = answer(async ({ request }: LoaderFunctionArgs) => {
  const actor = await requireActor(request);
  const number = (new URL(request.url).searchParams.get('number') ?? '').trim().slice(0, 40);
  let unknown: string | null = null;
  if (number) {
    try {
      const { certificate } = await certificatePage(actor, number);
      throw redirect(`/certificates/${certificate.number}`);
    } catch (error) {
      if (!isAppError(error, 'not-found')) throw error;
      unknown = number;
    }
  }
  return { ...(await ownCertificates(actor)), unknown };
});

export default function Certificates() {
  return <OwnCertificatesPage {...useLoaderData<typeof loader>()} />;
}

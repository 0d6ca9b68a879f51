import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { printEn } from '#app/features/quiz/messages/print-en.ts';
import { printVi } from '#app/features/quiz/messages/print-vi.ts';
import { resultPrint } from '#app/features/quiz/queries/room/print-pages.server.ts';
import { NotYet } from '#app/features/quiz/ui/room/print/not-yet.tsx';
import { ResultList } from '#app/features/quiz/ui/room/print/result-list.tsx';
import { answer } from '#app/platform/http/errors.server.ts';
import { idParam } from '#app/platform/http/id-param.server.ts';
import { pageMeta } from '#app/platform/i18n/page-meta.ts';
import { messagesFor, useMessages } from '#app/platform/i18n/use-messages.ts';
import type { ShellHandle } from '#app/root.tsx';
import { requireActor } from '../gate.server.ts';

export const handle: ShellHandle = { area: 'examiner' };
export const headers = () => ({ 'Cache-Control': 'no-store' });
export const meta: MetaFunction = ({ matches }) =>
  pageMeta(matches, (lang) => messagesFor(lang, printVi, printEn).results);

export const loader = answer(async ({ request, params }: LoaderFunctionArgs) =>
  resultPrint(await requireActor(request), idParam(params.sessionId)),
);

export default function Results() {
  const words = useMessages(printVi, printEn);
  const { head, print } = useLoaderData<typeof loader>();
  return print ? <ResultList print={print} /> : <NotYet head={head} title={words.results} />;
}

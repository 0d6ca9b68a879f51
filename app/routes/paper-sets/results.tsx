import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { recordPaperPrint } from '#app/features/quiz/commands/printed/record-paper-print.server.ts';
import { printEn } from '#app/features/quiz/messages/print-en.ts';
import { printVi } from '#app/features/quiz/messages/print-vi.ts';
import { paperResults } from '#app/features/quiz/queries/printed/paper-results.server.ts';
import { PaperResultList } from '#app/features/quiz/ui/printed/paper-result-list.tsx';
import { answer } from '#app/platform/http/errors.server.ts';
import { idParam } from '#app/platform/http/id-param.server.ts';
import { pageMeta } from '#app/platform/i18n/page-meta.ts';
import { messagesFor } from '#app/platform/i18n/use-messages.ts';
import type { ShellHandle } from '#app/root.tsx';
import { requireActor } from '../gate.server.ts';

export const handle: ShellHandle = { area: 'examiner' };
export const headers = () => ({ 'Cache-Control': 'no-store' });
export const meta: MetaFunction = ({ matches }) =>
  pageMeta(matches, (lang) => messagesFor(lang, printVi, printEn).results);

/** Grades of named people: that they were looked at is logged. */
export const loader = answer(async ({ request, params }: LoaderFunctionArgs) => {
  const actor = await requireActor(request);
  const setId = idParam(params.setId);
  const print = await paperResults(actor, setId);
  await recordPaperPrint(actor, setId, { kind: 'results', format: 'page', variant: null });
  return { setId, print };
});

export default function PaperResults() {
  const { setId, print } = useLoaderData<typeof loader>();
  return <PaperResultList setId={setId} print={print} />;
}

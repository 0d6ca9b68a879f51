import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { withdrawPaperSheet } from '#app/features/quiz/commands/printed/withdraw-sheet.server.ts';
import { en } from '#app/features/quiz/messages/printed-en.ts';
import { vi } from '#app/features/quiz/messages/printed-vi.ts';
import { paperSheetPage } from '#app/features/quiz/queries/printed/paper-sheet-page.server.ts';
import { withdrawalSchema } from '#app/features/quiz/schema.printed.ts';
import { WithdrawSheet } from '#app/features/quiz/ui/printed/withdraw-sheet.tsx';
import { answer } from '#app/platform/http/errors.server.ts';
import { parseForm, readForm } from '#app/platform/http/form.server.ts';
import { idParam } from '#app/platform/http/id-param.server.ts';
import { pageMeta } from '#app/platform/i18n/page-meta.ts';
import { messagesFor, useMessages } from '#app/platform/i18n/use-messages.ts';
import type { ShellHandle } from '#app/root.tsx';
import { Page } from '#app/ui/page.tsx';
import { requireActor } from '../gate.server.ts';

export const handle: ShellHandle = { area: 'examiner' };
export const headers = () => ({ 'Cache-Control': 'no-store' });
export const meta: MetaFunction = ({ matches }) => pageMeta(matches, (lang) => messagesFor(lang, vi, en).set.withdraw);

export const loader = answer(async ({ request, params }: LoaderFunctionArgs) =>
  paperSheetPage(await requireActor(request), idParam(params.setId), idParam(params.personId)),
);

/** Takes the sheet back. */
export const action = answer(async ({ request, params }: ActionFunctionArgs) => {
  const actor = await requireActor(request);
  const setId = idParam(params.setId);
  const form = await readForm(request);
  form.set('personId', idParam(params.personId));
  const parsed = parseForm(withdrawalSchema, form);
  if (!parsed.ok) {
    await paperSheetPage(actor, setId, idParam(params.personId));
    return data({ typed: parsed.typed.reason ?? '' }, { status: 400 });
  }
  await withdrawPaperSheet(actor, setId, parsed.value);
  throw redirect(`/paper-sets/${setId}?done=withdrawn`, 303);
});

export default function PaperSheet() {
  const { set, fullName } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const words = useMessages(vi, en);
  return (
    <Page
      title={words.set.withdrawTitle(fullName)}
      crumbs={[
        { to: '/paper-sets', label: words.title },
        { to: `/paper-sets/${set.id}`, label: set.title },
      ]}
      crumbsLabel={words.crumbs}
      width="form"
    >
      <WithdrawSheet setId={set.id} typed={refused?.typed ?? ''} isMissing={refused !== undefined} />
    </Page>
  );
}

import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { enterPaperSheet } from '#app/features/quiz/commands/printed/enter-sheet.server.ts';
import { en } from '#app/features/quiz/messages/printed-en.ts';
import { vi } from '#app/features/quiz/messages/printed-vi.ts';
import { paperEntryPage } from '#app/features/quiz/queries/printed/paper-entry-page.server.ts';
import { sheetEntrySchema } from '#app/features/quiz/schema.printed.ts';
import { EntryScreen } from '#app/features/quiz/ui/printed/entry-screen.tsx';
import { answer } from '#app/platform/http/errors.server.ts';
import { demand, formObject, readForm } from '#app/platform/http/form.server.ts';
import { idParam } from '#app/platform/http/id-param.server.ts';
import { pageMeta } from '#app/platform/i18n/page-meta.ts';
import { messagesFor, useMessages } from '#app/platform/i18n/use-messages.ts';
import type { ShellHandle } from '#app/root.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Page } from '#app/ui/page.tsx';
import { requireActor } from '../gate.server.ts';

export const handle: ShellHandle = { area: 'examiner' };
export const headers = () => ({ 'Cache-Control': 'no-store' });
export const meta: MetaFunction<typeof loader> = ({ matches, data: loaded }) =>
  pageMeta(matches, (lang) => messagesFor(lang, vi, en).entry.title(String(loaded?.round ?? 1)));

export const loader = answer(async ({ request, params }: LoaderFunctionArgs) => {
  const round = new URL(request.url).searchParams.get('round') === '2' ? 2 : 1;
  return paperEntryPage(await requireActor(request), idParam(params.setId), round);
});

/** One sheet as a plain form sends it, before scripts or without them. */
export const action = answer(async ({ request, params }: ActionFunctionArgs) => {
  const actor = await requireActor(request);
  const fields = formObject(await readForm(request));
  const written = Object.fromEntries(
    Object.entries(fields).flatMap(([name, text]) =>
      name.startsWith('written.') && typeof text === 'string' ? [[name.slice(8), text]] : [],
    ),
  );
  const typed = demand(sheetEntrySchema, { ...fields, written });
  const outcome = await enterPaperSheet(actor, idParam(params.setId), typed);
  const isKept = outcome.kind === 'refused';
  const { variant, who, letters } = typed;
  const left = isKept ? { variant, who, letters, written } : { variant, who: '', letters: '', written: {} };
  return data({ outcome, typed: left }, { status: isKept ? 400 : 200 });
});

export default function PaperEntry() {
  const page = useLoaderData<typeof loader>();
  const acted = useActionData<typeof action>();
  const words = useMessages(vi, en);
  const { set, round } = page;
  return (
    <Page
      title={words.entry.title(String(round))}
      kicker={set.quizTitle}
      lead={round === 1 ? words.entry.leadFirst : words.entry.leadSecond}
      crumbs={[
        { to: '/paper-sets', label: words.title },
        { to: `/paper-sets/${set.id}`, label: set.title },
      ]}
      crumbsLabel={words.crumbs}
    >
      {set.isClosed ? (
        <Notice kind="info" title={words.set.isClosed}>
          {words.set.isClosedText}
        </Notice>
      ) : (
        <EntryScreen key={`${set.id} ${round}`} page={page} answer={acted} />
      )}
    </Page>
  );
}

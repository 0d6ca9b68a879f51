import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { createSession } from '#app/features/quiz/commands/room/create-session.server.ts';
import { en } from '#app/features/quiz/messages/room-en.ts';
import { vi } from '#app/features/quiz/messages/room-vi.ts';
import { newSessionPage } from '#app/features/quiz/queries/room/session-plan.server.ts';
import { newSessionSchema } from '#app/features/quiz/schema.room.ts';
import { NewSessionForm } from '#app/features/quiz/ui/room/session-form.tsx';
import { answer } from '#app/platform/http/errors.server.ts';
import { parseForm, readForm } from '#app/platform/http/form.server.ts';
import { pageMeta } from '#app/platform/i18n/page-meta.ts';
import { messagesFor, useMessages } from '#app/platform/i18n/use-messages.ts';
import type { ShellHandle } from '#app/root.tsx';
import { Page } from '#app/ui/page.tsx';
import { requireActor } from '../gate.server.ts';

export const handle: ShellHandle = { area: 'examiner' };
export const meta: MetaFunction = ({ matches }) => pageMeta(matches, (lang) => messagesFor(lang, vi, en).form.newTitle);

export const loader = answer(async ({ request }: LoaderFunctionArgs) => newSessionPage(await requireActor(request)));

export const action = answer(async ({ request }: ActionFunctionArgs) => {
  const actor = await requireActor(request);
  const parsed = parseForm(newSessionSchema, await readForm(request));
  if (!parsed.ok) return data({ problems: parsed.problems, typed: parsed.typed }, { status: 400 });
  throw redirect(`/exam-sessions/${await createSession(actor, parsed.value)}/plan?done=created`, 303);
});

export default function NewSession() {
  const choices = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const words = useMessages(vi, en);
  return (
    <Page
      title={words.form.newTitle}
      crumbs={[{ to: '/exam-sessions', label: words.list.title }]}
      crumbsLabel={words.plan.crumbs}
      width="form"
    >
      <NewSessionForm choices={choices} refused={refused} />
    </Page>
  );
}

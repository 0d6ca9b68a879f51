import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { createPaperSet } from '#app/features/quiz/commands/printed/create-paper-set.server.ts';
import { en } from '#app/features/quiz/messages/printed-en.ts';
import { vi } from '#app/features/quiz/messages/printed-vi.ts';
import { newPaperSetPage, previewPaperSet } from '#app/features/quiz/queries/printed/paper-sets-page.server.ts';
import { newPaperSetSchema } from '#app/features/quiz/schema.printed.ts';
import { NewPaperSet, type NewPaperSetAnswer } from '#app/features/quiz/ui/printed/new-paper-set-form.tsx';
import { answer } from '#app/platform/http/errors.server.ts';
import { parseForm, readForm } from '#app/platform/http/form.server.ts';
import { formKey } from '#app/platform/http/form-key.server.ts';
import { idParam } from '#app/platform/http/id-param.server.ts';
import { pageMeta } from '#app/platform/i18n/page-meta.ts';
import { messagesFor, useMessages } from '#app/platform/i18n/use-messages.ts';
import type { ShellHandle } from '#app/root.tsx';
import { Page } from '#app/ui/page.tsx';
import { requireActor } from '../gate.server.ts';

export const handle: ShellHandle = { area: 'examiner' };
export const headers = () => ({ 'Cache-Control': 'no-store' });
export const meta: MetaFunction = ({ matches }) => pageMeta(matches, (lang) => messagesFor(lang, vi, en).form.title);

export const loader = answer(async ({ request }: LoaderFunctionArgs) => {
  const actor = await requireActor(request);
  const { searchParams } = new URL(request.url);
  const idOf = (name: string) => (searchParams.get(name) ? idParam(searchParams.get(name) ?? '') : null);
  const page = await newPaperSetPage(actor, { quizId: idOf('quiz'), sessionId: idOf('session') });
  return { page, formId: formKey() };
});

const reply = (said: NewPaperSetAnswer, status: number) => data(said, { status });

export const action = answer(async ({ request }: ActionFunctionArgs) => {
  const actor = await requireActor(request);
  const form = await readForm(request);
  const isPreview = form.get('intent') === 'preview';
  form.delete('intent');
  const parsed = parseForm(newPaperSetSchema, form);
  if (!parsed.ok) return reply({ problems: parsed.problems, typed: parsed.typed }, 400);
  const { value } = parsed;
  if (isPreview) {
    const typed = Object.fromEntries([...form].map(([key, text]) => [key, String(text)]));
    return reply({ typed, preview: await previewPaperSet(actor, value.quizId, value.variants, value) }, 200);
  }
  const outcome = await createPaperSet(actor, value);
  if ('problem' in outcome) {
    const typed = Object.fromEntries([...form].map(([key, text]) => [key, String(text)]));
    return reply({ typed, notEnough: outcome }, 409);
  }
  throw redirect(`/paper-sets/${outcome.id}?done=created`, 303);
});

export default function NewPaperSetRoute() {
  const { page, formId } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const words = useMessages(vi, en);
  return (
    <Page
      title={words.form.title}
      crumbs={[{ to: '/paper-sets', label: words.title }]}
      crumbsLabel={words.crumbs}
      width="form"
    >
      <NewPaperSet page={page} formId={refused?.typed.id ?? formId} answer={refused} />
    </Page>
  );
}

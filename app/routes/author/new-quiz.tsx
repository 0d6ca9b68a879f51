import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { createQuiz } from '#app/features/quiz/commands/create-quiz.server.ts';
import { en } from '#app/features/quiz/messages/author-en.ts';
import { vi } from '#app/features/quiz/messages/author-vi.ts';
import { newQuizPage } from '#app/features/quiz/queries/new-quiz-page.server.ts';
import { newQuizSchema } from '#app/features/quiz/schema.draft.ts';
import { NewQuizForm } from '#app/features/quiz/ui/author/new-quiz-form.tsx';
import { answer } from '#app/platform/http/errors.server.ts';
import { parseForm, readForm } from '#app/platform/http/form.server.ts';
import { pageMeta } from '#app/platform/i18n/page-meta.ts';
import { messagesFor, useMessages } from '#app/platform/i18n/use-messages.ts';
import type { ShellHandle } from '#app/root.tsx';
import { Page } from '#app/ui/page.tsx';
import { requireActor } from '../gate.server.ts';

export const handle: ShellHandle = { area: 'author' };
export const meta: MetaFunction = ({ matches }) => pageMeta(matches, (lang) => messagesFor(lang, vi, en).create.title);

export const loader = answer(async ({ request }: LoaderFunctionArgs) => newQuizPage(await requireActor(request)));

export const action = answer(async ({ request }: ActionFunctionArgs) => {
  const actor = await requireActor(request);
  const form = await readForm(request);
  const typed = (name: string) => String(form.get(name) ?? '');
  const refuse = (problems: { field: string; code: string }[]) =>
    data({ problems, title: typed('title'), kind: typed('kind'), unitId: typed('unitId') }, { status: 400 });
  const parsed = parseForm(newQuizSchema, form);
  if (!parsed.ok) {
    return refuse(Object.entries(parsed.problems).map(([field, [code = '']]) => ({ field, code })));
  }
  const result = await createQuiz(actor, parsed.value);
  if (result.kind === 'invalid') return refuse(result.problems);
  throw redirect(`/author/quizzes/${result.quizId}`, 303);
});

export default function NewQuiz() {
  const words = useMessages(vi, en);
  const { units } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <Page
      title={words.create.title}
      crumbs={[{ to: '/author/quizzes', label: words.list.title }]}
      crumbsLabel={words.crumbs}
      width="form"
    >
      <NewQuizForm units={units} refused={refused} />
    </Page>
  );
}

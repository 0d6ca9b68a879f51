import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { createQuestion } from '#app/features/questions/commands/create-question.server.ts';
import { en } from '#app/features/questions/messages/en.ts';
import { vi } from '#app/features/questions/messages/vi.ts';
import { newQuestionEditor } from '#app/features/questions/queries/question-editor.server.ts';
import { redrawnDraft } from '#app/features/questions/queries/question-preview.server.ts';
import { questionListSchema } from '#app/features/questions/schema.bank.ts';
import { questionFormSchema } from '#app/features/questions/schema.draft.ts';
import { QuestionForm } from '#app/features/questions/ui/question-form.tsx';
import { QuestionTypeChoice } from '#app/features/questions/ui/question-type-choice.tsx';
import { AppError } from '#app/kernel/app-error.ts';
import { answer } from '#app/platform/http/errors.server.ts';
import { formKey } from '#app/platform/http/form-key.server.ts';
import { demandNestedForm } from '#app/platform/http/nested-form.server.ts';
import { pageMeta } from '#app/platform/i18n/page-meta.ts';
import { messagesFor, useMessages } from '#app/platform/i18n/use-messages.ts';
import type { ShellHandle } from '#app/root.tsx';
import { Page } from '#app/ui/page.tsx';
import { requireActor } from '../gate.server.ts';

export const handle: ShellHandle = { area: 'author' };
export const meta: MetaFunction = ({ matches }) =>
  pageMeta(matches, (lang) => messagesFor(lang, vi, en).editor.newTitle);
export const headers = () => ({ 'Cache-Control': 'no-store' });

export const loader = answer(async ({ request }: LoaderFunctionArgs) => {
  const actor = await requireActor(request);
  const { type, category, difficulty } = questionListSchema.parse(
    Object.fromEntries(new URL(request.url).searchParams),
  );
  const editor = await newQuestionEditor(actor, type || 'single', category, difficulty);
  return { editor, category, isChosen: type !== '', newId: formKey() };
});

export const action = answer(async ({ request }: ActionFunctionArgs) => {
  const actor = await requireActor(request);
  const { intent, draft, newId } = await demandNestedForm(questionFormSchema, request);
  if (intent !== 'save') {
    const redrawn = await redrawnDraft(actor, draft, intent);
    if (!redrawn) throw new AppError('bad-input', { fields: { intent: ['malformed'] } });
    return { ...redrawn, problems: [] };
  }
  const result = await createQuestion(actor, draft, newId || undefined);
  if (result.kind === 'created') throw redirect(`/author/questions/${result.questionId}?saved=1`, 303);
  return data({ ...(await redrawnDraft(actor, draft, 'preview'))!, problems: result.problems }, { status: 400 });
});

export default function NewQuestion() {
  const words = useMessages(vi, en);
  const { editor, category, isChosen, newId } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  return (
    <Page
      title={words.editor.newTitle}
      kicker={isChosen ? words.types[editor.draft.type] : undefined}
      lead={isChosen ? words.typeHints[editor.draft.type] : words.editor.newLead}
      crumbs={[{ to: '/author/questions', label: words.list.title }]}
      crumbsLabel={words.crumbs}
      width={isChosen ? 'page' : 'reading'}
    >
      {isChosen ? (
        <QuestionForm
          key={editor.draft.type}
          draft={editor.draft}
          preview={editor.preview}
          categories={editor.categories}
          answer={answered}
          newId={newId}
          backTo="/author/questions"
        />
      ) : (
        <QuestionTypeChoice category={category} />
      )}
    </Page>
  );
}

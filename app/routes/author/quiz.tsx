import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { editQuiz } from '#app/features/quiz/commands/edit-quiz.server.ts';
import { en } from '#app/features/quiz/messages/author-en.ts';
import { vi } from '#app/features/quiz/messages/author-vi.ts';
import { en as printedEn } from '#app/features/quiz/messages/printed-en.ts';
import { vi as printedVi } from '#app/features/quiz/messages/printed-vi.ts';
import { en as rulesEn } from '#app/features/quiz/messages/rules-en.ts';
import { vi as rulesVi } from '#app/features/quiz/messages/rules-vi.ts';
import { en as statisticsEn } from '#app/features/quiz/messages/statistics-en.ts';
import { vi as statisticsVi } from '#app/features/quiz/messages/statistics-vi.ts';
import {
  authorQuiz,
  questionChoices,
  quizEditorNames,
  redrawnQuiz,
} from '#app/features/quiz/queries/author-quiz.server.ts';
import { quizFormSchema } from '#app/features/quiz/schema.draft.ts';
import { PublishPanel } from '#app/features/quiz/ui/author/publish-panel.tsx';
import { QuizDoneNotice } from '#app/features/quiz/ui/author/quiz-done-notice.tsx';
import { type QuizAnswer, QuizForm } from '#app/features/quiz/ui/author/quiz-form.tsx';
import { QuizJumpList } from '#app/features/quiz/ui/author/quiz-jump-list.tsx';
import { AppError } from '#app/kernel/app-error.ts';
import { answer } from '#app/platform/http/errors.server.ts';
import { demandNestedForm } from '#app/platform/http/nested-form.server.ts';
import { formatDateTime } from '#app/platform/i18n/format.ts';
import { pageMeta } from '#app/platform/i18n/page-meta.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import type { ShellHandle } from '#app/root.tsx';
import { LinkButton } from '#app/ui/button.tsx';
import { Page } from '#app/ui/page.tsx';
import { requireActor } from '../gate.server.ts';

export const handle: ShellHandle = { area: 'author' };
export const meta: MetaFunction<typeof loader> = ({ matches, data: page }) =>
  pageMeta(matches, () => page?.editor.base.draft.title ?? '');
export const headers = () => ({ 'Cache-Control': 'no-store' });

export const loader = answer(async ({ request, params }: LoaderFunctionArgs) => {
  const actor = await requireActor(request);
  const { searchParams } = new URL(request.url);
  const done = searchParams.has('refused') ? 'preview-refused' : searchParams.get('done');
  return { editor: await authorQuiz(actor, params.quizId ?? ''), done };
});

export const action = answer(async ({ request, params }: ActionFunctionArgs) => {
  const actor = await requireActor(request);
  const id = params.quizId ?? '';
  const { intent, pick, base, seen, draft } = await demandNestedForm(quizFormSchema, request);
  if (intent !== 'save') {
    const redrawn = redrawnQuiz(actor, { draft, base, seen, intent, picked: pick.ids });
    if (!redrawn) throw new AppError('bad-input', { fields: { intent: ['malformed'] } });
    const names = await quizEditorNames(actor, id, [redrawn]);
    const isSearch = intent === 'search' || intent === 'slots.pick';
    const found = isSearch ? { ...pick, ...(await questionChoices(actor, { ...pick, draft: redrawn })) } : undefined;
    const isMerged = intent === 'merge';
    return data<QuizAnswer>({ draft: redrawn, base, seen: isMerged ? undefined : seen, names, found, isMerged });
  }
  const result = await editQuiz(actor, id, { base, draft });
  if (result.kind === 'conflict') {
    const { base: theirs, by, at, changes } = result;
    const names = await quizEditorNames(actor, id, [draft, base.draft, theirs.draft]);
    const conflict = { by, at, changes };
    return data<QuizAnswer>({ draft, base: theirs, seen: seen ?? base.draft, names, conflict }, { status: 409 });
  }
  if (result.kind === 'invalid') {
    const names = await quizEditorNames(actor, id, [draft]);
    return data<QuizAnswer>({ draft, base, seen, names, problems: result.problems }, { status: 400 });
  }
  throw redirect(`/author/quizzes/${id}?done=${result.kind}`, 303);
});

export default function Quiz() {
  const words = useMessages(vi, en);
  const rules = useMessages(rulesVi, rulesEn);
  const statistics = useMessages(statisticsVi, statisticsEn);
  const printed = useMessages(printedVi, printedEn);
  const lang = useLang();
  const { editor, done } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const { draft } = editor.base;
  return (
    <Page
      title={draft.title}
      kicker={words.editor.kicker(words.kinds[draft.kind], editor.code)}
      lead={words.editor.savedLead(editor.savedBy ?? words.editor.system, formatDateTime(lang, editor.savedAt))}
      crumbs={[{ to: '/author/quizzes', label: words.list.title }]}
      crumbsLabel={words.crumbs}
      actions={
        <>
          <LinkButton to={`/author/quizzes/${editor.id}/blueprint`}>{rules.blueprint.title}</LinkButton>
          <LinkButton to={`/author/quizzes/${editor.id}/overrides`}>{rules.overrides.title}</LinkButton>
          {editor.state === 'published' && (
            <LinkButton to={`/paper-sets?quiz=${editor.id}`}>{printed.title}</LinkButton>
          )}
          <LinkButton to={`/author/quizzes/${editor.id}/statistics`}>{statistics.title}</LinkButton>
        </>
      }
    >
      {done && !answered && <QuizDoneNotice done={done} state={editor.state} />}
      <QuizJumpList />
      <div className="max-w-[54rem] space-y-10">
        <QuizForm key={editor.id} editor={editor} answer={answered} />
        <PublishPanel editor={editor} />
      </div>
    </Page>
  );
}

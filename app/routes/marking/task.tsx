import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { markAnswer } from '#app/features/quiz/commands/marking/mark-answer.server.ts';
import { takeTask } from '#app/features/quiz/commands/marking/take-task.server.ts';
import { en } from '#app/features/quiz/messages/marking-en.ts';
import { vi } from '#app/features/quiz/messages/marking-vi.ts';
import { markingTask } from '#app/features/quiz/queries/marking/marking-task.server.ts';
import { markFormSchema } from '#app/features/quiz/schema.marking.ts';
import type { MarkAnswer } from '#app/features/quiz/ui/marking/mark-form.tsx';
import { MarkingTaskView } from '#app/features/quiz/ui/marking/marking-task-view.tsx';
import { answer } from '#app/platform/http/errors.server.ts';
import { idParam } from '#app/platform/http/id-param.server.ts';
import { demandNestedForm } from '#app/platform/http/nested-form.server.ts';
import { pageMeta } from '#app/platform/i18n/page-meta.ts';
import { messagesFor, useMessages } from '#app/platform/i18n/use-messages.ts';
import type { ShellHandle } from '#app/root.tsx';
import { Page } from '#app/ui/page.tsx';
import { requireActor } from '../gate.server.ts';

export const handle: ShellHandle = { area: 'examiner' };
export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageMeta(matches, (lang) => messagesFor(lang, vi, en).task.of(data?.task.code ?? ''));
export const headers = () => ({ 'Cache-Control': 'no-store' });

export const loader = answer(async ({ request, params }: LoaderFunctionArgs) => {
  const actor = await requireActor(request);
  const { searchParams } = new URL(request.url);
  const task = await markingTask(actor, idParam(params.taskId));
  return {
    task,
    isSaved: searchParams.get('done') === 'saved',
    isReasonMissing: searchParams.get('reopening') === 'reason-missing',
  };
});

export const action = answer(async ({ request, params }: ActionFunctionArgs) => {
  const actor = await requireActor(request);
  const taskId = idParam(params.taskId);
  const { intent, levels, mark, comment } = await demandNestedForm(markFormSchema, request);
  const outcome = await markAnswer(actor, taskId, { levels, mark, comment });
  if (outcome.kind !== 'marked') {
    const status = outcome.kind === 'refused' ? 409 : 400;
    return data<MarkAnswer>({ levels, mark, comment, problem: outcome }, { status });
  }
  if (intent === 'save') throw redirect(`/marking/tasks/${taskId}?done=saved`, 303);
  const { quizId, questionId } = outcome;
  const next = await takeTask(actor, { quizId, questionId });
  const code = taskId.slice(-6).toUpperCase();
  throw redirect(next === null ? `/marking/${quizId}?done=none-left&code=${code}` : `/marking/tasks/${next}`, 303);
});

export default function Task() {
  const words = useMessages(vi, en);
  const { task, isSaved, isReasonMissing } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const { code, quizId, quizTitle } = task;
  return (
    <Page
      title={words.task.of(code)}
      crumbs={[
        { to: '/marking', label: words.queue.title },
        { to: `/marking/${quizId}`, label: quizTitle },
      ]}
      crumbsLabel={words.crumbs}
    >
      <MarkingTaskView
        key={task.taskId}
        task={task}
        answer={answered}
        isSaved={isSaved}
        isReasonMissing={isReasonMissing}
      />
    </Page>
  );
}

import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { reopenTask } from '#app/features/quiz/commands/marking/reopen-task.server.ts';
import { reopenFormSchema } from '#app/features/quiz/schema.marking.ts';
import { answer } from '#app/platform/http/errors.server.ts';
import { parseForm, readForm } from '#app/platform/http/form.server.ts';
import { idParam } from '#app/platform/http/id-param.server.ts';
import { requireActor } from '../gate.server.ts';

/** Opens a settled answer again; without a reason it leads back to the form. */
export const action = answer(async ({ request, params }: ActionFunctionArgs) => {
  const actor = await requireActor(request);
  const taskId = idParam(params.taskId);
  const form = parseForm(reopenFormSchema, await readForm(request));
  if (!form.ok) throw redirect(`/marking/tasks/${taskId}?reopening=reason-missing`, 303);
  const { quizId } = await reopenTask(actor, taskId, form.value.reason);
  throw redirect(`/marking/${quizId}?done=reopened&code=${taskId.slice(-6).toUpperCase()}`, 303);
});

/** Nothing is shown here: a reload leads back to the answer. */
export const loader = answer(async ({ params }: LoaderFunctionArgs) => {
  throw redirect(`/marking/tasks/${idParam(params.taskId)}`);
});

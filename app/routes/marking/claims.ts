import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { takeTask } from '#app/features/quiz/commands/marking/take-task.server.ts';
import { takeFormSchema } from '#app/features/quiz/schema.marking.ts';
import { answer } from '#app/platform/http/errors.server.ts';
import { idParam } from '#app/platform/http/id-param.server.ts';
import { demandNestedForm } from '#app/platform/http/nested-form.server.ts';
import { requireActor } from '../gate.server.ts';

/** Takes the next answer of a quiz out of the queue and leads to it. */
export const action = answer(async ({ request, params }: ActionFunctionArgs) => {
  const actor = await requireActor(request);
  const quizId = idParam(params.quizId);
  const { questionId } = await demandNestedForm(takeFormSchema, request);
  const taskId = await takeTask(actor, { quizId, questionId });
  throw redirect(taskId === null ? `/marking/${quizId}?done=none-left` : `/marking/tasks/${taskId}`, 303);
});

/** Nothing is shown here: a reload leads back to the quiz. */
export const loader = answer(async ({ params }: LoaderFunctionArgs) => {
  throw redirect(`/marking/${idParam(params.quizId)}`);
});

import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { reviewQuestion } from '#app/features/questions/commands/review-question.server.ts';
import { reviewFormSchema } from '#app/features/questions/schema.bank.ts';
import { answer } from '#app/platform/http/errors.server.ts';
import { demand, formObject, readForm } from '#app/platform/http/form.server.ts';
import { idParam } from '#app/platform/http/id-param.server.ts';
import { requireActor } from '../../gate.server.ts';

/** One step of a question's review. What was typed goes back with the refusal. */
export const action = answer(async ({ request, params }: ActionFunctionArgs) => {
  const actor = await requireActor(request);
  const id = idParam(params.questionId);
  const step = demand(reviewFormSchema, formObject(await readForm(request)));
  const result = await reviewQuestion(actor, id, step);
  const told: Record<string, string> =
    result.kind === 'moved'
      ? { moved: result.to }
      : { refused: result.kind === 'stale' ? 'stale' : result.reason, note: step.note };
  throw redirect(`/author/questions/${id}?${new URLSearchParams(told)}#review`, 303);
});

/** Nothing is shown here: a reload leads back to the question. */
export const loader = answer(async ({ request, params }: LoaderFunctionArgs) => {
  await requireActor(request);
  throw redirect(`/author/questions/${idParam(params.questionId)}`);
});

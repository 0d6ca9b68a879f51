import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { archiveQuestion } from '#app/features/questions/commands/archive-question.server.ts';
import { restoreQuestion } from '#app/features/questions/commands/restore-question.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { answer } from '#app/platform/http/errors.server.ts';
import { readForm } from '#app/platform/http/form.server.ts';
import { idParam } from '#app/platform/http/id-param.server.ts';
import { requireActor } from '../gate.server.ts';

/** Archives a question or restores it. */
export const action = answer(async ({ request, params }: ActionFunctionArgs) => {
  const actor = await requireActor(request);
  const id = params.questionId ?? '';
  const intent = (await readForm(request)).get('intent');
  if (intent === 'archive') await archiveQuestion(actor, id);
  else if (intent === 'restore') await restoreQuestion(actor, id);
  else throw new AppError('bad-input', { fields: { intent: ['malformed'] } });
  throw redirect(`/author/questions/${id}`, 303);
});

/** Nothing is shown here: a reload leads back to the question. */
export const loader = answer(async ({ params }: LoaderFunctionArgs) => {
  throw redirect(`/author/questions/${idParam(params.questionId)}`);
});

import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { commentQuestion } from '#app/features/questions/commands/comment-question.server.ts';
import { settleComment } from '#app/features/questions/commands/settle-comment.server.ts';
import { commentFormSchema, settleFormSchema } from '#app/features/questions/schema.bank.ts';
import { answer } from '#app/platform/http/errors.server.ts';
import { demand, formObject, readForm } from '#app/platform/http/form.server.ts';
import { idParam } from '#app/platform/http/id-param.server.ts';
import { requireActor } from '../../gate.server.ts';

/** A comment on a question: said, settled or opened again. */
export const action = answer(async ({ request, params }: ActionFunctionArgs) => {
  const actor = await requireActor(request);
  const questionId = idParam(params.questionId);
  const form = await readForm(request);
  if (form.has('settled')) {
    const { id, settled } = demand(settleFormSchema, formObject(form));
    await settleComment(actor, questionId, { id, isSettled: settled === 'yes' });
  } else {
    const { id } = demand(commentFormSchema.pick({ id: true }), formObject(form));
    const text = commentFormSchema.shape.text.safeParse(form.get('text') ?? '');
    if (!text.success) {
      const problem = String(form.get('text') ?? '').trim() === '' ? 'missing' : 'too-long';
      throw redirect(`/author/questions/${questionId}?comment=${problem}#comments`, 303);
    }
    await commentQuestion(actor, questionId, { id, text: text.data });
  }
  throw redirect(`/author/questions/${questionId}#comments`, 303);
});

/** Nothing is shown here: a reload leads back to the question. */
export const loader = answer(async ({ request, params }: LoaderFunctionArgs) => {
  await requireActor(request);
  throw redirect(`/author/questions/${idParam(params.questionId)}`);
});

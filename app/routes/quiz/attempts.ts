import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { startAttempt, startPreview } from '#app/features/quiz/commands/start-attempt.server.ts';
import { startFormSchema } from '#app/features/quiz/schema.attempt.ts';
import { answer } from '#app/platform/http/errors.server.ts';
import { demand, formObject, readForm } from '#app/platform/http/form.server.ts';
import { idParam } from '#app/platform/http/id-param.server.ts';
import { requireActor } from '../gate.server.ts';

/** Starts the attempt, or leads to the one that is open; the quiz's page says why there is none. */
export const action = answer(async ({ request, params, context }: ActionFunctionArgs) => {
  const actor = await requireActor(request);
  const { preview, code = '' } = demand(startFormSchema, formObject(await readForm(request)));
  const quizId = params.quizId ?? '';
  const { address } = context;
  const outcome = preview ? await startPreview(actor, quizId) : await startAttempt(actor, quizId, { address, code });
  if (outcome.kind !== 'refused') throw redirect(`/attempts/${outcome.attemptId}`, 303);
  if (outcome.reason === 'in-session') throw redirect(`/exam-sessions/${outcome.sessionId}`, 303);
  const back = preview ? `/author/quizzes/${quizId}` : `/quizzes/${quizId}`;
  throw redirect(`${back}?refused=${outcome.reason}`, 303);
});

export const loader = answer(async ({ params }: LoaderFunctionArgs) => {
  throw redirect(`/quizzes/${idParam(params.quizId)}`);
});

import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { submitAttempt } from '#app/features/quiz/commands/submit-attempt.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { answer } from '#app/platform/http/errors.server.ts';
import { idParam } from '#app/platform/http/id-param.server.ts';
import { requireActor } from '../gate.server.ts';

/** Submits the attempt with what is saved; a second press finds it submitted. */
export const action = answer(async ({ request, params }: ActionFunctionArgs) => {
  const actor = await requireActor(request);
  const attemptId = params.attemptId ?? '';
  try {
    await submitAttempt(actor, attemptId);
  } catch (error) {
    // The clock is stopped: the page of the attempt says so, and that it goes on.
    if (error instanceof AppError && error.details.reason === 'paused') throw redirect(`/attempts/${attemptId}`, 303);
    throw error;
  }
  throw redirect(`/attempts/${attemptId}/result`, 303);
});

export const loader = answer(async ({ params }: LoaderFunctionArgs) => {
  throw redirect(`/attempts/${idParam(params.attemptId)}/overview`);
});

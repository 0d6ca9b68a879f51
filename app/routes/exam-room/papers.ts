import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { askForPapers } from '#app/features/quiz/commands/room/ask-for-papers.server.ts';
import { answer } from '#app/platform/http/errors.server.ts';
import { idParam } from '#app/platform/http/id-param.server.ts';
import { requireActor } from '../gate.server.ts';

/** Has the papers prepared now. */
export const action = answer(async ({ request, params }: ActionFunctionArgs) => {
  const actor = await requireActor(request);
  const sessionId = params.sessionId ?? '';
  await askForPapers(actor, sessionId);
  throw redirect(`/exam-sessions/${sessionId}/plan?done=papers#release`, 303);
});

export const loader = answer(async ({ params }: LoaderFunctionArgs) => {
  throw redirect(`/exam-sessions/${idParam(params.sessionId)}/plan`);
});

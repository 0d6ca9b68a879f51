import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { closeSession } from '#app/features/quiz/commands/room/close-session.server.ts';
import { answer } from '#app/platform/http/errors.server.ts';
import { idParam } from '#app/platform/http/id-param.server.ts';
import { requireActor } from '../gate.server.ts';

/** Closes a session once nobody works in it. */
export const action = answer(async ({ request, params }: ActionFunctionArgs) => {
  const actor = await requireActor(request);
  const sessionId = params.sessionId ?? '';
  const outcome = await closeSession(actor, sessionId);
  const said = outcome.kind === 'refused' ? `working=${outcome.working}` : 'done=session-closed';
  throw redirect(`/exam-sessions/${sessionId}/plan?${said}#end`, 303);
});

export const loader = answer(async ({ params }: LoaderFunctionArgs) => {
  throw redirect(`/exam-sessions/${idParam(params.sessionId)}/plan`);
});

import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { releaseSession } from '#app/features/quiz/commands/room/release-session.server.ts';
import { answer } from '#app/platform/http/errors.server.ts';
import { idParam } from '#app/platform/http/id-param.server.ts';
import { requireActor } from '../gate.server.ts';

/** The one release of a session; a second press finds it released. */
export const action = answer(async ({ request, params }: ActionFunctionArgs) => {
  const actor = await requireActor(request);
  const sessionId = params.sessionId ?? '';
  const outcome = await releaseSession(actor, sessionId);
  throw redirect(`/exam-sessions/${sessionId}/plan${outcome.kind === 'refused' ? '' : '?done=released'}#release`, 303);
});

export const loader = answer(async ({ params }: LoaderFunctionArgs) => {
  throw redirect(`/exam-sessions/${idParam(params.sessionId)}/plan`);
});

import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { startPrepared } from '#app/features/quiz/commands/room/start-prepared.server.ts';
import { answer } from '#app/platform/http/errors.server.ts';
import { idParam } from '#app/platform/http/id-param.server.ts';
import { inJson, jsonOfNow } from '#app/platform/http/in-json.server.ts';
import { requireActor } from '../gate.server.ts';

/**
 * Hot path: begins the own paper of a session that was released. JSON answers the attempt's id, or 409 with the reason; a
 * plain form leads to the paper, or back to the lobby, which says why not.
 */
export const action = (args: ActionFunctionArgs) =>
  args.request.headers.get('Content-Type')?.includes('json') ? asJson(args) : asForm(args);

const asJson = ({ request, params, context }: ActionFunctionArgs) =>
  inJson(request, async () => {
    const actor = await requireActor(request);
    const outcome = await startPrepared(actor, params.sessionId ?? '', { address: context.address });
    return jsonOfNow(outcome, outcome.kind === 'refused' ? 409 : 200);
  });

const asForm = answer(async ({ request, params, context }: ActionFunctionArgs) => {
  const actor = await requireActor(request);
  const sessionId = params.sessionId ?? '';
  const outcome = await startPrepared(actor, sessionId, { address: context.address });
  if (outcome.kind === 'refused') throw redirect(`/exam-sessions/${sessionId}?refused=${outcome.reason}`, 303);
  throw redirect(`/attempts/${outcome.attemptId}${outcome.kind === 'ended' ? '/result' : ''}`, 303);
});

export const loader = answer(async ({ params }: LoaderFunctionArgs) => {
  throw redirect(`/exam-sessions/${idParam(params.sessionId)}`);
});

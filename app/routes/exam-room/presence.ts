import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { enterLobby } from '#app/features/quiz/commands/room/enter-lobby.server.ts';
import { sessionSignal, waitForState } from '#app/features/quiz/queries/room/session-signal.server.ts';
import { presenceSchema } from '#app/features/quiz/schema.room.ts';
import { answer } from '#app/platform/http/errors.server.ts';
import { demand, readJson } from '#app/platform/http/form.server.ts';
import { idParam } from '#app/platform/http/id-param.server.ts';
import { inJson, jsonOfNow } from '#app/platform/http/in-json.server.ts';
import { requireActor } from '../gate.server.ts';

/** Shorter than a server that closes waits, and than a sign of life may stay away. */
const waitMs = 9_000;

/**
 * A sign of life of the person of a seat. As JSON it answers how the session stands, and if it is to wait, as soon as that
 * is another than the sender knows; as a plain form it leads back to the lobby.
 */
export const action = (args: ActionFunctionArgs) =>
  args.request.headers.get('Content-Type')?.includes('json') ? signal(args) : arrive(args);

const signal = ({ request, params }: ActionFunctionArgs) =>
  inJson(request, async () => {
    const actor = await requireActor(request);
    const sessionId = params.sessionId ?? '';
    const { wait, knows } = demand(presenceSchema, await readJson(request));
    await enterLobby(actor, sessionId);
    if (wait && knows) await waitForState(sessionId, knows, waitMs);
    return jsonOfNow(await sessionSignal(actor, sessionId));
  });

const arrive = answer(async ({ request, params }: ActionFunctionArgs) => {
  const actor = await requireActor(request);
  const sessionId = params.sessionId ?? '';
  await enterLobby(actor, sessionId);
  throw redirect(`/exam-sessions/${sessionId}`, 303);
});

export const loader = answer(async ({ params }: LoaderFunctionArgs) => {
  throw redirect(`/exam-sessions/${idParam(params.sessionId)}`);
});

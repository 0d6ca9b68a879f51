import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { attemptPulse } from '#app/features/quiz/queries/room/attempt-pulse.server.ts';
import { pulseSchema } from '#app/features/quiz/schema.room.ts';
import { answer } from '#app/platform/http/errors.server.ts';
import { demand, readJson } from '#app/platform/http/form.server.ts';
import { idParam } from '#app/platform/http/id-param.server.ts';
import { inJson, jsonOfNow } from '#app/platform/http/in-json.server.ts';
import { requireActor } from '../gate.server.ts';

/** Shorter than a server that closes waits, and than a sign of life may stay away. */
const waitMs = 9_000;

/**
 * A sign of life of an attempt in an exam room, answered with how it stands; if it is to wait, as soon as that is another
 * than the sender knows. JSON.
 */
export const action = ({ request, params }: ActionFunctionArgs) =>
  inJson(request, async () => {
    const actor = await requireActor(request);
    const { wait, ...known } = demand(pulseSchema, await readJson(request));
    return jsonOfNow(await attemptPulse(actor, idParam(params.attemptId), known, { waitMs: wait ? waitMs : 0 }));
  });

/** How an attempt stands now, for who knows nothing of it. JSON. */
export const loader = answer(async ({ request, params }: LoaderFunctionArgs) => {
  const actor = await requireActor(request);
  const nothing = { heardAt: null, isPaused: false, extraSeconds: 0 };
  return jsonOfNow(await attemptPulse(actor, idParam(params.attemptId), nothing)).toResponse();
});

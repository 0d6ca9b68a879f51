import type { LoaderFunctionArgs } from '@remix-run/node';
import { attemptPulse } from '#app/features/quiz/queries/room/attempt-pulse.server.ts';
import { answer } from '#app/platform/http/errors.server.ts';
import { idParam } from '#app/platform/http/id-param.server.ts';
import { requireActor } from '../gate.server.ts';

/** A sign of life of an attempt in an exam room, answered with how it stands. JSON. */
export const loader = answer(async ({ request, params }: LoaderFunctionArgs) => {
  const actor = await requireActor(request);
  const known = Number(new URL(request.url).searchParams.get('extra') ?? 0);
  const pulse = await attemptPulse(actor, idParam(params.attemptId), Number.isFinite(known) ? known : 0);
  return Response.json(pulse, { headers: { 'Cache-Control': 'no-store' } });
});

import type { LoaderFunctionArgs } from '@remix-run/node';
import { boardData } from '#app/features/quiz/queries/room/board-page.server.ts';
import { answer } from '#app/platform/http/errors.server.ts';
import { idParam } from '#app/platform/http/id-param.server.ts';
import { requireActor } from '../gate.server.ts';

/** The board of a session as JSON, for a page that cannot be told of changes. */
export const loader = answer(async ({ request, params }: LoaderFunctionArgs) => {
  const actor = await requireActor(request);
  const board = await boardData(actor, idParam(params.sessionId));
  return Response.json(board, { headers: { 'Cache-Control': 'no-store' } });
});

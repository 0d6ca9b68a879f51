import type { LoaderFunctionArgs } from '@remix-run/node';
import { mediaCaption } from '#app/features/media/queries/media-caption.server.ts';
import { answer } from '#app/platform/http/errors.server.ts';
import { idParam } from '#app/platform/http/id-param.server.ts';
import { requireActor } from '../gate.server.ts';
import { demandReach } from './reach.server.ts';

/** The words to a film or a sound, for the player of whom the file is for. */
export const loader = answer(async ({ request, params }: LoaderFunctionArgs) => {
  const actor = await requireActor(request);
  const mediaId = idParam(params.mediaId);
  await demandReach(actor, mediaId);
  const text = await mediaCaption(mediaId, params.lang ?? '');
  return new Response(text, {
    headers: { 'Content-Type': 'text/vtt; charset=utf-8', 'Cache-Control': 'private, no-cache' },
  });
});

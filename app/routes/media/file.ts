import type { LoaderFunctionArgs } from '@remix-run/node';
import { mediaContent } from '#app/features/media/queries/media-content.server.ts';
import { answer } from '#app/platform/http/errors.server.ts';
import { fileAnswer } from '#app/platform/http/file-answer.server.ts';
import { idParam } from '#app/platform/http/id-param.server.ts';
import { requireActor } from '../gate.server.ts';
import { demandReach } from './reach.server.ts';

/** A file of a text, for whoever may see one of the texts that show it: kept by the browser, by parts where a player asks so. */
export const loader = answer(async ({ request, params }: LoaderFunctionArgs) => {
  const actor = await requireActor(request);
  const mediaId = idParam(params.mediaId);
  const { id, mimeType, byteSize, name } = await mediaContent(mediaId);
  await demandReach(actor, mediaId);
  return fileAnswer(request, { id, mimeType, byteSize, name, isInline: true, isLasting: true });
});

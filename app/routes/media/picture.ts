import type { LoaderFunctionArgs } from '@remix-run/node';
import { smallerPicture } from '#app/features/media/queries/smaller-picture.server.ts';
import { answer } from '#app/platform/http/errors.server.ts';
import { fileAnswer } from '#app/platform/http/file-answer.server.ts';
import { idParam } from '#app/platform/http/id-param.server.ts';
import { requireActor } from '../gate.server.ts';
import { demandReach } from './reach.server.ts';

/** A picture for a screen that wants fewer pixels: for whom the picture itself is. */
export const loader = answer(async ({ request, params }: LoaderFunctionArgs) => {
  const actor = await requireActor(request);
  const mediaId = idParam(params.mediaId);
  await demandReach(actor, mediaId);
  const { media, width, byteSize, isLasting } = await smallerPicture(mediaId, params.width ?? '');
  return fileAnswer(request, {
    ...{ id: media.id, mimeType: media.mimeType, name: media.name },
    ...{ byteSize, width, isLasting, isInline: true },
  });
});

import type { LoaderFunctionArgs } from '@remix-run/node';
import { mediaContent } from '#app/features/media/queries/media-content.server.ts';
import { answer } from '#app/platform/http/errors.server.ts';
import { fileAnswer } from '#app/platform/http/file-answer.server.ts';
import { idParam } from '#app/platform/http/id-param.server.ts';
import { requireActor } from '../gate.server.ts';

/** A picture or sound of a question: for whoever is signed in, kept by the browser, by parts where a player asks so. */
export const loader = answer(async ({ request, params }: LoaderFunctionArgs) => {
  await requireActor(request);
  const { id, mimeType, byteSize, name } = await mediaContent(idParam(params.mediaId));
  return fileAnswer(request, { id, mimeType, byteSize, name, isInline: true, isLasting: true });
});

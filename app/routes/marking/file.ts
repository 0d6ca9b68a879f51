import type { LoaderFunctionArgs } from '@remix-run/node';
import { markingFile } from '#app/features/quiz/queries/marking/marking-file.server.ts';
import { answer } from '#app/platform/http/errors.server.ts';
import { fileAnswer } from '#app/platform/http/file-answer.server.ts';
import { idParam } from '#app/platform/http/id-param.server.ts';
import { requireActor } from '../gate.server.ts';

/** A file attached to an answer, for its markers alone; no browser keeps it. */
export const loader = answer(async ({ request, params }: LoaderFunctionArgs) => {
  const actor = await requireActor(request);
  const file = await markingFile(actor, idParam(params.taskId), idParam(params.fileId));
  const { mediaId: id, mimeType, byteSize, name } = file;
  return fileAnswer(request, { id, mimeType, byteSize, name, isInline: false, isLasting: false });
});

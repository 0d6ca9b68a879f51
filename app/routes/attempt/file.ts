import type { LoaderFunctionArgs } from '@remix-run/node';
import { ownAttemptFile } from '#app/features/quiz/queries/files/own-attempt-file.server.ts';
import { answer } from '#app/platform/http/errors.server.ts';
import { fileAnswer } from '#app/platform/http/file-answer.server.ts';
import { idParam } from '#app/platform/http/id-param.server.ts';
import { requireActor } from '../gate.server.ts';

/** A file that the learner attached, to its owner alone; always saved, never opened within this site. */
export const loader = answer(async ({ request, params }: LoaderFunctionArgs) => {
  const actor = await requireActor(request);
  const file = await ownAttemptFile(actor, idParam(params.attemptId), idParam(params.fileId));
  const { mediaId: id, mimeType, byteSize, name } = file;
  return fileAnswer(request, { id, mimeType, byteSize: Number(byteSize), name, isInline: false, isLasting: false });
});
